import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { findChromium } from './findChromium.mjs';
import { quietSettings } from './quietSettings.mjs';
import { setUpHost } from './setUpHost.mjs';

const launcher = fileURLToPath(new URL('launcher.mjs', import.meta.url));
const desktopVersions = { newest: 'stable', floor: '1.105.1' };
const gitConfig = `[user]
  name = Retrolog Test
  email = test@example.invalid
[init]
  defaultBranch = main
[commit]
  gpgSign = false
[core]
  autocrlf = false
`;

/**
 * @typedef {object} EditorRun
 * @property {import('./setUpHost.mjs').HostVersion} [version] else what `RETROLOG_HOST` says, else the newest
 * @property {string} extensionTestsPath
 * @property {string | string[]} extensionDevelopmentPath
 * @property {string} [workspace] a folder or a `.code-workspace`; none opens an empty window
 * @property {Record<string, string | undefined>} [env]
 * @property {string} [grep] only the tests whose title matches
 * @property {string} [extensionsDir] installed extensions to run beside or instead of the one under development
 * @property {Record<string, unknown>} [userSettings]
 * @property {boolean} [workspaceTrust] leaves workspace trust on; not on desktop, where `runTests` turns it off
 */

/**
 * Runs an extension's tests inside VS Code: in the server of this folder, or with `RETROLOG_DESKTOP=1` in a desktop
 * VS Code that is downloaded. Rejects unless the tests ran to their end and passed.
 * @param {EditorRun} run
 * @returns {Promise<{ tests: number, passes: number, failures: number, pending: number }>} of mocha
 */
export async function runInEditor(run) {
  const version = run.version ?? (process.env.RETROLOG_HOST === 'floor' ? 'floor' : 'newest');
  const isDesktop = process.env.RETROLOG_DESKTOP === '1';
  if (isDesktop && run.workspaceTrust)
    throw new Error('Workspace trust cannot be left on in desktop VS Code.');
  // Here, so that what is installed is told at once and in place.
  if (!isDesktop) await Promise.all([setUpHost(version), findChromium()]);
  const root = await mkdtemp(join(tmpdir(), 'retrolog-editor-'));
  const result = join(root, 'result.json');
  try {
    await writeSettings(join(root, 'user/User'), run.userSettings);
    await writeFile(join(root, 'gitconfig'), gitConfig);
    const failure = await runTests({
      ...(isDesktop ? { version: desktopVersions[version] } : { vscodeExecutablePath: process.execPath }),
      extensionDevelopmentPath: run.extensionDevelopmentPath,
      extensionTestsPath: run.extensionTestsPath,
      extensionTestsEnv: { ...environment(run, root), RETROLOG_HOST: version, TEST_RESULT: result },
      launchArgs: [...(isDesktop ? [] : [launcher]), ...launchArguments(run, root)],
    }).then(
      () => undefined,
      (error) => error,
    );
    return readResult(await readFile(result, 'utf8').catch(() => undefined), failure);
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/**
 * @param {EditorRun} run
 * @param {string} root
 */
function environment(run, root) {
  const ours = [
    run.extensionDevelopmentPath,
    dirname(run.extensionTestsPath),
    run.extensionsDir ?? [],
  ].flat();
  return {
    GIT_CONFIG_GLOBAL: join(root, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    // For the launcher to remove, should this process be killed.
    RETROLOG_RUN_FOLDER: root,
    RETROLOG_OURS: ours.join(delimiter),
    ...(run.grep ? { TEST_GREP: run.grep } : {}),
    ...run.env,
  };
}

/**
 * @param {EditorRun} run
 * @param {string} root
 */
function launchArguments(run, root) {
  return [
    ...(run.workspace ? [run.workspace] : []),
    ...(run.extensionsDir ? [] : ['--disable-extensions']),
    ...(run.workspaceTrust ? ['--enable-workspace-trust'] : []),
    `--user-data-dir=${join(root, 'user')}`,
    `--extensions-dir=${run.extensionsDir ?? join(root, 'extensions')}`,
  ];
}

/** @param {string} folder @param {Record<string, unknown>} [settings] */
async function writeSettings(folder, settings) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

/**
 * VS Code reports success also where its extension host died half-way: only a written result tells that the tests
 * came to their end.
 * @param {string | undefined} text
 * @param {unknown} failure
 */
function readResult(text, failure) {
  if (text === undefined) {
    throw new Error(
      'The tests did not come to their end: what is above says why, or the extension host died.',
      { cause: failure },
    );
  }
  const { stats, problems } = JSON.parse(text);
  if (problems.length > 0) throw new Error(`Failed in the editor:\n- ${problems.join('\n- ')}`);
  if (failure) throw failure;
  return stats;
}

import { fork } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { followServer } from './followServer.mjs';
import { installExtensions } from './installExtensions.mjs';
import { quietSettings } from './quietSettings.mjs';
import { serverArguments, serverEnvironment } from './serverArguments.mjs';
import { setUpHost } from './setUpHost.mjs';
import { windowLink } from './windowLink.mjs';

const guard = fileURLToPath(new URL('guardServer.mjs', import.meta.url));

/**
 * @typedef {object} ServerOptions
 * @property {import('./setUpHost.mjs').HostVersion} [version]
 * @property {Record<string, unknown>} [userSettings] over the quiet ones; edits of the file are not seen later
 * @property {string[]} [extensions] folders to link and `.vsix` files to install, as installed extensions
 * @property {string} [extensionsDir] a folder of installed extensions, instead of a new one
 * @property {string} [userDataDir] instead of a new one
 * @property {boolean} [smokeTestDriver] on unless false: needed for extensions under development; hides toasts
 * @property {boolean} [workspaceTrust] off unless true
 * @property {string} [connectionToken] none: anyone on this machine may connect
 * @property {number} [reconnectionGraceSeconds] how long the extension host of a lost window lives on
 * @property {NodeJS.ProcessEnv} [env] extra variables, also for extensions
 * @property {string[]} [nodeFlags] for the server's Node, and its extension hosts
 * @property {string[]} [serverFlags]
 */

/**
 * Starts a VS Code server: on 127.0.0.1 only, quiet, apart from any other VS Code, with all its files in one temporary
 * folder. It ends, and the folder goes, with `stop` or with this process, however that ends.
 * @param {ServerOptions} [options]
 */
export async function startServer(options = {}) {
  const host = await setUpHost(options.version);
  const root = await mkdtemp(join(tmpdir(), 'retrolog-host-'));
  const folders = {
    temp: join(root, 'temp'),
    userDataDir: options.userDataDir ?? join(root, 'user'),
    serverDataDir: join(root, 'server'),
    extensionsDir: options.extensionsDir ?? join(root, 'extensions'),
  };
  const env = serverEnvironment(folders, options.env);
  try {
    await mkdir(folders.temp);
    await writeUserSettings(folders.userDataDir, options.userSettings);
    await installExtensions(host, options.extensions ?? [], { ...folders, env });
  } catch (error) {
    await rm(root, { recursive: true, force: true });
    throw error;
  }
  const args = [host.serverMain, ...serverArguments(folders, options)];
  const child = fork(guard, [root, host.node, ...(options.nodeFlags ?? []), ...args], {
    detached: true,
    env,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { url, ...server } = await followServer(child, root);
  const { connectionToken, smokeTestDriver = true } = options;
  return {
    ...server,
    host,
    url,
    smokeTestDriver,
    root,
    userDataDir: folders.userDataDir,
    logsDir: join(folders.userDataDir, 'logs'),
    /** @param {string} [target] @param {[string, string][]} [payload] */
    link: (target, payload) => windowLink({ url, connectionToken }, target, payload),
  };
}

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

/** @param {string} userDataDir @param {Record<string, unknown>} [settings] */
async function writeUserSettings(userDataDir, settings) {
  const path = join(userDataDir, 'User/settings.json');
  const given = JSON.parse(await readFile(path, 'utf8').catch(() => '{}'));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify({ ...quietSettings, ...given, ...settings }, null, 2));
}

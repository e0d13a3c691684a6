// Runs the tests that need a real VS Code: those inside its extension host, then those that press keys in its
// window. `node test/runEditorTests.mjs newest|floor`
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { runInEditor } from './host/runInEditor.mjs';
import { setUpHost } from './host/setUpHost.mjs';

const [version = 'newest'] = process.argv.slice(2);
await setUpHost(version);
const { shopRepository, writeEntry } = await import('../out/test/support/shopRepository.js');

const repository = shopRepository();
try {
  await runInside({ RETROLOG_ALONE: '1' });
  repository.write('retro/retro.yml', 'team: Shop\n');
  writeEntry(repository, 'h3k9q2xa', {
    kind: 'learning',
    title: 'Prices are cents',
    date: '2026-03-04',
    tags: ['money'],
  });
  await runInside({});
} finally {
  repository.remove();
}

const args = [
  'node_modules/mocha/bin/mocha.js',
  '--timeout',
  '240000',
  '--slow',
  '10000',
  '--require',
  'out/test/vscode/window/editor.js',
  'out/test/vscode/window/*.test.js',
];
const child = spawn('node', args, { stdio: 'inherit', env: { ...process.env, RETROLOG_HOST: version } });
const [code] = await once(child, 'close');
process.exitCode = code ?? 1;

/** @param {Record<string, string>} env */
function runInside(env) {
  return runInEditor({
    version,
    extensionDevelopmentPath: resolve('.'),
    extensionTestsPath: resolve('out/test/vscode/inside/run.js'),
    workspace: repository.folder,
    env,
  });
}

import { spawn } from 'node:child_process';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const shim = fileURLToPath(new URL('spdlogShim.cjs', import.meta.url));

/** What nothing here uses, from `lib/vscode`: 230 MB. */
const superfluous = ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot'];

/**
 * Installs the VS Code server of a package like `newest/`: the package, then what the server inside needs, for which
 * its own install script would ask a compiler.
 * @param {string} folder
 */
export async function installHost(folder) {
  const server = join(folder, 'node_modules/code-server/lib/vscode');
  await runNpm(['ci'], folder);
  await useReleasedWatcher(server);
  // `npm ci` refuses here: the shrinkwrap of the server lacks one package.
  await runNpm(['install', '--omit=dev', '--no-save'], server);
  await runNpm(['install', '--omit=dev', '--no-save'], join(server, 'extensions'));
  await Promise.all(superfluous.map((path) => rm(join(server, path), { recursive: true, force: true })));
  await copyFile(shim, join(server, 'node_modules/@vscode/spdlog/index.js'));
}

/**
 * VS Code 1.105 takes its file watcher from a git address, where npm would have to build it. The release of that
 * time comes built.
 * @param {string} server
 */
async function useReleasedWatcher(server) {
  const name = '@parcel/watcher';
  const manifest = JSON.parse(await readFile(join(server, 'package.json'), 'utf8'));
  if (!manifest.dependencies[name].includes('#')) return;
  const shrinkwrap = JSON.parse(await readFile(join(server, 'npm-shrinkwrap.json'), 'utf8'));
  manifest.dependencies[name] = '2.5.1';
  delete shrinkwrap.packages[''].dependencies[name];
  delete shrinkwrap.packages[`node_modules/${name}`];
  await writeFile(join(server, 'package.json'), JSON.stringify(manifest, null, 2));
  await writeFile(join(server, 'npm-shrinkwrap.json'), JSON.stringify(shrinkwrap, null, 2));
}

/**
 * @param {string[]} args
 * @param {string} folder
 */
async function runNpm(args, folder) {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  const npm = spawn(command, [...first, ...args, '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    env: withoutOuterScript(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (output += text));
  const code = await new Promise((resolve, reject) => npm.on('error', reject).on('close', resolve));
  if (code !== 0)
    throw new Error(`npm ${args.join(' ')} in ${folder} failed with ${code}:\n${output.slice(-4000)}`);
}

/**
 * `npm test` leaves variables that point its own kind at the package it was started in.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutOuterScript(env) {
  const outer =
    /^(npm_(package|lifecycle)_|npm_config_(local_prefix|workspace|omit|include|production)|NODE_ENV$)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !outer.test(name)));
}

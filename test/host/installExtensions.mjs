import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/**
 * Puts extensions into a new folder of installed ones: a folder by a link, so that it is run as it is on disk, a
 * `.vsix` by VS Code's own installer.
 * @param {import('./setUpHost.mjs').Host} host
 * @param {string[]} extensions
 * @param {{ extensionsDir: string, userDataDir: string, serverDataDir: string, env: NodeJS.ProcessEnv }} to
 */
export async function installExtensions(host, extensions, to) {
  await mkdir(to.extensionsDir, { recursive: true });
  const isPackage = (/** @type {string} */ path) => path.endsWith('.vsix');
  for (const folder of extensions.filter((path) => !isPackage(path))) {
    const { publisher, name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    await symlink(resolve(folder), join(to.extensionsDir, `${publisher}.${name}-${version}`), 'junction');
  }
  const packages = extensions.filter(isPackage);
  if (packages.length === 0) return;
  const args = packages.flatMap((path) => ['--install-extension', resolve(path)]);
  args.push('--force', '--accept-server-license-terms', '--extensions-dir', to.extensionsDir);
  args.push('--user-data-dir', to.userDataDir, '--server-data-dir', to.serverDataDir);
  await promisify(execFile)(host.node, [host.serverMain, ...args], { env: to.env });
}

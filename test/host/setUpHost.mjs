import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installHost } from './installHost.mjs';
import { withLock } from './withLock.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const unfinished = '.unfinished-';
const installers = ['installHost.mjs', 'spdlogShim.cjs'];
const hosts = {
  newest: { is: 'VS Code 1.139.1, the newest that the extension is tested in', megabytes: 590 },
  floor: { is: 'VS Code 1.105.1, the oldest that the extension supports', megabytes: 520 },
};

/**
 * @typedef {'newest' | 'floor'} HostVersion
 * @typedef {{ version: HostVersion, node: string, serverMain: string, folder: string }} Host
 *   `node` runs `serverMain`; `folder` is that of the server, with its built-in `extensions/`
 */

/**
 * The VS Code server of a version, installed when it is not yet there.
 * @param {HostVersion} [version]
 * @returns {Promise<Host>}
 */
export async function setUpHost(version = 'newest') {
  const host = hosts[version];
  if (!host) throw new Error(`No host is called "${version}". There are: ${Object.keys(hosts).join(', ')}.`);
  const package_ = join(here, version);
  const stamp = join(package_, 'node_modules/.set-up');
  const wanted = await digest([
    join(package_, 'package-lock.json'),
    ...installers.map((file) => join(here, file)),
  ]);
  if (!(await isStamped(stamp, wanted))) {
    await withLock(join(package_, '.installing'), async () => {
      if (await isStamped(stamp, wanted)) return;
      console.error(
        `Installing ${host.is}: about ${host.megabytes} MB in ${package_}, once, from the npm registry.`,
      );
      await installBeside(package_);
      await writeFile(stamp, wanted);
    });
  }
  const folder = join(package_, 'node_modules/code-server/lib/vscode');
  return { version, node: nodeOf(package_), serverMain: join(folder, 'out/server-main.js'), folder };
}

/**
 * Installs in a folder of its own and moves the result into place: an npm that an interrupted run has left behind may
 * still be writing.
 * @param {string} package_
 */
async function installBeside(package_) {
  for (const name of await readdir(package_)) {
    if (name.startsWith(unfinished)) await rm(join(package_, name), { recursive: true, force: true });
  }
  const work = await mkdtemp(join(package_, unfinished));
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    await copyFile(join(package_, file), join(work, file));
  }
  await installHost(work);
  await rm(join(package_, 'node_modules'), { recursive: true, force: true });
  await rename(join(work, 'node_modules'), join(package_, 'node_modules'));
  await rm(work, { recursive: true, force: true });
}

/** @param {string[]} files */
async function digest(files) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex');
}

/** @param {string} stamp @param {string} wanted */
async function isStamped(stamp, wanted) {
  return (await readFile(stamp, 'utf8').catch(() => '')) === wanted;
}

/**
 * The server needs a newer Node than the project: it comes as a package where there is one.
 * @param {string} package_
 */
function nodeOf(package_) {
  const own = join(package_, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(own)) return own;
  if (Number.parseInt(process.versions.node) >= 22) return process.execPath;
  throw new Error(
    `The VS Code server needs Node 22 or newer on ${process.platform}-${process.arch}; this is ${process.version}.`,
  );
}

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { withLock } from './withLock.mjs';

const lock = fileURLToPath(new URL('.installing-packages', import.meta.url));

/**
 * Installs packages where that can be done without a question: root on Debian may, and nobody is asked for a password.
 * @param {readonly string[]} packages
 * @param {string} why a sentence for whoever waits
 * @returns {Promise<boolean>} whether they are there now
 */
export async function installFromDebian(packages, why) {
  const isDebian = /^ID=debian$/m.test(await readFile('/etc/os-release', 'utf8').catch(() => ''));
  if (!isDebian || process.getuid?.() !== 0) return false;
  console.error(why);
  const run = promisify(execFile);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return withLock(lock, async () => {
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', ...packages], { env, maxBuffer: 2 ** 26 });
    return true;
  });
}

import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const patience = 10 * 60_000;

/**
 * Runs `work` while no other process does. `path` is the lock: a file that names the process that holds it.
 * A lock whose process is gone is taken over.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  const giveUp = Date.now() + patience;
  while (!(await takeLock(path))) {
    if (Date.now() > giveUp)
      throw new Error(`${path} has been held for ten minutes. If nothing uses it, delete it.`);
    await delay(300);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** @param {string} path */
async function takeLock(path) {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = Number(await readFile(path, 'utf8').catch(() => ''));
  if (holder > 0 && !isRunning(holder)) await rm(path, { force: true });
  return false;
}

/** @param {number} id */
function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

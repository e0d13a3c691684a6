// Started by startServer as a process of its own: `guardServer.mjs FOLDER COMMAND ARGS...`. Runs the command and, when
// that ends or whoever started this one is gone (even killed), ends all that it started and removes the folder.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const [folder, command, ...args] = process.argv.slice(2);
const server = spawn(command, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
const ended = new Promise((resolve) => server.on('exit', resolve).on('error', resolve));
process.on('disconnect', endServer);
process.on('SIGTERM', endServer);
process.send?.({ group: server.pid });

const code = await ended;
// Extension hosts end by themselves once their server is gone, and may still have something to write.
await within(2000, () => !signal(0));
signal('SIGKILL');
await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
process.exit(typeof code === 'number' ? code : 1);

async function endServer() {
  signal('SIGTERM');
  await within(1500, () => server.exitCode !== null || server.signalCode !== null);
  signal('SIGKILL');
}

/**
 * @param {number} milliseconds
 * @param {() => boolean} isDone
 */
async function within(milliseconds, isDone) {
  const end = Date.now() + milliseconds;
  while (!isDone() && Date.now() < end) await delay(20);
}

/** Signals the server and all it started; false if none is left. @param {NodeJS.Signals | 0} name */
function signal(name) {
  if (server.pid === undefined) return false;
  try {
    return process.kill(-server.pid, name);
  } catch {
    return false;
  }
}

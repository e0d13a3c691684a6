import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';

const startTimeout = 30_000;

/**
 * Reads what a server says until it listens, and goes on reading.
 * @param {import('node:child_process').ChildProcess} guard
 * @param {string} root the temporary folder of the server
 */
export async function followServer(guard, root) {
  /** @type {string[]} */
  const output = [];
  const hosts = countHosts();
  const exited = onceExited(guard, root);
  const url = await new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => reject(new Error(`${why}\n${output.join('\n')}`));
    const timer = setTimeout(() => fail('The VS Code server did not start within 30 s:'), startTimeout);
    exited
      .then(({ code }) => fail(`The VS Code server ended with ${code}:`))
      .finally(() => clearTimeout(timer));
    for (const stream of [guard.stdout, guard.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (output.push(line) > 400) output.shift();
        hosts.read(line);
        const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
        if (!port) return;
        clearTimeout(timer);
        resolve(`http://127.0.0.1:${port}/`);
      });
    }
  }).catch(async (error) => {
    await stop();
    throw error;
  });

  /** Ends the server and removes its files. */
  async function stop() {
    if (guard.connected) guard.disconnect();
    await exited;
  }
  return { url, output, exited, stop, extensionHostExited: hosts.allExited };
}

/**
 * Resolves when the guard has ended. A guard that was itself killed leaves its work to this process.
 * @param {import('node:child_process').ChildProcess} guard
 * @param {string} root
 * @returns {Promise<{ code: number | null }>}
 */
function onceExited(guard, root) {
  let group = 0;
  guard.on('message', (message) => {
    group = message.group;
  });
  return new Promise((resolve) => {
    guard.on('exit', async (code, signal) => {
      if (signal && group) {
        try {
          process.kill(-group, 'SIGKILL');
        } catch {}
        await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      }
      resolve({ code });
    });
  });
}

/** Counts the extension hosts that the server's log tells of. */
function countHosts() {
  let started = 0;
  let ended = 0;
  /** @type {(() => void)[]} */
  const waiting = [];
  return {
    /** @param {string} line */
    read(line) {
      if (line.includes('Launched Extension Host Process')) started++;
      if (line.includes('Extension Host Process exited with code')) ended++;
      if (started > 0 && started === ended) for (const resolve of waiting.splice(0)) resolve();
    },
    /** Resolves when at least one extension host was started and none is left. @returns {Promise<void>} */
    allExited: () =>
      new Promise((resolve) => (started > 0 && started === ended ? resolve() : waiting.push(resolve))),
  };
}

// node test/host/openInBrowser.mjs EXTENSION FOLDER [--check]
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startServer } from './startServer.mjs';

/**
 * Serves a VS Code with an extension installed, opened on a folder or `.code-workspace`, to any browser on this
 * machine, as a person has it: toasts show, and a reload finds everything as it was. Resolves when it is stopped.
 * @param {string} extension its folder, linked: after a build, reloading the window is enough
 * @param {string} target
 * @param {{ check?: boolean, env?: NodeJS.ProcessEnv, userSettings?: Record<string, unknown> }} [options] `check`
 *   stops as soon as the page answers
 */
export async function openInBrowser(extension, target, { check = false, ...options } = {}) {
  const server = await startServer({
    ...options,
    extensions: [resolve(extension)],
    connectionToken: randomBytes(16).toString('hex'),
    reconnectionGraceSeconds: 600,
    smokeTestDriver: false,
  });
  const link = server.link(resolve(target));
  try {
    console.log(`VS Code with the extension: ${link}`);
    if (check) return await assertAnswers(link);
    console.log('Ctrl+C stops it and removes what it made.');
    await Promise.race([server.exited, interrupted()]);
  } finally {
    await server.stop();
  }
}

/** @param {string} link */
async function assertAnswers(link) {
  // The token is taken by a redirect that sets a cookie, which `fetch` would not send.
  const { status } = await fetch(link, { redirect: 'manual' });
  if (status >= 400) throw new Error(`${link} answers ${status}.`);
}

function interrupted() {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, done);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean' } },
  });
  const [extension, target] = positionals;
  if (!target) throw new Error('Give the folder of the extension and the folder to open.');
  await openInBrowser(extension, target, values);
}

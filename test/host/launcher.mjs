// Started by `runTests` of `@vscode/test-electron` in the place of desktop VS Code: takes its command line, runs the
// tests in a VS Code server and headless Chromium, prints what they print and ends with their exit code.
import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { format } from 'node:util';
import { launchBrowser } from './launchBrowser.mjs';
import { readLauncherArguments } from './readLauncherArguments.mjs';
import { startServer } from './startServer.mjs';

const interrupted = 130;
const timedOut = 124;
const serverDied = 70;
const mark = '\u001f';
const timeLimit = Number(process.env.RETROLOG_HOST_TIMEOUT ?? 600_000);

const { target, payload, options } = readLauncherArguments(process.argv.slice(2), process.env);
const server = await startServer({ ...options, env: { RETROLOG_CONSOLE_MARK: mark } });
const stopped = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(interrupted));
  if (!process.stdin.isTTY) process.stdin.on('end', () => resolve(removeRunFolder())).resume();
});
const browser = await launchBrowser({ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
const died = server.exited.then(() => serverDied);
const code = await Promise.race([runTests(), stopped, died, delay(timeLimit, timedOut)]);
if (code === timedOut) console.error(`The tests did not end within ${timeLimit / 1000} s.`);
if (code === serverDied)
  console.error(`The VS Code server ended before the tests did:\n${server.output.join('\n')}`);
await Promise.all([browser.close().catch(() => {}), server.stop()]);
process.exit(code);

/** @returns {Promise<number>} the exit code that VS Code gives the tests */
async function runTests() {
  const page = await browser.newPage();
  await page.exposeFunction('codeAutomationLog', print);
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    const exposed = page.exposeFunction('codeAutomationExit', resolve);
    exposed.then(() => page.goto(server.link(target, payload))).catch(reject);
  });
  const exitCode = await ended;
  // Whoever ends the extension host sooner loses what it still writes: coverage, and what `deactivate` does.
  await page.goto('about:blank', { timeout: 3000 }).catch(() => {});
  await Promise.race([server.extensionHostExited(), delay(5000)]);
  return exitCode;
}

/**
 * Of all that VS Code logs, only what the tests have printed is marked.
 * @param {string} level
 * @param {unknown[]} args
 */
function print(level, args) {
  const text = format(...args);
  if (process.env.RETROLOG_HOST_VERBOSE) console.error(`[${level}] ${text.replaceAll(mark, '')}`);
  else if (text.includes(mark)) console.log(text.slice(text.indexOf(mark) + 1));
}

/** The pipe ends with the runner, which then cannot clean up by itself. */
async function removeRunFolder() {
  const folder = process.env.RETROLOG_RUN_FOLDER;
  await server.stop();
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return interrupted;
}

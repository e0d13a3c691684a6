import { writeFile } from 'node:fs/promises';
import { delimiter, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { takeCoverage } from 'node:v8';
import { mapStack } from './mapStack.mjs';

/**
 * Runs mocha over test files in VS Code's extension host. Rejects when a test fails, when there is none, and when a
 * promise of ours was rejected with nobody looking. Writes the result to the file that `TEST_RESULT` names, by
 * which a run that was cut short is known.
 * @param {string[]} files
 * @param {import('mocha').MochaOptions & { ours?: (stack: string) => boolean }} [options] `ours` tells whether an
 *   unhandled rejection is of this project, by its stack
 */
export async function runMocha(files, { ours = isOurs, ...options } = {}) {
  markConsole();
  const stray = collectStrayRejections(ours);
  // Mocha keeps the console that it finds when it is loaded.
  const { default: Mocha } = await import('mocha');
  const grep = process.env.TEST_GREP || undefined;
  const mocha = new Mocha({ ui: 'tdd', color: !process.env.NO_COLOR, timeout: 60_000, grep, ...options });
  for (const file of files) await loadFile(mocha, resolve(file));
  const { stats, failures } = await runToEnd(mocha);
  const problems = [...failures, ...stray()];
  if (stats.tests === 0) problems.push(grep ? `No test matches "${grep}".` : 'There was no test.');
  for (const problem of problems.slice(failures.length)) console.error(problem);
  if (process.env.NODE_V8_COVERAGE) takeCoverage();
  if (process.env.TEST_RESULT) await writeFile(process.env.TEST_RESULT, JSON.stringify({ stats, problems }));
  if (problems.length > 0) throw new Error(`${problems.length} failed`);
}

/**
 * As mocha's own loader does, but only ever by `import()`: that one requires ES modules, and to require one that
 * imports `vscode` stops the extension host of VS Code 1.105 for good.
 * @param {import('mocha')} mocha
 * @param {string} file
 */
async function loadFile(mocha, file) {
  mocha.suite.emit('pre-require', globalThis, file, mocha);
  mocha.suite.emit('require', await import(pathToFileURL(file).href), file, mocha);
  mocha.suite.emit('post-require', globalThis, file, mocha);
}

/** @param {import('mocha')} mocha */
async function runToEnd(mocha) {
  /** @type {string[]} */
  const failures = [];
  /** @type {import('mocha').Stats} */
  const stats = await new Promise((done) => {
    const runner = mocha.run(() => done(runner.stats));
    runner.prependListener('fail', (test, error) => {
      failures.push(test.fullTitle());
      if (error?.stack) error.stack = mapStack(error.stack);
    });
  });
  return { stats, failures };
}

/** VS Code swallows unhandled rejections, its own and ours. @param {(stack: string) => boolean} ours */
function collectStrayRejections(ours) {
  /** @type {Set<string>} */
  const found = new Set();
  const note = (/** @type {unknown} */ reason) => {
    const stack = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    if (ours(stack)) found.add(`Unhandled rejection: ${mapStack(stack)}`);
  };
  process.on('unhandledRejection', note);
  return () => {
    process.off('unhandledRejection', note);
    return [...found];
  };
}

/** Whether a stack leads through the extension or its tests. @param {string} stack */
function isOurs(stack) {
  const folders = (process.env.RETROLOG_OURS ?? process.cwd()).split(delimiter);
  const lines = stack
    .split('\n')
    .filter((line) => !line.includes('/node_modules/') && !line.includes(import.meta.url));
  return lines.some((line) => folders.some((folder) => folder && line.includes(`${folder}/`)));
}

/**
 * The launcher gets what is printed here in one stream with VS Code's own logs: marked lines are ours. Assignments
 * to `console.log` are ignored in the extension host, so that the whole object is replaced.
 */
function markConsole() {
  const mark = process.env.RETROLOG_CONSOLE_MARK;
  if (!mark) return;
  const { console } = globalThis;
  globalThis.console = new Proxy(console, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (!['log', 'info', 'warn', 'error', 'debug'].includes(String(name))) return value;
      return (/** @type {unknown} */ first = '', /** @type {unknown[]} */ ...rest) =>
        typeof first === 'string'
          ? value.call(target, mark + first, ...rest)
          : value.call(target, mark, first, ...rest);
    },
  });
}

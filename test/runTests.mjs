// Runs everything that a change must pass, in the order in which it fails fastest. `npm test` runs all of it;
// `npm test -- unit` one part; the parts are the keys of `parts`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';

const mocha = (room, ...more) => [
  'node',
  ['node_modules/mocha/bin/mocha.js', '--reporter', 'spec', ...more, `out/test/${room}/**/*.test.js`],
];
const tool = (name, ...args) => ['node', [`node_modules/${name}`, ...args]];

const types = ['Types', tool('typescript/bin/tsc', '-b')];
const build = ['Build', ['npm', ['run', '--silent', 'build']]];

const parts = {
  check: [
    types,
    ['Lint', tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings')],
    ['Format', tool('@biomejs/biome/bin/biome', 'check', '.')],
    ['Unused code', tool('knip/bin/knip.js')],
  ],
  unit: [types, ['Unit tests', mocha('unit', '--timeout', '30000')]],
  contract: [types, ['Contract tests', mocha('contract', '--timeout', '240000')]],
  browser: [types, build, ['Live retros in browsers', mocha('browser', '--timeout', '180000')]],
  vscode: [
    types,
    build,
    ['The newest VS Code', ['node', ['test/runEditorTests.mjs', 'newest']]],
    ['The oldest VS Code that is supported', ['node', ['test/runEditorTests.mjs', 'floor']]],
  ],
  package: [build, ['Package', ['node', ['test/runPackageTest.mjs']]]],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `There is no part called ${unknown.join(', ')}. The parts are ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
const failures = [];
const done = new Set();
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  for (const [title, [command, args]] of parts[name]) {
    const key = [command, ...args].join(' ');
    if (!done.has(key)) {
      done.add(key);
      await run(title, command, args);
    }
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
if (failures.length > 0) {
  console.log(`\nWhat failed, and is told of in full above:\n\n${failures.join('\n')}`);
}
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs one step, shows what it prints, and counts it as one test, or as many as its runner says it ran. */
async function run(title, command, args) {
  console.log(`\n── ${title} ──`);
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text);
    printed += text;
  });
  const [code] = await once(child, 'close');
  const passing = sumOf(printed, /^\s*(\d+) passing/gm);
  const failing = sumOf(printed, /^\s*(\d+) failing/gm);
  total.passed += passing > 0 || code !== 0 ? passing : 1;
  total.failed += code === 0 ? failing : Math.max(failing, 1);
  if (code !== 0) {
    console.log(`── ${title} failed (exit code ${code}) ──`);
    failures.push(`${title} (exit code ${code})`, ...failuresIn(printed));
  }
}

/** The names of the tests that a runner says failed, each with its error up to where it was thrown. */
function failuresIn(printed) {
  const blocks = stripVTControlCharacters(printed)
    .split(/^ {2}(?=\d+\) )/m)
    .slice(1);
  return blocks.map((block) => {
    const [name, error = ''] = block.split(/:\n+(?= {5,6}\S)/);
    const [said = ''] = error.split(/\n\s*at /);
    return `  ${name.replaceAll(/\s*\n\s*/g, ', ')}: ${said.trim()}`;
  });
}

function sumOf(text, pattern) {
  return [...stripVTControlCharacters(text).matchAll(pattern)].reduce(
    (sum, match) => sum + Number(match[1]),
    0,
  );
}

// Measures what the README claims: `npm run bench`, or `npm run bench -- index` for one of them.
// Every figure is a ratio to something that is measured in the same run, or a size; the limit stands beside it.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const run = (command, args) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    process.exitCode = 1;
  }
  return status === 0;
};

const asked = process.argv.slice(2);
const steps = [
  ['npm', ['run', '--silent', 'build']],
  ['node', ['node_modules/typescript/bin/tsc', '-b']],
];
if (steps.every(([command, args]) => run(command, args))) {
  const names = readdirSync('out/test/bench')
    .filter((name) => name.endsWith('Benchmark.js'))
    .filter((name) => asked.length === 0 || asked.some((word) => name.startsWith(word)));
  for (const name of names) {
    console.log(`\n── ${name.replace('Benchmark.js', '')} ──`);
    run('node', ['--expose-gc', '--enable-source-maps', `out/test/bench/${name}`]);
  }
}

import assert from 'node:assert/strict';
import { hasMoved, momentOfCommit } from '../../../src/core/nudges/moment.ts';
import {
  type OpenConflict,
  watchConflict,
  type WorkTreeState,
} from '../../../src/core/nudges/conflictWatch.ts';
import { afterRun, type FailedRuns, isTestCommand } from '../../../src/core/nudges/testRuns.ts';

const sha = 'a1'.repeat(20);

describe('moments of learning', () => {
  for (const [subject, found] of [
    ['Revert "Round totals"', 'revert Revert "Round totals"'],
    ["Merge branch 'spike/faster-search'", 'spike spike/faster-search'],
    ["Merge branch 'poc/queue' into main", 'spike poc/queue'],
    ["Merge remote-tracking branch 'origin/spike/x'", 'spike spike/x'],
    ['Merge pull request #12 from shop/spike/faster-search', 'spike spike/faster-search'],
    ['Merged in poc/queue (pull request #3)', 'spike poc/queue'],
    ["Merge branch 'main' into spike/faster-search", undefined],
    ["Merge branch 'spikes'", undefined],
    ["Merge branch 'spike/'", undefined],
    ['Add a spike/ folder', undefined],
    ['Round totals', undefined],
    ['', undefined],
  ] as const) {
    it(`“${subject}” is ${found ?? 'none'}`, () => {
      const moment = momentOfCommit({ sha, subject });
      assert.equal(moment && `${moment.what} ${moment.about}`, found);
    });
  }
});

describe('a HEAD that is looked at', () => {
  const began = Date.parse('2027-01-12T10:00:00Z');
  const head = { sha, authored: '2027-01-12T12:05:00+02:00' };

  it('has moved where it names another commit than before', () => {
    assert.ok(hasMoved(head, 'b2'.repeat(20), began));
    assert.ok(!hasMoved(head, sha, began));
  });

  it('has moved at the first look if its commit was written since, and not if it was there already', () => {
    assert.ok(hasMoved(head, undefined, began));
    assert.ok(!hasMoved({ ...head, authored: '2027-01-12T11:59:00+02:00' }, undefined, began));
  });
});

describe('a test command', () => {
  for (const line of [
    'npm test',
    'npm t -- --watch=false',
    'npm run test:unit',
    'CI=1 npm test',
    'cd app && npm test',
    'yarn test',
    'pnpm test:e2e',
    'npx vitest run',
    'jest src/cart.test.ts',
    'pytest -x tests',
    'python3 -m unittest discover',
    'poetry run pytest',
    'go test ./...',
    'cargo test --all',
    'cargo nextest run',
    'dotnet test',
    './mvnw -q verify',
    './gradlew :shop:test --info',
    'gradle clean test',
    'bundle exec rspec spec/cart_spec.rb',
    'vendor/bin/phpunit',
    'make check',
    'node --test',
    'node --import tsx --test',
  ]) {
    it(`is “${line}”`, () => assert.equal(isTestCommand(line), true));
  }

  for (const line of [
    '',
    'npm run build',
    'npm run testimonials',
    'npm test | tee log',
    'npm test && npm publish',
    'npm test; ls',
    'echo npm test',
    'test -f package.json',
    'git commit -m "npm test"',
    'mochajs',
    'cat $(npm test)',
    'go testing',
    'make tests-folder',
    `npm test ${'x'.repeat(2000)}`,
  ]) {
    it(`is not “${line.slice(0, 40)}”`, () => assert.equal(isTestCommand(line), false));
  }

  it('is told of when it had failed and passes now, once', () => {
    let failed: FailedRuns = new Set();
    const run = (command: string, exitCode: number): boolean => {
      const after = afterRun(failed, command, exitCode);
      failed = after.failed;
      return after.recovered;
    };
    assert.deepEqual(
      [run('a', 0), run('a', 1), run('b', 0), run('a', 1), run('a', 0), run('a', 0)],
      [false, false, false, false, true, false],
    );
    for (let other = 0; other < 60; other++) {
      run(String(other), 1);
    }
    assert.equal(failed.size, 50);
  });
});

describe('a conflict', () => {
  /** The commits that resolved one, as a work tree goes through states. */
  function resolved(...states: readonly WorkTreeState[]): readonly string[] {
    let open: OpenConflict | undefined;
    return states.flatMap((state) => {
      const seen = watchConflict(open, state);
      open = seen.open;
      return seen.resolvedBy ?? [];
    });
  }
  const calm = { head: 'a', conflicts: 0, staged: 0 };

  it('is resolved by the commit that follows it', () => {
    const states = [calm, { ...calm, conflicts: 2 }, { ...calm, staged: 2 }, { ...calm, head: 'b' }];
    assert.deepEqual(resolved(...states, { ...calm, head: 'c' }), ['b']);
  });

  it('is resolved by none where it was given up', () => {
    assert.deepEqual(resolved({ ...calm, conflicts: 1 }, calm, { ...calm, head: 'b' }), []);
  });

  it('is none where there was none', () => {
    assert.deepEqual(resolved(calm, { ...calm, staged: 1 }, { ...calm, head: 'b' }), []);
  });

  it('of a rebase is resolved step by step', () => {
    const states = [
      { ...calm, conflicts: 1 },
      { head: 'b', conflicts: 1, staged: 0 },
      { ...calm, head: 'c' },
    ];
    assert.deepEqual(resolved(...states), ['c']);
  });
});

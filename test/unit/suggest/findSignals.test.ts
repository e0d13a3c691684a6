import assert from 'node:assert/strict';
import type { PastCommit } from '../../../src/core/ports/past.ts';
import { findSignals } from '../../../src/core/suggest/findSignals.ts';
import { lineOf, shaOf } from '../../support/pastCommit.ts';

const found = (commits: readonly PastCommit[]) =>
  findSignals(commits, []).map(({ rule, commits: [first, ...others] }) =>
    [rule, first.subject, ...others.map(({ subject }) => subject)].join(' | '),
  );

describe('signs in a history', () => {
  it('come newest first, with what a revert takes back', () => {
    const commits = lineOf(
      'Learned: ask first',
      `Revert "Cache pages"\n\nThis reverts commit ${shaOf('c1')}.\n`,
      'Round later',
      'Cache pages',
    );
    assert.deepEqual(found(commits), [
      'message-line | Learned: ask first',
      'revert | Revert "Cache pages" | Cache pages',
    ]);
  });

  it('are no signs where a revert is landed again, whatever its words', () => {
    const commits = lineOf(
      `Caching, this time with jitter\n\nThis reverts commit ${shaOf('c2')}.\n`,
      `Revert "Cache pages"\n\nThis reverts commit ${shaOf('c1')}.\n`,
      'Cache pages',
    );
    assert.deepEqual(found(commits), ['revert | Revert "Cache pages" | Cache pages']);
  });

  it('give the kind, the day, the title and the reason of a revert', () => {
    const [signal] = findSignals(
      lineOf({ message: 'Revert "Cache pages"\n\nOrders were lost.\n', day: '2026-03-05' }),
      [],
    );
    assert.deepEqual(signal, {
      rule: 'revert',
      kind: 'failure',
      title: 'Revert "Cache pages"',
      body: 'Orders were lost.',
      date: '2026-03-05',
      commits: [{ sha: shaOf('c1'), subject: 'Revert "Cache pages"', authored: '2026-03-04T09:01:00Z' }],
    });
  });

  it('take “This reverts commit” in the body only for a commit that is below it on the main line', () => {
    const body = (hash: string) => `Back to the old cache\n\nThis reverts commit ${hash}.\n`;
    assert.deepEqual(found(lineOf(body(shaOf('c1')), 'Round later', 'Cache pages')), [
      'reverts-commit | Back to the old cache | Cache pages',
    ]);
    assert.deepEqual(found(lineOf(body(shaOf('c1').slice(0, 9)), 'Round later', 'Cache pages')), [
      'reverts-commit | Back to the old cache | Cache pages',
    ]);
    assert.deepEqual(found(lineOf(body('d'.repeat(40)), 'Round later', 'Cache pages')), [], 'unknown');
    assert.deepEqual(found(lineOf('Round later', body(shaOf('c3')), 'Cache pages')), [], 'itself');
    assert.deepEqual(found(lineOf('Cache pages', body(shaOf('c3')), 'Begin')), [], 'newer');
    assert.deepEqual(
      found(lineOf(`Reapply "x"\n\nThis reverts commit ${shaOf('c1')}.`, 'Cache pages')),
      [],
      'again',
    );
  });

  it('know a main line by first parents: what was merged from the side is not on it', () => {
    const [merge, back, side, base] = ['merge', 'back', 'side', 'base'].map((name) =>
      shaOf(Buffer.from(name).toString('hex')),
    ) as [string, string, string, string];
    const message = (sha: string) => `Back to the old cache\n\nThis reverts commit ${sha}.\n`;
    const history = (reverted: string): readonly PastCommit[] =>
      lineOf(
        { sha: merge, parents: [base, back], message: 'Merge branch' },
        { sha: back, parents: [side], message: message(reverted) },
        { sha: side, parents: [base], message: 'Cache pages' },
        { sha: base, parents: [], message: 'Begin' },
      );
    assert.deepEqual(found(history(side)), []);
    assert.deepEqual(found(history(base)), ['reverts-commit | Back to the old cache | Begin']);
  });

  it('take flaky and flake as words of the subject', () => {
    for (const subject of [
      'Retry the flaky login test',
      'test: Flaky on Mondays',
      'Another flake in checkout',
    ]) {
      assert.deepEqual(found(lineOf(subject)), [`flaky | ${subject}`]);
    }
    for (const message of [
      'Add snowflake to the menu',
      'Configure flake8',
      'Update flake.lock',
      'nix: update the flake',
      'Remove flakiness',
      'Retry the login\n\nIt was flaky.',
    ]) {
      assert.deepEqual(found(lineOf(message)), [], message);
    }
  });

  it('are not seen in what was tried and told nothing', () => {
    assert.deepEqual(
      found(
        lineOf('Fix rounding', 'Hotfix', 'Spike: caching', 'Try a smaller cache', 'Experiment: new checkout'),
      ),
      [],
    );
  });

  it('tell which commit a fix names: by its subject, the newest before it, or by a hash', () => {
    const signals = findSignals(
      lineOf(
        'Limit retries\n\nFixes: c1000000 ("Cache pages")\n',
        'fixup! fixup! Round later',
        'Round later',
        'Round later',
        'Cache pages',
      ),
      [],
    );
    assert.deepEqual(
      signals.map((signal) => signal.rule === 'fixes-commit' && [signal.named, signal.target?.sha]),
      [
        ['c1000000', shaOf('c1')],
        ['Round later', shaOf('c3')],
      ],
    );
  });

  it('do not take the number of an issue for a hash', () => {
    assert.deepEqual(
      found(lineOf('Limit retries\n\nFixes: #1234567\nFixes: SHOP-12\nFixes the cache\n')),
      [],
    );
  });

  it('are not looked for in commits that name an entry, nor in merges, but for the lines of these', () => {
    assert.deepEqual(found(lineOf('Revert "Cache pages"\n\nRetro: k3f9q2xa\n')), []);
    const parents = [shaOf('1'), shaOf('2')];
    assert.deepEqual(found(lineOf({ message: 'Revert "Cache pages"', parents })), []);
    assert.deepEqual(found(lineOf({ message: 'Merge branch\n\nLearned: ask first\n', parents })), [
      'message-line | Merge branch',
    ]);
  });

  it('take a time that grows as the history does', () => {
    const long = `Revert "${'x '.repeat(2000)}"\n\n${'Learned: a\n'.repeat(500)}`;
    const history = (count: number) => lineOf(...Array.from({ length: count }, () => long));
    const best = [Infinity, Infinity];
    const inputs = [history(20), history(160)];
    for (let run = 0; run < 8; run += 1) {
      for (const [index, input] of inputs.entries()) {
        const started = process.cpuUsage().user;
        findSignals(input, []);
        best[index] = Math.min(best[index] ?? Infinity, process.cpuUsage().user - started);
      }
    }
    assert.ok((best[1] ?? 0) / (best[0] ?? 1) < 27, best.join(' '));
  }).timeout(20_000);

  it('are found fast in a message made to hold a reader up', () => {
    for (const evil of [
      '['.repeat(30_000),
      'a('.repeat(15_000),
      `Revert ${'the '.repeat(8000)}`,
      `Revert ${'"'.repeat(30_000)}`,
      'Retro:'.repeat(5000),
      `x\n${'- '.repeat(15_000)}`,
      `x\n${'This reverts commit '.repeat(1500)}`,
      `x\n${'\n'.repeat(30_000)}`,
      'fixup! '.repeat(4000),
      `${' \t'.repeat(15_000)}x`,
      `x\nRetro:${' \t'.repeat(15_000)}x`,
      `x\nFixes:${' \t'.repeat(15_000)}x`,
    ]) {
      const started = process.cpuUsage().user;
      findSignals(lineOf(evil, 'x'), []);
      assert.ok(process.cpuUsage().user - started < 500_000, evil.slice(0, 20));
    }
  }).timeout(20_000);
});

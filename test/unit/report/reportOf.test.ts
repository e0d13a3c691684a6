import assert from 'node:assert/strict';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { trendsOf } from '../../../src/core/trends/trendsOf.ts';
import { addDays } from '../../../src/core/dates.ts';
import { ago, concluded, end, logOf, made, report, window } from './anyReport.ts';

const titles = (list: {
  readonly shown: readonly { readonly entry: { readonly title: string } }[];
}): string[] => list.shown.map(({ entry }) => entry.title);

describe('a report over one log', () => {
  it('tells what was tried, the newest end first, with what was expected, came out and was learned', () => {
    const first = concluded(80, { outcome: 'invalidated' });
    const last = concluded(0);
    const learned = made('learning', 5, { links: [first.id] });
    const bodies = {
      [first.path]: '## Hypothesis\n\nIt *helps*.\n\n## Measure\n\nx\n\n## Result\n\nIt did not.\n',
    };
    const { tried } =
      report(logOf([first, last, learned, concluded(91)], {}, { bodies })).logs[0] ?? assert.fail();
    assert.deepEqual(titles(tried), [last.title, first.title]);
    const { outcome, days, hypothesis, result, learned: from } = tried.shown[1] ?? assert.fail();
    assert.deepEqual([outcome, days, hypothesis, result], ['invalidated', 10, 'It helps.', 'It did not.']);
    assert.deepEqual(
      from.map(({ path }) => path),
      [learned.path],
    );
    assert.equal(tried.shown[0]?.hypothesis, undefined);
  });

  it('tells what was learned, from what, and what came back in which failure', () => {
    const failure = made('failure', 60, { tags: ['cache'] });
    const learned = made('learning', 50, { links: [failure.id], tags: ['cache'] });
    const again = made('failure', 10, { tags: ['cache'] });
    const { learned: all, cameBack } = report(logOf([failure, learned, again])).logs[0] ?? assert.fail();
    assert.deepEqual(
      all.shown.map(({ entry, from }) => [entry.path, from.map(({ path }) => path)]),
      [[learned.path, [failure.path]]],
    );
    assert.deepEqual(
      cameBack.shown.map(({ entry, failures, shared }) => [
        entry.path,
        failures.map(({ path }) => path),
        shared,
      ]),
      [[learned.path, [again.path], ['cache']]],
    );
  });

  it('tells what had not ended on the last day, whatever became of it since', () => {
    const tomorrow = addDays(end, 1);
    const entries = [
      made('action', 20, { status: 'open', due: ago(5) }),
      made('action', 30, { status: 'done', closed: tomorrow }),
      made('action', 40, { status: 'done', closed: end }),
      made('action', 40, { status: 'done' }),
      made('action', -1, { status: 'open' }),
      made('blocker', 8, { status: 'open' }),
      made('blocker', 9, { status: 'cleared', closed: tomorrow }),
      made('blocker', 9, { status: 'cleared', closed: end }),
      made('experiment', 15, { status: 'running', started: ago(12), timebox: tomorrow }),
    ];
    const { actions, blockers, running } = report(logOf(entries)).logs[0] ?? assert.fail();
    const ages = (list: typeof actions): (number | undefined)[][] =>
      list.shown.map(({ age, left }) => [age, left]);
    assert.deepEqual(ages(actions), [
      [30, undefined],
      [20, -5],
    ]);
    assert.deepEqual(ages(blockers), [
      [9, undefined],
      [8, undefined],
    ]);
    assert.deepEqual(ages(running), [[12, 1]]);
  });

  it('puts now beside the same span before, and calls only that a change of which it is sure', () => {
    const many = Array.from({ length: 20 }, (_, at) => made('learning', at));
    const { counts, summary } =
      report(logOf([...many, made('learning', 91), concluded(5), concluded(100), concluded(110)])).logs[0] ??
      assert.fail();
    const count = (name: string): unknown[] => {
      const one = counts.find((each) => each.name === name) ?? assert.fail();
      return [one.now, one.before, one.change];
    };
    assert.deepEqual(count('Learnings'), [20, 1, 'more']);
    assert.deepEqual(count('Experiments concluded'), [1, 2, 'unclear']);
    assert.equal(
      summary,
      '1 experiment was concluded and 20 learnings written down in 13 weeks; 2 and 1 in the 13 weeks before. Learnings went up clearly.',
    );
  });

  it('has the figures of the trends of that window, and every indicator over both spans', () => {
    const entries = [concluded(3), concluded(40), made('learning', 1), made('failure', 2)];
    const { trends, figures } = report(logOf(entries)).logs[0] ?? assert.fail();
    const facts = { entries, pages: [], problems: [], history: { state: 'notCollected' } as const };
    assert.deepEqual(trends, trendsOf({ ...facts, window, every: 'week' }));
    assert.equal(figures.length, 17);
    const rate = figures.find(({ key }) => key === 'experimentationRate');
    assert.equal(rate?.rows.length, 26);
    assert.equal(rate.rows.at(-1)?.[1], rate.value);
    assert.equal(figures.find(({ key }) => key === 'internalMobility')?.chart, undefined);
  });

  it('says what was left out, and which files', () => {
    const untestable = made('experiment', 3, { testable: false });
    const { leftOut } = report(logOf([untestable])).logs[0] ?? assert.fail();
    assert.match(leftOut[0]?.message ?? '', /history/);
    assert.deepEqual(
      leftOut[1]?.files.shown.map(({ path }) => path),
      [untestable.path],
    );
  });

  it('goes on for a hundred and says how many more there are', () => {
    const many = Array.from({ length: 130 }, (_, at): Entry => made('learning', at % 90));
    const { learned } = report(logOf(many)).logs[0] ?? assert.fail();
    assert.deepEqual([learned.shown.length, learned.more], [100, 30]);
  });

  it('says so where there was nothing', () => {
    assert.match(
      report(logOf([])).logs[0]?.summary ?? '',
      /^No experiment was concluded and no learning written down in these 13 weeks/,
    );
  });
});

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addDays } from '../../../src/core/dates.ts';
import { bucketLengths } from '../../../src/core/trends/buckets.ts';
import { chartOf } from '../../../src/core/trends/chartOf.ts';
import { entriesBehind } from '../../../src/core/trends/entriesBehind.ts';
import { isMissing } from '../../../src/core/trends/figures.ts';
import { findingOf } from '../../../src/core/trends/findings.ts';
import { meaningOf } from '../../../src/core/trends/meanings.ts';
import { measures } from '../../../src/core/trends/measures.ts';
import type { Series, SeriesKey, SeriesPoint } from '../../../src/core/trends/series.ts';
import { seriesOf } from '../../../src/core/trends/seriesOf.ts';
import { type LogFacts, Timeline } from '../../../src/core/trends/timeline.ts';
import type { Indicators, Trends } from '../../../src/core/trends/trends.ts';
import { trendsIn } from '../../../src/core/trends/trendsOf.ts';
import { daysUpTo } from '../../../src/core/trends/windows.ts';
import { entryOf } from '../../support/entryOf.ts';
import { historyOf } from '../../support/historyOf.ts';
import { anyEntries, anyFacts, end } from './anyLog.ts';

const keys = Object.keys(measures) as SeriesKey[];
const anyLength = fc.constantFrom(...bucketLengths);

function laidOut(some: Partial<LogFacts>): Timeline {
  return new Timeline({ entries: [], pages: [], problems: [], history: { state: 'notCollected' }, ...some });
}

function seriesIn(log: Timeline, trends: Trends, key: SeriesKey): Series {
  const series = seriesOf(log, trends, key);
  assert.ok(!isMissing(series), `${key} is missing.`);
  return series;
}

function experiment(id: string, concluded: string): Parameters<typeof entryOf>[0] {
  const status = { status: 'concluded', outcome: 'validated', testable: true };
  return {
    id,
    kind: 'experiment',
    date: addDays(concluded, -10),
    started: addDays(concluded, -9),
    concluded,
    ...status,
  };
}

/** The number that stands for a figure at the end of its series; `undefined`: none. */
function numberOf(key: SeriesKey, indicators: Indicators): number | undefined {
  const figure = indicators[key] as unknown as Record<string, number> & { interval?: unknown };
  if (key === 'experimentFlow') {
    return figure['started'];
  }
  if (key === 'cadence') {
    return figure['meetings'];
  }
  const { k, n = 0, value, median } = figure;
  return k === undefined
    ? (value ?? median ?? undefined)
    : n < (key === 'surpriseShare' ? 8 : 5)
      ? undefined
      : k / n;
}

describe('a series', function () {
  this.timeout(30_000);

  it('ends with the figure itself, its interval and n, for every indicator of any log', () => {
    fc.assert(
      fc.property(anyEntries, anyFacts, anyLength, (entries, facts, every) => {
        const log = laidOut({ entries, history: { state: 'ok', facts } });
        const trends = trendsIn(log, daysUpTo(end, 182), every);
        for (const key of keys.filter((one) => !isMissing(trends.indicators[one]))) {
          const last = seriesIn(log, trends, key).points.at(-1);
          const { interval, k, n } = trends.indicators[key] as Partial<SeriesPoint>;
          if (last?.gap === 'before') {
            continue;
          }
          assert.equal(last?.value ?? undefined, numberOf(key, trends.indicators), key);
          assert.deepEqual(
            [last?.k, last?.n].filter((one) => one !== undefined),
            [k, n].filter((one) => one !== undefined),
            key,
          );
          if (interval !== undefined) {
            assert.deepEqual(last?.interval, interval, key);
          }
        }
      }),
    );
  });

  it('is at the end of each bucket what the figure was on that day', () => {
    fc.assert(
      fc.property(anyEntries, anyFacts, anyLength, (entries, facts, every) => {
        const log = laidOut({ entries, history: { state: 'ok', facts } });
        const now = trendsIn(log, daysUpTo(end, 182), every);
        for (const key of keys.filter((one) => !isMissing(now.indicators[one]))) {
          for (const point of seriesIn(log, now, key).points.filter(({ gap }) => gap !== 'before')) {
            const then = trendsIn(log, { from: point.end, to: point.end }, every);
            assert.equal(point.value ?? undefined, numberOf(key, then.indicators), key);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('counts as many entries behind a point as the point says', () => {
    fc.assert(
      fc.property(anyEntries, anyFacts, (entries, facts) => {
        const log = laidOut({ entries, history: { state: 'ok', facts } });
        const trends = trendsIn(log, daysUpTo(end, 182), 'month');
        const told = keys.filter(
          (key) => !['participation', 'spread', 'sharedAreas', 'psychologicalSafety'].includes(key),
        );
        for (const key of told.filter((one) => !isMissing(trends.indicators[one]))) {
          for (const point of seriesIn(log, trends, key).points.filter(({ gap }) => gap !== 'before')) {
            const behind = entriesBehind(log, key, point);
            const counted = behind.filter(({ counts }) => counts).length;
            assert.equal(new Set(behind.map(({ path }) => path)).size, behind.length);
            assert.equal(behind.length, point.n ?? point.value, key);
            assert.equal(counted, point.k ?? (point.n === undefined ? point.value : counted), key);
          }
        }
      }),
    );
  });

  it('does not change with entries after its end', () => {
    fc.assert(
      fc.property(anyEntries, anyFacts, (entries, facts) => {
        const history = { state: 'ok', facts } as const;
        const until = addDays(end, -100);
        const seen = (some: typeof entries) => {
          const log = laidOut({ entries: some, history });
          const trends = trendsIn(log, daysUpTo(until, 91), 'week');
          return JSON.stringify(keys.map((key) => seriesOf(log, trends, key)));
        };
        const later = entryOf({
          ...experiment('later', addDays(until, 1)),
          date: addDays(until, 1),
          links: ['entry1'],
        });
        assert.equal(seen([...entries, { ...later, started: addDays(until, 1) }]), seen(entries));
      }),
      { numRuns: 50 },
    );
  });

  it('has gaps, and no 0, before the log began', () => {
    const log = laidOut({ entries: [entryOf(experiment('first', addDays(end, -13)))] });
    const trends = trendsIn(log, daysUpTo(end, 56), 'week');
    const { points } = seriesIn(log, trends, 'experimentationRate');
    assert.deepEqual(
      points.map(({ value, gap }) => gap ?? value),
      ['before', 'before', 'before', 'before', 0, 0, 1, 1],
    );
  });

  it('says of a share below its least n how many of how many, and gives no number', () => {
    const entries = [1, 2, 3].map((at) =>
      entryOf({ id: `f${at}`, kind: 'failure', date: addDays(end, -20 - at) }),
    );
    const log = laidOut({ entries });
    const trends = trendsIn(log, daysUpTo(end, 28), 'week');
    const last = seriesIn(log, trends, 'learningYield').points.at(-1);
    assert.deepEqual(
      { value: last?.value, k: last?.k, n: last?.n, gap: last?.gap },
      { value: null, k: 0, n: 3, gap: 'few' },
    );
  });

  it('ends hollow where the bucket is not over, and on the day that was asked for', () => {
    const log = laidOut({ entries: [entryOf({ id: 'one' })] });
    const trends = trendsIn(log, daysUpTo('2026-06-24', 28), 'week');
    const points = seriesIn(log, trends, 'learningRate').points.map(({ end: day, finished }) => [
      day,
      finished,
    ]);
    assert.deepEqual(points.slice(-2), [
      ['2026-06-21', true],
      ['2026-06-24', false],
    ]);
    const chart = chartOf(trends, seriesIn(log, trends, 'learningRate'));
    assert.deepEqual(chart.points.at(-1)?.finished, false);
    assert.equal(chart.title, findingOf(trends.indicators, 'learningRate'));
  });

  it('is missing, with the reason, where the figure is', () => {
    const log = laidOut({
      entries: [entryOf({ id: 'one' })],
      history: { state: 'incomplete', reason: 'shallow' },
    });
    const trends = trendsIn(log, daysUpTo(end, 28), 'week');
    assert.deepEqual(seriesOf(log, trends, 'participation'), { missing: 'history incomplete' });
    assert.equal(
      findingOf(trends.indicators, 'participation'),
      'Active people who took part: history incomplete',
    );
  });
});

describe('the words for figures', () => {
  it('say of every indicator what it found and what it means, each in one sentence', () => {
    const { indicators } = trendsIn(laidOut({}), daysUpTo(end, 28), 'week');
    for (const key of Object.keys(indicators) as (keyof Indicators)[]) {
      assert.match(findingOf(indicators, key), /^[A-Z0-9].*[^.]$/);
      assert.match(meaningOf(key), /^[A-Z].*\.$/);
    }
  });
});

describe('the figures of a part of a log', () => {
  const entries = [
    entryOf({ id: 'tagged', kind: 'failure', tags: ['Cache'], date: addDays(end, -30) }),
    entryOf({ id: 'placed', kind: 'failure', code: [{ path: 'src/pay/a.ts' }], date: addDays(end, -30) }),
    entryOf({
      id: 'linked',
      kind: 'failure',
      commits: [{ sha: 'a'.repeat(40), paths: ['src/pay/b.ts'] }],
      date: addDays(end, -30),
    }),
    entryOf({ id: 'lesson', kind: 'learning', links: ['tagged', 'placed'], date: addDays(end, -29) }),
    entryOf({ id: 'idea', kind: 'experiment', tags: ['cache'], testable: false }),
    entryOf({ id: 'other', kind: 'experiment', testable: false }),
  ];
  const history = historyOf({
    commits: [
      { day: addDays(end, -1), people: ['ada'], areas: ['src/pay'] },
      { day: addDays(end, -2), people: ['bo'], areas: ['src/web'] },
    ],
  });
  const figures = (part: LogFacts['part']): Trends =>
    trendsIn(laidOut({ entries, history, ...(part && { part }) }), daysUpTo(end, 91), 'week');

  it('are of the entries with the tag, however it is written; what they lead to may have none', () => {
    const { indicators, notes, tag } = figures({ tag: 'cache' });
    assert.equal(tag, 'cache');
    assert.deepEqual([indicators.learningYield.k, indicators.learningYield.n], [1, 1]);
    assert.equal(indicators.learningRate.value, 0);
    assert.deepEqual(
      notes.map(({ code, paths }) => [code, paths?.length]),
      [['untestable', 1]],
    );
  });

  it('are of the entries whose places, or else commits, are in the area, and of its commits', () => {
    const { indicators } = figures({ area: 'src/pay' });
    assert.deepEqual([indicators.learningYield.k, indicators.learningYield.n], [1, 2]);
    assert.deepEqual(indicators.participation, { k: 0, n: 1, interval: null, previous: { k: 0, n: 0 } });
  });

  it('are not collected where commits would need a tag, or meetings an area', () => {
    const { indicators } = figures({ tag: 'cache' });
    for (const key of [
      'participation',
      'sharedAreas',
      'internalMobility',
      'cadence',
      'psychologicalSafety',
    ] as const) {
      assert.deepEqual(indicators[key], { missing: 'not collected for a tag' }, key);
    }
    assert.equal(indicators.experimentationRate.perPersonWeeks, undefined);
    assert.deepEqual(figures({ area: 'src/pay' }).indicators.cadence, {
      missing: 'not collected for an area',
    });
  });
});

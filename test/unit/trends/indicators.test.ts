import assert from 'node:assert/strict';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { addDays } from '../../../src/core/dates.ts';
import type { Page } from '../../../src/core/format/parseFile.ts';
import type { HistoryAnswer } from '../../../src/core/trends/historyFacts.ts';
import type { Indicators, Trends } from '../../../src/core/trends/trends.ts';
import { trendsOf } from '../../../src/core/trends/trendsOf.ts';
import { daysUpTo } from '../../../src/core/trends/windows.ts';
import { poissonInterval } from '../../../src/core/statistics/poissonInterval.ts';
import { wilsonInterval } from '../../../src/core/statistics/wilsonInterval.ts';
import { entryOf } from '../../support/entryOf.ts';
import { historyOf } from '../../support/historyOf.ts';

/** A Sunday: the end of an ISO week, and of a quarter but for two days. */
const end = '2026-06-28';
const notCollected: HistoryAnswer = { state: 'notCollected' };

interface Given {
  readonly entries?: readonly Entry[];
  readonly pages?: readonly Page[];
  readonly history?: HistoryAnswer;
}

function trends({ entries = [], pages = [], history = notCollected }: Given): Trends {
  return trendsOf({ entries, pages, problems: [], history, window: daysUpTo(end, 182), every: 'week' });
}

function figures(given: Given): Indicators {
  return trends(given).indicators;
}

function ago(days: number): string {
  return addDays(end, -days);
}

let count = 0;
function made(some: Partial<Entry>): Entry {
  count += 1;
  return entryOf({ id: `entry${count}`, date: end, ...some });
}

function experiment(some: Partial<Entry>): Entry {
  const status = some.concluded === undefined ? 'running' : 'concluded';
  return made({
    kind: 'experiment',
    date: ago(170),
    testable: true,
    status,
    ...(some.concluded === undefined ? {} : { outcome: 'validated' }),
    ...some,
  });
}

function action(some: Partial<Entry>): Entry {
  return made({ kind: 'action', status: some.closed === undefined ? 'open' : 'done', ...some });
}

function meeting(some: Partial<Page>): Page {
  return {
    id: 'meeting1',
    kind: 'meeting',
    date: end,
    title: 'Retro',
    path: 'retro/meetings/m.md',
    minuted: [],
    ...some,
  };
}

describe('the experimentation rate', () => {
  it('counts experiments that were concluded in 28 days, both ends in, and in the 28 before', () => {
    const { experimentationRate } = figures({
      entries: [0, 27, 28, 55, 56].map((days) => experiment({ concluded: ago(days) })),
    });
    assert.deepEqual(experimentationRate, { value: 2, interval: poissonInterval(2), previous: 2 });
  });

  it('leaves out what has no outcome, cannot be tested, was imported, or is a copy', () => {
    const twice = experiment({ concluded: end });
    const { indicators, notes } = trends({
      entries: [
        twice,
        { ...twice, path: `${twice.path}.copy.md` },
        { ...experiment({ concluded: end }), outcome: undefined } as unknown as Entry,
        experiment({ concluded: end, testable: false }),
        experiment({ concluded: end, imported: 'elsewhere' }),
      ],
    });
    assert.equal(indicators.experimentationRate.value, 1);
    assert.deepEqual(
      notes.map(({ code, paths }) => [code, paths?.length]),
      [
        ['history-not-collected', undefined],
        ['untestable', 1],
        ['imported', 1],
        ['duplicate-id', 1],
      ],
    );
  });

  it('is told for 10 weeks of one person’s activity, with its interval, where the history is known', () => {
    const commits = [0, 6, 7, 27].map((days) => ({ day: ago(days), people: ['ada'] }));
    const alsoBo = [...commits, { day: ago(1), people: ['ada', 'bo'] }, { day: ago(28), people: ['bo'] }];
    const { experimentationRate } = figures({
      entries: [experiment({ concluded: end }), experiment({ concluded: ago(3) })],
      history: historyOf({ commits: alsoBo }),
    });
    // Ada in three of the four weeks, Bo in one.
    const [low, high] = poissonInterval(2);
    assert.deepEqual(experimentationRate.perPersonWeeks, { value: 5, interval: [low * 2.5, high * 2.5] });
  });
});

describe('the flow of experiments', () => {
  it('names those that run, the oldest first, and how long they do', () => {
    const young = experiment({ started: ago(3) });
    const old = experiment({ started: ago(40) });
    const noStart = experiment({ date: ago(9) });
    const { started, running } = figures({
      entries: [
        young,
        old,
        noStart,
        experiment({ status: 'planned' }),
        experiment({ started: ago(50), concluded: ago(2) }),
      ],
    }).experimentFlow;
    assert.equal(started, 3);
    assert.deepEqual(running, [
      { id: old.id, days: 40 },
      { id: noStart.id, days: 9 },
      { id: young.id, days: 3 },
    ]);
  });

  it('shares out only what was started 28 days ago or earlier: a recent start says nothing yet', () => {
    const { concludedShare } = figures({
      entries: [
        experiment({ started: ago(28), concluded: ago(1) }),
        experiment({ started: ago(90) }),
        experiment({ started: ago(27), concluded: ago(1) }),
        experiment({ started: ago(91), concluded: ago(60) }),
        experiment({ started: ago(120) }),
      ],
    }).experimentFlow;
    assert.deepEqual(concludedShare, { k: 1, n: 2, interval: null, previous: { k: 0, n: 1 } });
  });

  it('calls stale what nobody edited for 28 days, and cannot tell without a history', () => {
    const [quiet, busy, uncommitted] = [1, 2, 3].map(() => experiment({ started: ago(60) }));
    const entries = [quiet, busy, uncommitted] as Entry[];
    const files = new Map([
      [quiet?.path ?? '', { people: ['ada'], days: [ago(28), ago(60)] }],
      [busy?.path ?? '', { people: ['ada'], days: [ago(27), ago(60)] }],
    ]);
    assert.deepEqual(figures({ entries, history: historyOf({ files }) }).experimentFlow.stale, [quiet?.id]);
    assert.deepEqual(figures({ entries }).experimentFlow.stale, { missing: 'not collected' });
  });

  it('finds the newest edit where a rebase put an older one after it', () => {
    const rebased = experiment({ started: ago(60) });
    const files = new Map([[rebased.path, { people: ['ada'], days: [ago(50), ago(9), ago(60)] }]]);
    const given = { entries: [rebased], history: historyOf({ files }) };
    assert.deepEqual(figures(given).experimentFlow.stale, []);
  });
});

describe('the share of surprises', () => {
  it('is invalidated and inconclusive ones of all that were concluded in 13 weeks, with an interval from 8 on', () => {
    const outcomes = [
      'validated',
      'invalidated',
      'inconclusive',
      'stopped',
      'validated',
      'validated',
      'validated',
    ];
    const entries = outcomes.map((outcome) => experiment({ concluded: ago(90), outcome }));
    assert.deepEqual(figures({ entries }).surpriseShare, {
      k: 2,
      n: 7,
      interval: null,
      previous: { k: 0, n: 0 },
    });
    const eight = [...entries, experiment({ concluded: ago(0), outcome: 'invalidated' })];
    assert.deepEqual(figures({ entries: eight }).surpriseShare.interval, wilsonInterval(3, 8));
  });
});

describe('learning', () => {
  it('comes of a failure or an experiment when either names the other, and both had 14 days', () => {
    const [named, naming, late, alone] = [14, 90, 13, 20].map((days) =>
      made({ kind: 'failure', date: ago(days) }),
    );
    const tried = experiment({ concluded: ago(14) });
    const learned = made({ date: ago(2), links: [named?.id.toUpperCase() ?? '', tried.id, late?.id ?? ''] });
    const entries = [named, late, alone, learned, tried, { ...naming, links: [learned.id] }] as Entry[];
    const { learningYield, learningRate } = figures({ entries });
    assert.deepEqual(learningYield, { k: 3, n: 4, interval: null, previous: { k: 0, n: 0 } });
    assert.equal(learningRate.value, 1);
  });

  it('is not foreseen: a learning after the end does not count', () => {
    const failure = made({ kind: 'failure', date: ago(30) });
    const learned = made({ date: addDays(end, 1), links: [failure.id] });
    assert.equal(figures({ entries: [failure, learned] }).learningYield.k, 0);
  });

  it('takes the days from a failure to its first learning; what is open counts as long as it was seen', () => {
    const failures = [10, 20, 30, 40, 5].map((days) => made({ kind: 'failure', date: ago(days) }));
    const after = (at: number, days: number): Entry =>
      made({ date: addDays(failures[at]?.date ?? '', days), links: [failures[at]?.id ?? ''] });
    const entries = [...failures, after(0, 4), after(0, 9), after(1, 6), after(2, 15)];
    // 4, 6, 15 ended; 5 and 40 open: left after 4: 4/5, after 6: 4/5·2/3, after 15: 4/15.
    assert.deepEqual(figures({ entries }).timeToLearning, {
      median: 15,
      within14: { k: 2, n: 4 },
      open: 2,
      n: 5,
    });
  });
});

describe('actions', () => {
  it('are followed through when closed within 30 days, of those opened 30 to 120 days ago', () => {
    const entries = [
      action({ date: ago(30), closed: ago(0) }),
      action({ date: ago(120), closed: ago(90) }),
      action({ date: ago(120), closed: ago(89) }),
      action({ date: ago(29), closed: ago(20) }),
      action({ date: ago(121), closed: ago(120) }),
      action({ date: ago(50), closed: ago(40), status: 'dropped', reason: 'Not needed' }),
      action({ date: ago(50), closed: ago(40), status: 'dropped' }),
      action({ date: ago(50), closed: ago(40), status: 'open' }),
    ];
    // The one of 121 days ago, and the two of 120 days ago that had been opened less than 30 days before.
    const { followThrough } = figures({ entries });
    assert.deepEqual(followThrough, {
      k: 3,
      n: 6,
      interval: wilsonInterval(3, 6),
      previous: { k: 1, n: 1 },
    });
  });

  it('have a median time to close, with open ones taken into account', () => {
    const entries = [
      ...[2, 4].map((days) => action({ date: ago(60), closed: ago(60 - days) })),
      action({ date: ago(3) }),
      action({ date: ago(91), closed: ago(1) }),
    ];
    assert.deepEqual(figures({ entries }).timeToClose, {
      median: 4,
      within14: { k: 2, n: 2 },
      open: 1,
      n: 3,
    });
  });

  it('that nobody dated when closing are left out and named', () => {
    const undated = action({ date: ago(40), status: 'done' });
    const { indicators, notes } = trends({ entries: [undated] });
    assert.equal(indicators.followThrough.n, 0);
    assert.equal(indicators.timeToClose.n, 0);
    assert.deepEqual(notes.find(({ code }) => code === 'undated-action')?.paths, [undated.path]);
  });
});

describe('recurrence', () => {
  it('lists what was settled with the later failures that share a tag or a file', () => {
    const learned = made({ date: ago(100), tags: ['Cache'], code: [{ path: 'src/a.ts', line: 3 }] });
    const closed = action({ date: ago(90), closed: ago(80), tags: ['deploy'] });
    const silent = made({ date: ago(100) });
    const open = action({ date: ago(90), tags: ['cache'] });
    const old = made({ date: ago(182), tags: ['cache'] });
    const failures = [
      made({ kind: 'failure', date: ago(100), tags: ['cache'] }),
      made({ kind: 'failure', date: ago(50), tags: ['cache'] }),
      made({ kind: 'failure', date: ago(60), code: [{ path: 'src/a.ts' }] }),
      made({ kind: 'failure', date: ago(85), tags: ['deploy'] }),
    ];
    const { k, n, items } = figures({
      entries: [learned, closed, silent, open, old, ...failures],
    }).recurrence;
    assert.deepEqual({ k, n }, { k: 1, n: 2 });
    const later = [failures[2]?.id, failures[1]?.id];
    assert.deepEqual(items, [{ id: learned.id, failures: later, shared: ['Cache', 'src/a.ts'] }]);
  });
});

describe('participation', () => {
  const people = ['ada', 'bo', 'cy', 'di', 'el'];
  const commits = people.map((person) => ({ day: ago(5), people: [person] }));

  it('is those who wrote, wrote with somebody, or were thanked, of those who were active', () => {
    const shared = made({ date: ago(3) });
    const listed = made({ date: ago(3) });
    const old = made({ date: ago(28) });
    const thanks = made({
      kind: 'kudos',
      date: ago(1),
      people: ['Cy Young', 'nobody', 'BO@example.org', 'Gone'],
    });
    const files = new Map(
      [shared, listed, old, thanks].map((entry) => [
        entry.path,
        { people: [] as string[], days: [entry.date] },
      ]),
    );
    files.set(shared.path, { people: ['ada', 'bo'], days: [ago(3)] });
    files.set(listed.path, { people: ['di'], days: [ago(3)] });
    files.set(old.path, { people: ['el'], days: [ago(28)] });
    const known = new Map([
      ['cy young', 'cy'],
      ['bo@example.org', 'bo'],
      ['gone', 'away'],
    ]);
    const { participation } = figures({
      entries: [shared, listed, old, thanks],
      pages: [meeting({ minuted: [listed.path] })],
      history: historyOf({ commits, files, known }),
    });
    assert.deepEqual(participation, {
      k: 3,
      n: 5,
      interval: wilsonInterval(3, 5),
      previous: { k: 1, n: 1 },
    });
  });

  it('takes nobody for active who only committed what a meeting made', () => {
    const listed = made({ date: ago(3) });
    const files = new Map([[listed.path, { people: ['cy'], days: [ago(40)] }]]);
    const pages = [meeting({ minuted: [listed.path] })];
    const { participation } = figures({ entries: [listed], pages, history: historyOf({ files }) });
    assert.deepEqual(participation, { k: 0, n: 0, interval: null, previous: { k: 0, n: 0 } });
  });

  it('has no interval below 5 people, and is missing without a history', () => {
    const few = figures({ history: historyOf({ commits: commits.slice(1) }) }).participation;
    assert.deepEqual(few, { k: 0, n: 4, interval: null, previous: { k: 0, n: 0 } });
    assert.deepEqual(figures({ history: notCollected }).participation, { missing: 'not collected' });
    const shallow: HistoryAnswer = { state: 'incomplete', reason: 'A shallow clone.' };
    assert.deepEqual(figures({ history: shallow }).participation, { missing: 'history incomplete' });
  });

  it('counts who is writing an entry that is not committed yet', () => {
    const { participation } = figures({ entries: [made({})], history: historyOf({ me: 'ada' }) });
    assert.deepEqual(participation, { k: 1, n: 1, interval: null, previous: { k: 0, n: 0 } });
  });
});

describe('spread', () => {
  const written = (authors: readonly (readonly string[])[]): Given => {
    const entries = authors.map(() => made({ date: ago(9) }));
    const files = new Map(
      entries.map(({ path }, at) => [path, { people: authors[at] ?? [], days: [ago(9)] }]),
    );
    return { entries, history: historyOf({ files }) };
  };

  it('is 0 where one wrote all, and its maximum where all wrote the same', () => {
    assert.deepEqual(figures(written([['a'], ['a']])).spread, { value: 0, max: 0, n: 1, previous: null });
    assert.deepEqual(figures(written([['a'], ['b']])).spread, { value: 0.5, max: 0.5, n: 2, previous: null });
    assert.deepEqual(figures(written([['a'], ['a'], ['a'], ['b']])).spread, {
      value: 0.375,
      max: 0.5,
      n: 2,
      previous: null,
    });
  });

  it('shares an entry among those who wrote it together, and leaves out what a bot added', () => {
    assert.deepEqual(figures(written([['a', 'b'], []])).spread, {
      value: 0.5,
      max: 0.5,
      n: 2,
      previous: null,
    });
  });

  it('is not 0 where nobody wrote', () => {
    assert.deepEqual(figures(written([])).spread, { value: null, max: 0, n: 0, previous: null });
  });
});

describe('reuse', () => {
  it('is entries of 28 days and more that somebody else’s entry, commit or meeting refers to', () => {
    const [byEntry, byCommit, byMeeting, byOwner, unused, young, late] = [30, 90, 40, 50, 60, 27, 35].map(
      (days) => made({ date: ago(days) }),
    ) as [Entry, Entry, Entry, Entry, Entry, Entry, Entry];
    const other = made({ date: ago(1), links: [byEntry.id, young.id] });
    const own = made({ date: ago(1), links: [byOwner.id] });
    const listed = made({ date: ago(30) });
    const all = [byEntry, byCommit, byMeeting, byOwner, unused, young, late, own, listed];
    const files = new Map(all.map(({ path, date }) => [path, { people: ['ada'], days: [date] }]));
    files.set(other.path, { people: ['bo'], days: [other.date] });
    files.set('retro/meetings/m.md', { people: ['cy'], days: [ago(30)] });
    const mentions = [
      { id: byCommit.id, day: ago(3), people: ['bo'] },
      { id: byOwner.id, day: ago(3), people: ['ada'] },
      { id: late.id, day: addDays(end, 1), people: ['bo'] },
    ];
    const { reuse } = figures({
      entries: [...all, other],
      pages: [meeting({ date: ago(30), minuted: [byMeeting.path, listed.path] })],
      history: historyOf({ files, mentions }),
    });
    assert.deepEqual(reuse, { k: 3, n: 6, interval: wilsonInterval(3, 6), previous: { k: 0, n: 0 } });
  });
});

describe('areas', () => {
  it('are shared where two people worked on one with at least 5 commits', () => {
    const work = (
      area: string,
      authors: readonly string[],
    ): { day: string; people: string[]; areas: string[] }[] =>
      authors.map((person, at) => ({ day: ago(at), people: [person], areas: [area] }));
    const commits = [
      ...work('shop', ['a', 'a', 'a', 'a', 'b']),
      ...work('pay', ['a', 'a', 'a', 'a', 'a']),
      ...work('small', ['a', 'b', 'a', 'b']),
    ];
    const { sharedAreas } = figures({ history: historyOf({ commits }) });
    assert.deepEqual(sharedAreas, { k: 1, n: 2, interval: null, previous: { k: 0, n: 0 } });
  });

  const commit = (days: number, person: string, area: string) => ({
    day: ago(days),
    people: [person],
    areas: [area],
  });

  it('that somebody found the way into are named, and the people are not', () => {
    const moved = [1, 2, 2].map((days) => commit(days, 'ada', 'pay'));
    const oneDay = [3, 3, 3].map((days) => commit(days, 'ada', 'web'));
    const twoCommits = [3, 4].map((days) => commit(days, 'ada', 'ops'));
    const atHome = [1, 2, 3].map((days) => commit(days, 'bo', 'shop'));
    const newcomer = [1, 2, 3].map((days) => commit(days, 'cy', 'pay'));
    const past = [commit(182, 'ada', 'shop'), commit(91 + 364, 'bo', 'shop'), commit(180, 'cy', 'shop')];
    const commits = [...moved, ...oneDay, ...twoCommits, ...atHome, ...newcomer, ...past];
    const { internalMobility } = figures({ history: historyOf({ commits }) });
    assert.deepEqual(internalMobility, { k: 1, n: 2, items: ['pay'] });
  });

  it('are asked of everybody who is active, with an entry alone, too', () => {
    const [now, then] = [made({ date: ago(3) }), made({ date: ago(300) })];
    const files = new Map([now, then].map(({ path, date }) => [path, { people: ['ada'], days: [date] }]));
    const { internalMobility } = figures({ entries: [now, then], history: historyOf({ files }) });
    assert.deepEqual(internalMobility, { k: 0, n: 1, items: [] });
  });

  it('that were last touched more than a year before count as new', () => {
    const commits = [...[1, 2, 3].map((days) => commit(days, 'ada', 'pay')), commit(91 + 366, 'ada', 'pay')];
    const { internalMobility } = figures({ history: historyOf({ commits }) });
    assert.deepEqual(internalMobility, { k: 1, n: 1, items: ['pay'] });
  });
});

describe('meetings and surveys', () => {
  it('have a cadence: how many in 26 weeks, and the days between them', () => {
    const pages = [181, 20, 6, 182].map((days) =>
      meeting({ date: ago(days), path: `retro/meetings/${days}.md` }),
    );
    assert.deepEqual(figures({ pages }).cadence, { meetings: 3, daysBetween: [161, 14] });
  });

  it('count thanks in 28 days', () => {
    const entries = [0, 27, 28].map((days) => made({ kind: 'kudos', date: ago(days) }));
    const { recognition } = figures({ entries });
    assert.deepEqual(recognition, { value: 2, interval: poissonInterval(2), previous: 1 });
  });
});

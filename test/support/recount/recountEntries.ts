import { isIn, later, nowAndBefore, type Span } from './days.ts';
import { dated, daysSince, type Given, isClosed, isUndated, linked } from './given.ts';
import { personWeeks } from './recountPeople.ts';
import { type PlainPage, text, texts } from './readPages.ts';
import { count, duration, type Parts, partsOf, share } from './shapes.ts';

const [fourWeeks, thirteenWeeks, twentySixWeeks] = [28, 91, 182];

/** The indicators that rest on entries. */
export function recountEntries(given: Given): Readonly<Record<string, unknown>> {
  const [now, before] = nowAndBefore(given.end, fourWeeks);
  const weeks = personWeeks(given, now);
  const rate = (of: (span: Span) => number): unknown => count(of(now), of(before), weeks);
  return {
    experimentationRate: rate((span) => concluded(given, span).length),
    learningRate: rate((span) => dated(given, 'learning', span).length),
    recognition: rate((span) => dated(given, 'kudos', span).length),
    experimentFlow: flow(given),
    surpriseShare: overQuarter(given, (span) => surprises(given, span), 8),
    learningYield: overQuarter(given, (span) => learnedFrom(given, span)),
    timeToLearning: timeToLearning(given),
    followThrough: overQuarter(given, ({ to }) => followedThrough(given, to)),
    timeToClose: timeToClose(given),
    recurrence: recurrence(given),
  };
}

function overQuarter({ end }: Given, parts: (span: Span) => Parts, least?: number): unknown {
  const [now, before] = nowAndBefore(end, thirteenWeeks);
  return share(parts(now), parts(before), least);
}

function concluded(given: Given, span: Span): readonly PlainPage[] {
  return dated(given, 'experiment', span, 'concluded').filter(
    (entry) => text(entry, 'outcome') !== undefined,
  );
}

function surprises(given: Given, span: Span): Parts {
  return partsOf(concluded(given, span), (entry) =>
    ['invalidated', 'inconclusive'].includes(text(entry, 'outcome') ?? ''),
  );
}

function flow(given: Given): unknown {
  const { end, entries, history } = given;
  const [now] = nowAndBefore(end, thirteenWeeks);
  const running = entries
    .filter((entry) => text(entry, 'kind') === 'experiment' && runsOn(entry, end))
    .map((entry) => ({ entry, id: text(entry, 'id') ?? '', days: daysSince(entry, startKey(entry), end) }))
    .sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1));
  const stale = running.filter(({ entry }) => {
    const edits = (history.files.get(entry.path)?.days ?? []).filter((day) => day <= end);
    return edits.length > 0 && edits.every((day) => day <= later(end, -28));
  });
  const ended = (span: Span): Parts => {
    const early = { from: span.from, to: later(span.to, -28) };
    return partsOf(dated(given, 'experiment', early, 'started'), (entry) => {
      return text(entry, 'outcome') !== undefined && (text(entry, 'concluded') ?? '9') <= span.to;
    });
  };
  return {
    started: dated(given, 'experiment', now, 'started').length,
    running: running.map(({ id, days }) => ({ id, days })),
    stale: stale.map(({ id }) => id),
    concludedShare: overQuarter(given, ended),
  };
}

function startKey(entry: PlainPage): string {
  return text(entry, 'started') === undefined ? 'date' : 'started';
}

function runsOn(entry: PlainPage, day: string): boolean {
  const status = text(entry, 'status');
  const goesOn = status === 'running' || (status === 'concluded' && (text(entry, 'concluded') ?? '') > day);
  return goesOn && (text(entry, startKey(entry)) ?? '') <= day;
}

/** Failures and concluded experiments that had 14 days, and those of them that are linked to a learning. */
function learnedFrom(given: Given, { from, to }: Span): Parts {
  const early = { from, to: later(to, -14) };
  const sources = [...dated(given, 'failure', early), ...concluded(given, early)];
  return partsOf(sources, (source) => learningsOf(given, source, to).length > 0);
}

function learningsOf(given: Given, source: PlainPage, until: string): readonly string[] {
  const learnings = dated(given, 'learning', { from: '', to: until }).filter((entry) =>
    linked(entry, source),
  );
  return learnings.map((entry) => text(entry, 'date') ?? '').sort();
}

function timeToLearning(given: Given): unknown {
  const failures = dated(given, 'failure', nowAndBefore(given.end, thirteenWeeks)[0]);
  const spans = failures.map((failure) => ({
    from: text(failure, 'date') ?? '',
    to: learningsOf(given, failure, given.end)[0],
  }));
  return duration(spans, given.end);
}

function followedThrough(given: Given, end: string): Parts {
  const opened = dated(given, 'action', { from: later(end, -120), to: later(end, -30) });
  return partsOf(
    opened.filter((action) => !isUndated(action)),
    (action) => isClosed(action) && daysSince(action, 'date', text(action, 'closed') ?? '') <= 30,
  );
}

function timeToClose(given: Given): unknown {
  const actions = dated(given, 'action', nowAndBefore(given.end, thirteenWeeks)[0]);
  const spans = actions
    .filter((action) => !isUndated(action))
    .map((action) => {
      const closed = isClosed(action) ? text(action, 'closed') : undefined;
      return {
        from: text(action, 'date') ?? '',
        to: closed !== undefined && closed <= given.end ? closed : undefined,
      };
    });
  return duration(spans, given.end);
}

/** Closed actions and learnings, each against each failure that is later. */
function recurrence(given: Given): unknown {
  const [now] = nowAndBefore(given.end, twentySixWeeks);
  const learnings = dated(given, 'learning', now).map((entry) => ({ entry, day: text(entry, 'date') ?? '' }));
  const actions = dated(given, 'action', now, 'closed')
    .filter(isClosed)
    .map((entry) => ({ entry, day: text(entry, 'closed') ?? '' }));
  const settled = [...learnings, ...actions].filter(({ entry }) => traitsOf(entry).length > 0);
  const items = settled.flatMap(({ entry, day }) => {
    const failures = given.entries.filter(
      (other) =>
        text(other, 'kind') === 'failure' &&
        isIn(text(other, 'date'), { from: later(day, 1), to: given.end }) &&
        common(entry, other).length > 0,
    );
    const inOrder = failures
      .map((failure) => `${text(failure, 'date')} ${text(failure, 'id')}`)
      .sort()
      .map((word) => word.slice(11));
    const shared = traitsOf(entry).filter((trait) =>
      failures.some((failure) => common(entry, failure).includes(trait)),
    );
    return failures.length === 0 ? [] : [{ id: text(entry, 'id') ?? '', failures: inOrder, shared }];
  });
  return { k: items.length, n: settled.length, items: items.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function common(a: PlainPage, b: PlainPage): readonly string[] {
  const others = new Set(traitsOf(b).map((trait) => trait.toLowerCase()));
  return traitsOf(a).filter((trait) => others.has(trait.toLowerCase()));
}

/** The tags of an entry and the files that it is about. */
function traitsOf({ keys }: PlainPage): readonly string[] {
  const places = Array.isArray(keys['code'])
    ? keys['code'].map((place) => (place as { path: string }).path)
    : [];
  return [...new Set([...texts(keys['tags']), ...places])];
}

import { isIn, later, nowAndBefore, type Span } from './days.ts';
import { type Given, idOf } from './given.ts';
import { linkedPaths, type PlainPage, text, texts } from './readPages.ts';
import { type Parts, partsOf, share } from './shapes.ts';

const [fourWeeks, thirteenWeeks] = [28, 91];

/** The indicators that rest on the history as well. */
export function recountPeople(given: Given): Readonly<Record<string, unknown>> {
  const over = (days: number, parts: (span: Span) => Parts): unknown => {
    const [now, before] = nowAndBefore(given.end, days);
    return share(parts(now), parts(before));
  };
  return {
    participation: over(fourWeeks, (span) => takingPart(given, span)),
    spread: spread(given),
    reuse: over(thirteenWeeks, (span) => reused(given, span)),
    sharedAreas: over(thirteenWeeks, (span) => shared(given, span)),
    internalMobility: mobility(given),
  };
}

/** Weeks of one person with a commit or an entry, in the weeks of a span counted from its end. */
export function personWeeks(given: Given, { from, to }: Span): number {
  let weeks = 0;
  for (let end = to; end >= from; end = later(end, -7)) {
    weeks += active(given, { from: later(end, -6), to: end }).size;
  }
  return weeks;
}

function active(given: Given, span: Span): ReadonlySet<string> {
  const commits = given.history.commits.filter(({ day }) => isIn(day, span));
  const entries = given.entries.filter((entry) => isIn(text(entry, 'date'), span));
  return new Set([
    ...commits.flatMap(({ people }) => people),
    ...entries.flatMap((entry) => authors(given, entry)),
  ]);
}

/** Who wrote a page; what minutes list has no author. */
function authors(given: Given, { path }: PlainPage): readonly string[] {
  return isListed(given, path) ? [] : committers(given, path);
}

function committers({ history }: Given, path: string): readonly string[] {
  return history.files.get(path)?.people ?? [history.me];
}

function isListed({ meetings, end }: Given, path: string): boolean {
  return meetings.some((page) => (text(page, 'date') ?? '') <= end && linkedPaths(page).includes(path));
}

function takingPart(given: Given, span: Span): Parts {
  const entries = given.entries.filter((entry) => isIn(text(entry, 'date'), span));
  const thanked = entries
    .filter((entry) => text(entry, 'kind') === 'kudos')
    .flatMap(({ keys }) => texts(keys['people']));
  const took = [
    ...entries.flatMap((entry) => authors(given, entry)),
    ...thanked.flatMap((name) => given.history.called.get(name.toLowerCase()) ?? []),
  ];
  return partsOf([...active(given, span)], (person) => took.includes(person));
}

function spread(given: Given): unknown {
  const of = (span: Span): { readonly value: number | null; readonly n: number } => {
    const written = given.entries
      .filter((entry) => isIn(text(entry, 'date'), span))
      .map((entry) => authors(given, entry))
      .filter((people) => people.length > 0);
    const everyone = [...new Set(written.flat())];
    const squares = everyone.map((person) => {
      const part = written.reduce(
        (sum, people) => sum + (people.includes(person) ? 1 / people.length : 0),
        0,
      );
      return (part / written.length) ** 2;
    });
    const value = written.length === 0 ? null : 1 - squares.reduce((sum, square) => sum + square, 0);
    return { value, n: everyone.length };
  };
  const [now, before] = nowAndBefore(given.end, thirteenWeeks).map(of);
  const n = now?.n ?? 0;
  return { ...now, max: n === 0 ? 0 : 1 - 1 / n, previous: before?.value };
}

/** Entries of at least 28 days that an entry, a meeting or a commit by somebody else refers to. */
function reused(given: Given, { from, to }: Span): Parts {
  const upTo = { from: '', to };
  const old = given.entries.filter((entry) => {
    const made = given.meetings.some(
      (page) =>
        linkedPaths(page).includes(entry.path) && (text(page, 'date') ?? '') <= (text(entry, 'date') ?? ''),
    );
    return (
      isIn(text(entry, 'date'), { from, to: later(to, -28) }) &&
      !made &&
      committers(given, entry.path).length > 0
    );
  });
  return partsOf(old, (entry) => {
    const naming = given.entries.filter(({ keys }) =>
      texts(keys['links']).some((id) => id.toLowerCase() === idOf(entry)),
    );
    const listing = given.meetings.filter((page) => linkedPaths(page).includes(entry.path));
    const pages = [...naming, ...listing].filter((page) => isIn(text(page, 'date'), upTo));
    const commits = given.history.commits.filter(
      ({ day, names }) => isIn(day, upTo) && names.includes(idOf(entry)),
    );
    const others = [
      ...pages.flatMap(({ path }) => committers(given, path)),
      ...commits.flatMap(({ people }) => people),
    ];
    return others.some((person) => !committers(given, entry.path).includes(person));
  });
}

function shared({ history }: Given, span: Span): Parts {
  const commits = history.commits.filter(({ day }) => isIn(day, span));
  const areas = [...new Set(commits.flatMap(({ areas }) => areas))];
  const busy = areas
    .map((area) => commits.filter((commit) => commit.areas.includes(area)))
    .filter((some) => some.length >= 5);
  return partsOf(busy, (some) => new Set(some.flatMap(({ people }) => people)).size >= 2);
}

/** Active people who were there 91 days before, and those of them who found an area new to them. */
function mobility(given: Given): unknown {
  const [now] = nowAndBefore(given.end, thirteenWeeks);
  const there = active(given, { from: '', to: later(now.from, -91) });
  const people = [...active(given, now)].filter((person) => there.has(person));
  const found = people.map((person) => {
    const own = given.history.commits.filter((commit) => commit.people.includes(person));
    const known = own.filter(({ day }) =>
      isIn(day, { from: later(now.from, -365), to: later(now.from, -1) }),
    );
    const work = own.filter(({ day }) => isIn(day, now));
    return [...new Set(work.flatMap(({ areas }) => areas))].filter((area) => {
      const there = work.filter(({ areas }) => areas.includes(area));
      const days = new Set(there.map(({ day }) => day));
      return there.length >= 3 && days.size >= 2 && !known.some(({ areas }) => areas.includes(area));
    });
  });
  return {
    k: found.filter((areas) => areas.length > 0).length,
    n: people.length,
    items: [...new Set(found.flat())].sort(),
  };
}

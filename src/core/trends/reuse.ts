import { addDays } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import { authorsOf } from './activePeople.ts';
import { DatedList, put } from './datedList.ts';
import { type Missing, type Ratio, ratioOf, type Share, shareOf } from './figures.ts';
import { missingHistory } from './missingHistory.ts';
import { idKey, type Scene } from './scene.ts';
import type { Timeline } from './timeline.ts';
import { daysUpTo, type Window, windowBefore } from './windows.ts';

const thirteenWeeks = 91;
const age = 28;

/** Of the entries of 13 weeks that are at least 28 days old, those that somebody else came back to. */
export function reuse(scene: Scene): Share | Missing {
  const { history } = scene.log;
  if (history.state !== 'ok') {
    return missingHistory(history);
  }
  const window = daysUpTo(scene.end, thirteenWeeks);
  const reusedIn = (within: Window): Ratio =>
    ratioOf(reusableIn(scene, within), ({ reused }) => reused !== undefined && reused <= within.to);
  return shareOf(reusedIn(window), reusedIn(windowBefore(window)));
}

/** An entry that somebody else could come back to, and when somebody first did. */
export interface Reusable {
  readonly entry: Entry;
  readonly reused: string | undefined;
}

/** Entries of a window that are at least 28 days old at its end. */
export function reusableIn({ log }: Scene, { from, to }: Window): readonly Reusable[] {
  return log.kept(reusable).within({ from, to: addDays(to, -age) });
}

/** Entries that came out of a meeting have no author of their own, so nobody else can be told from them. */
function reusable(log: Timeline): DatedList<Reusable> {
  const { entries, history } = log;
  const made = log.kept(madeInMeetings);
  const own =
    history.state === 'ok'
      ? entries.filter((entry) => !made.has(entry.path) && authorsOf(entry, history.facts).length > 0)
      : [];
  const reused = log.kept(reusedOn);
  return new DatedList(
    own.map((entry) => ({ entry, reused: reused(entry) })),
    ({ entry }) => entry.date,
  );
}

interface Reference {
  readonly day: string;
  readonly people: readonly string[];
}

/** Tells when somebody else first referred to an entry: in an entry, in a commit's message or in minutes. */
function reusedOn({ whole, pages, history }: Timeline): (entry: Entry) => string | undefined {
  if (history.state !== 'ok') {
    return () => undefined;
  }
  const { facts } = history;
  const byId = new Map<string, Reference[]>();
  const byPath = new Map<string, Reference[]>();
  for (const entry of whole.filter(({ links }) => links.length > 0)) {
    const reference = { day: entry.date, people: authorsOf(entry, facts) };
    entry.links.forEach((id) => put(byId, idKey(id), reference));
  }
  for (const page of pages) {
    const reference = { day: page.date, people: authorsOf(page, facts) };
    page.minuted?.forEach((path) => put(byPath, path, reference));
  }
  facts.mentions.forEach((mention) => put(byId, mention.id, mention));
  return (entry) => {
    const authors = authorsOf(entry, facts);
    return [...(byId.get(idKey(entry.id)) ?? []), ...(byPath.get(entry.path) ?? [])]
      .filter(({ people }) => people.some((person) => !authors.includes(person)))
      .map(({ day }) => day)
      .sort()[0];
  };
}

/** What minutes list and is not older than the meeting. */
function madeInMeetings({ whole, pages }: Timeline): ReadonlySet<string> {
  const dates = new Map(whole.map(({ path, date }) => [path, date]));
  return new Set(
    pages.flatMap(({ date, minuted = [] }) => minuted.filter((path) => (dates.get(path) ?? '') >= date)),
  );
}

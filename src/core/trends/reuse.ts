import { addDays } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import type { Page } from '../format/parseFile.ts';
import { authorsOf } from './activePeople.ts';
import { put } from '../put.ts';
import { type Missing, type Ratio, ratioOf, type Share, shareOf } from './figures.ts';
import type { HistoryFacts } from './historyFacts.ts';
import { missingHistory } from './missingHistory.ts';
import { idKey } from './idKey.ts';
import type { Scene } from './scene.ts';
import { byDate, minutedOn, remembering, type Timeline } from './timeline.ts';
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
  const reusable = log.kept(reusableOf);
  return log
    .kept(byDate)
    .within({ from, to: addDays(to, -age) })
    .flatMap((entry) => reusable(entry) ?? []);
}

/**
 * Tells when somebody else came back to an entry. What minutes list that are not later came out of that meeting: it
 * has no author of its own, so nobody else can be told from them.
 */
function reusableOf(log: Timeline): (entry: Entry) => Reusable | undefined {
  const { history } = log;
  if (history.state !== 'ok') {
    return () => undefined;
  }
  const minuted = log.kept(minutedOn);
  const reused = reusedOn(log, history.facts);
  return remembering((entry) => {
    const wasMade = (minuted.get(entry.path) ?? '9') <= entry.date;
    const isOwn = !wasMade && authorsOf(entry, history.facts).length > 0;
    return isOwn ? { entry, reused: reused(entry) } : undefined;
  });
}

interface Reference {
  readonly day: string;
  readonly people: readonly string[];
}

/** Tells when somebody else first referred to an entry: in an entry, in a commit's message or in minutes. */
function reusedOn(log: Timeline, facts: HistoryFacts): (entry: Entry) => string | undefined {
  const { naming } = log;
  const byPath = new Map<string, Reference[]>();
  for (const page of log.pages) {
    page.minuted?.forEach((path) => put(byPath, path, referenceOf(page, facts)));
  }
  const mentioned = new Map<string, Reference[]>();
  facts.mentions.forEach((mention) => put(mentioned, mention.id, mention));
  return (entry) => {
    const id = idKey(entry.id);
    const authors = authorsOf(entry, facts);
    const references = [
      ...naming.get(entry.id).map((other) => referenceOf(other, facts)),
      ...(mentioned.get(id) ?? []),
      ...(byPath.get(entry.path) ?? []),
    ];
    return references
      .filter(({ people }) => people.some((person) => !authors.includes(person)))
      .map(({ day }) => day)
      .sort()[0];
  };
}

function referenceOf(file: Entry | Page, facts: HistoryFacts): Reference {
  return { day: file.date, people: authorsOf(file, facts) };
}

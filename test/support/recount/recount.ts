import { bucketsOf } from './bucketsOf.ts';
import { countable } from './countable.ts';
import type { Span } from './days.ts';
import { isUndated } from './given.ts';
import { readGitLog } from './readGitLog.ts';
import { type PlainPage, readPages, readTeam, text } from './readPages.ts';
import { recountEntries } from './recountEntries.ts';
import { recountPages, recountSurveys } from './recountPages.ts';
import { recountPeople } from './recountPeople.ts';

/** What `retrolog trends --json` prints, with the paths of its notes by their codes. */
export interface Recount {
  readonly buckets: readonly unknown[];
  readonly indicators: Readonly<Record<string, unknown>>;
  readonly surveys: unknown;
  readonly notes: Readonly<Record<string, readonly string[]>>;
}

/** Reads a repository once and returns what counts its figures for a span of days. */
export function recountOf(root: string): (span: Span, every: string) => Recount {
  const { pages, unreadable } = readPages(root);
  const { entries, leftOut } = countable(pages);
  const history = readGitLog(root, readTeam(root));
  const of = (kind: string): readonly PlainPage[] => pages.filter((page) => text(page, 'kind') === kind);
  const undated = entries.filter((entry) => text(entry, 'kind') === 'action' && isUndated(entry));
  const notes = { ...leftOut, unreadable, 'undated-action': undated.map(({ path }) => path) };
  return (span, every) => {
    const given = { end: span.to, entries, meetings: of('meeting'), pulses: of('pulse'), history };
    return {
      buckets: bucketsOf(entries, span, every),
      indicators: { ...recountEntries(given), ...recountPeople(given), ...recountPages(given) },
      surveys: recountSurveys(given, span.from),
      notes: Object.fromEntries(Object.entries(notes).filter(([, paths]) => paths.length > 0)),
    };
  };
}

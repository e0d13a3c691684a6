import { between, isIn, type Span } from './days.ts';
import type { PlainHistory } from './readGitLog.ts';
import { type PlainPage, text, texts } from './readPages.ts';

/** What figures are counted from. */
export interface Given {
  /** The last day. */
  readonly end: string;
  readonly entries: readonly PlainPage[];
  readonly meetings: readonly PlainPage[];
  readonly pulses: readonly PlainPage[];
  readonly history: PlainHistory;
}

/** Entries of a kind with a day in a span. */
export function dated({ entries }: Given, kind: string, span: Span, key = 'date'): readonly PlainPage[] {
  return entries.filter((entry) => text(entry, 'kind') === kind && isIn(text(entry, key), span));
}

/** Done, or dropped with a reason. */
export function isClosed(entry: PlainPage): boolean {
  const status = text(entry, 'status');
  return status === 'done' || (status === 'dropped' && text(entry, 'reason') !== undefined);
}

/** Done or dropped, and nobody wrote down when. */
export function isUndated(entry: PlainPage): boolean {
  return ['done', 'dropped'].includes(text(entry, 'status') ?? '') && text(entry, 'closed') === undefined;
}

/** Whether one entry names the other, whichever it is. */
export function linked(a: PlainPage, b: PlainPage): boolean {
  const names = (from: PlainPage, to: PlainPage): boolean =>
    texts(from.keys['links']).some((id) => id.toLowerCase() === idOf(to));
  return names(a, b) || names(b, a);
}

/** The id of a page, in lower case. */
export function idOf(page: PlainPage): string {
  return (text(page, 'id') ?? '').toLowerCase();
}

/** Days from a day of an entry to another. */
export function daysSince(entry: PlainPage, key: string, day: string): number {
  return between(text(entry, key) ?? '', day);
}

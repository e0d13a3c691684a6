import * as l10n from '@vscode/l10n';
import { displayText } from '../../core/entries/displayText.ts';
import type { CodePlace } from '../../core/entries/entry.ts';
import type { CommitChoice, EntryChoice } from '../../protocol/draft.ts';

/** A place as people write it: `src/cart.ts:42`. */
export function placeName(place: CodePlace): string {
  return displayText(place.line === undefined ? place.path : `${place.path}:${place.line}`, 300);
}

/** The same without its folders. */
export function shortPlaceName(place: CodePlace): string {
  return placeName({ ...place, path: place.path.split('/').at(-1) ?? place.path });
}

/** What a commit is called: its subject, or its short hash where it has none. */
export function commitName(commit: CommitChoice): string {
  return commit.subject.trim() === '' ? commit.sha.slice(0, 8) : displayText(commit.subject);
}

/** What an entry is called. */
export function entryName(entry: EntryChoice): string {
  return entry.title.trim() === '' ? l10n.t('Untitled') : displayText(entry.title);
}

/** The beginning of a text, to tell it from another. */
export function firstWords(text: string): string {
  return displayText(text.trim().split('\n', 1)[0] ?? '', 40);
}

/** A day in the words of the page's language. */
export function dayName(date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  const form = new Intl.DateTimeFormat(document.documentElement.lang || 'en', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return Number.isNaN(time) ? date : form.format(time);
}

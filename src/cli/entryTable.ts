import { displayText } from '../core/entries/displayText.ts';
import type { Entry } from '../core/entries/entry.ts';
import { titleLimit } from '../core/format/entryTitle.ts';
import { paintKind, quiet } from './paint.ts';
import type { Terminal } from './terminal.ts';
import { fitText, padText, textWidth } from './textWidth.ts';

const gap = '  ';
const leastTitle = 16;
/** Where nothing is cut, one long title does not push all ids out of sight. */
const mostPadding = 72;
const longestKind = 16;

/** What a line tells. */
export type TableEntry = Pick<Entry, 'date' | 'kind' | 'title' | 'id'>;

/** One line for each entry: date, kind, title, id. Titles are cut to the width of a terminal, and only there. */
export function entryTable(
  entries: readonly TableEntry[],
  terminal: Pick<Terminal, 'columns' | 'colour'>,
): string[] {
  const rows = entries.map(({ date, kind, title, id }) => ({
    date,
    id,
    kind: displayText(kind, longestKind),
    title: displayText(title, titleLimit),
  }));
  const kindWidth = widest(rows.map((row) => row.kind));
  const idWidth = widest(rows.map((row) => row.id));
  const titleWidth = Math.min(
    widest(rows.map((row) => row.title)),
    terminal.columns === undefined
      ? mostPadding
      : Math.max(leastTitle, terminal.columns - '2026-11-23'.length - kindWidth - idWidth - 3 * gap.length),
  );
  return rows.map(({ date, kind, title, id }) => {
    const shown = terminal.columns === undefined ? title : fitText(title, titleWidth);
    return [
      date,
      paintKind(padText(kind, kindWidth), kind, terminal),
      padText(shown, titleWidth),
      quiet(id, terminal),
    ].join(gap);
  });
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
}

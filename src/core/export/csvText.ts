import { type Cell, exportColumns, type ExportedFile } from './exportColumns.ts';

/** What makes a spreadsheet take a cell for a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * A table as RFC 4180 has it: a line of names, then one for each file, each ended by CRLF; a cell with a comma, a
 * quote or a line break is quoted. A list is a JSON array in its cell, an empty one an empty cell. A text that a
 * spreadsheet would run as a formula has an apostrophe before it.
 */
export function csvText(files: readonly ExportedFile[]): string {
  const rows = files.map((file) => exportColumns.map(({ of }) => cellText(of(file))));
  return [exportColumns.map(({ name }) => name), ...rows]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}

function cellText(cell: Cell): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell === 'string') {
    return formula.test(cell) ? `'${cell}` : cell;
  }
  return Array.isArray(cell) && cell.length === 0 ? '' : JSON.stringify(cell);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

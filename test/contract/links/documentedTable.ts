import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Prints rows as a table of Markdown, with columns that are as wide as they have to be. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(head) + `|${'---|'.repeat(head.length)}\n` + rows.map(line).join('');
}

/** The page on which the tables stand that tests print. */
export function formatPage(): string {
  return readFileSync(fileURLToPath(new URL('../../../../docs/format.md', import.meta.url)), 'utf8');
}

import { plainMarkdown } from '../digest/plainMarkdown.ts';

/** What only means something at the beginning of a line, where no text of a report is. */
const escapedStart = /^\\(?=[#+-])|(?<=^\d{1,9})\\(?=[.)])/;

/** What git hosts make a link of by themselves. */
const address = /:(?=\/\/)|(?<=\bwww)\./gi;

/** A plain text as Markdown that shows it as it is, behind something else in a line. An address is no link. */
export function text(plain: string): string {
  return plainMarkdown(plain.replace(/\s+/g, ' ')).replace(escapedStart, '').replace(address, '\\$&');
}

/** A table of cells that are Markdown already. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (numbers.includes(at) ? '--:' : '---'));
  return [line(head), `|${rule.join('|')}|`, ...rows.map(line)].join('\n');
}

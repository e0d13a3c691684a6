/** What stands in front of an item of a list, and how far its own text is indented. */
export interface Marker {
  readonly indent: number;
  readonly text: string;
}

/** The first line of a group: all of it is bold. Its votes are taken off before. */
export const groupLine = /^\*\*((?:[^\\*]|\\.|\*(?!\*))+)\*\*$/s;

/** A line that is a link to a Markdown file and nothing else. */
export const linkLine = /^\[((?:[^\\\]]|\\.)*)\]\(<?([^()<>\s]{1,500}\.md)>?\)$/s;

/** What is known of an action that has no entry yet, behind its title. */
export const unwrittenBehind =
  / \((?:owner: ((?:[^\\();]|\\.)+)(?:; due: (\d{4}-\d{2}-\d{2}))?|due: (\d{4}-\d{2}-\d{2}))\)$/s;

/** The marker of an item of a list, and the text behind it. */
export function markerOf(line: string): Marker | undefined {
  const found = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:( {1,4}(?=\S)|\t| (?= )|$))/.exec(line);
  return found === null ? undefined : { indent: found[0].length, text: line.slice(found[0].length) };
}

/** How far a line is indented, in columns; a tab reaches the next multiple of four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') {
      columns += 1;
    } else if (character === '\t') {
      columns += 4 - (columns % 4);
    } else {
      break;
    }
  }
  return columns;
}

/** The line without so many columns of white space at its start, or without as many as there are. */
export function dedented(line: string, columns: number): string {
  let passed = 0;
  let at = 0;
  while (passed < columns && (line[at] === ' ' || line[at] === '\t')) {
    passed += line[at] === ' ' ? 1 : 4 - (passed % 4);
    at += 1;
  }
  return ' '.repeat(Math.max(0, passed - columns)) + line.slice(at);
}

/** Whether there is nothing in a line. */
export function isBlankLine(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

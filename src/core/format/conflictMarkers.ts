/**
 * The line (from 1) at which git left both sides of a merge for a person to choose from. All three marks must be
 * there in their order: one alone may be part of what was written.
 */
export function conflictLine(text: string): number | undefined {
  const start = lineWith(text, '<<<<<<<', 0);
  const middle = start === -1 ? -1 : lineWith(text, '=======', start);
  if (middle === -1 || lineWith(text, '>>>>>>>', middle) === -1) {
    return undefined;
  }
  return text.slice(0, start).split(/\r\n|\n|\r/).length;
}

/** Whether a line is a mark that git leaves around the sides of a merge. */
export function isConflictMark(line: string): boolean {
  return /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line);
}

/** The offset of the next line that is the mark, alone or with a name behind it; -1 where there is none. */
function lineWith(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    const before = at === 0 ? '\n' : text[at - 1];
    const after = text[at + mark.length] ?? '\n';
    if ((before === '\n' || before === '\r') && (after === ' ' || after === '\n' || after === '\r')) {
      return at;
    }
  }
  return -1;
}

/** A heading as `#` signs make one. */
export interface Heading {
  /** From 1. */
  readonly level: number;
  /** What stands behind the signs, as Markdown. */
  readonly text: string;
}

/** The lines of a Markdown text that are no fenced code, each with the offset at which it starts. */
export function* linesOutsideCode(
  markdown: string,
): Generator<{ readonly line: string; readonly start: number }> {
  let fence: string | undefined;
  for (let start = 0; start < markdown.length; ) {
    const next = markdown.indexOf('\n', start);
    const end = next === -1 ? markdown.length : next;
    const line = markdown.slice(start, end);
    const mark = fenceOf(line);
    if (fence !== undefined) {
      fence = mark !== undefined && closes(mark, fence, line) ? undefined : fence;
    } else if (mark !== undefined) {
      fence = mark;
    } else {
      yield { line, start };
    }
    start = end + 1;
  }
}

/** The heading that a line is, if it is one. */
export function headingOf(line: string): Heading | undefined {
  const level = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(line);
  if (level === null) {
    return undefined;
  }
  return { level: (level[1] ?? '').length, text: withoutClosing(trimBlanks(line.slice(level[0].length))) };
}

/** Without spaces and tabs around it. */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) {
    start += 1;
  }
  while (end > start && isBlank(text.charCodeAt(end - 1))) {
    end -= 1;
  }
  return text.slice(start, end);
}

/** A run of `#` signs at the end belongs to the heading's mark, unless it touches the text. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 35) {
    end -= 1;
  }
  return end === 0 || isBlank(text.charCodeAt(end - 1)) ? trimBlanks(text.slice(0, end)) : text;
}

/** The run of backticks or tildes that opens or closes fenced code on this line. */
function fenceOf(line: string): string | undefined {
  return /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
}

function closes(mark: string, fence: string, line: string): boolean {
  return mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

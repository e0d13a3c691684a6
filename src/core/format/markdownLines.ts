/** A heading as `#` signs make one. */
export interface Heading {
  /** From 1. */
  readonly level: number;
  /** What stands behind the signs, as Markdown. */
  readonly text: string;
}

/** A heading and where its line starts and ends, the line feed left out. */
export interface PlacedHeading extends Heading {
  readonly start: number;
  readonly end: number;
}

/** The headings of a Markdown text with line feeds alone, without what looks like one in fenced code. */
export function headingsOutsideCode(markdown: string): readonly PlacedHeading[] {
  const headings: PlacedHeading[] = [];
  let fence: string | undefined;
  for (let start = 0; start < markdown.length; ) {
    const next = markdown.indexOf('\n', start);
    const end = next === -1 ? markdown.length : next;
    // Most lines are text: they are neither a heading nor a fence, and no copy of them is made.
    const sign = firstSign(markdown, start);
    if (sign === '#' && fence === undefined) {
      const heading = headingOf(markdown.slice(start, end));
      if (heading !== undefined) {
        headings.push({ level: heading.level, text: heading.text, start, end });
      }
    } else if (sign === '`' || sign === '~') {
      const line = markdown.slice(start, end);
      const mark = fenceOf(line);
      if (fence === undefined) {
        fence = mark;
      } else if (mark !== undefined && closes(mark, fence, line)) {
        fence = undefined;
      }
    }
    start = end + 1;
  }
  return headings;
}

/** The text of a heading, from what stands behind its `#` signs. */
export function headingText(behind: string): string {
  return withoutClosing(trimBlanks(behind));
}

function headingOf(line: string): Heading | undefined {
  const level = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(line);
  if (level === null) {
    return undefined;
  }
  return { level: (level[1] ?? '').length, text: headingText(line.slice(level[0].length)) };
}

/** What a line starts with, behind at most three spaces. */
function firstSign(markdown: string, start: number): string | undefined {
  let at = start;
  while (at < start + 3 && markdown[at] === ' ') {
    at += 1;
  }
  return markdown[at];
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
export function fenceOf(line: string): string | undefined {
  return /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
}

/** Whether a line closes the fenced code that a run of backticks or tildes opened. */
export function closesFence(line: string, fence: string): boolean {
  const mark = fenceOf(line);
  return mark !== undefined && closes(mark, fence, line);
}

function closes(mark: string, fence: string, line: string): boolean {
  return mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

import { headingsOutsideCode, headingText, trimBlanks } from './markdownLines.ts';

/** Titles are shown in one line; what is longer is cut when it is read. */
export const titleLimit = 500;

/** The title of a Markdown text and where it stands. */
export interface FoundTitle {
  readonly title: string;
  /** Offset of the heading's line. */
  readonly start: number;
  /** Offset after the line and its ending. */
  readonly end: number;
}

/** A title as it is kept: one line, without white space around it. */
export function oneLine(title: string): string {
  return trimBlanks(title.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));
}

/** The heading's line for a title: read as Markdown it is that title again, and never HTML. */
export function printTitle(title: string): string {
  const escaped = oneLine(title)
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?[A-Za-z0-9]{1,40};)/g, '\\&')
    .replace(/(^| )(#+)$/, '$1\\$2');
  return escaped === '' ? '#' : `# ${escaped}`;
}

/** The first `#` heading outside fenced code, in a text with line feeds alone. */
export function findTitle(markdown: string): FoundTitle | undefined {
  let first = 0;
  while (markdown[first] === '\n') {
    first += 1;
  }
  if (markdown.startsWith('# ', first)) {
    const next = markdown.indexOf('\n', first);
    const end = next === -1 ? markdown.length : next;
    return titleAt(headingText(markdown.slice(first + 1, end)), first, end, markdown);
  }
  for (const { level, text, start, end } of headingsOutsideCode(markdown)) {
    if (level === 1) {
      return titleAt(text, start, end, markdown);
    }
  }
  return undefined;
}

function titleAt(text: string, start: number, end: number, markdown: string): FoundTitle {
  const title = text.includes('\\') ? text.replace(/\\([!-/:-@[-`{-~])/g, '$1') : text;
  return { title, start, end: Math.min(end + 1, markdown.length) };
}

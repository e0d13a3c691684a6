import { closesFence, fenceOf } from '../format/markdownLines.ts';

const punctuation = String.raw`[!-/:-@[-\`{-~]`;
const slashBeforeMark = new RegExp(String.raw`\\(?=${punctuation})`, 'g');
const escapedMark = new RegExp(String.raw`\\(${punctuation})`, 'g');

/** What ends the first line of an item that got votes. */
export const votesBehind = / \((\d{1,9}) votes?\)$/;

/**
 * Spells a text so that Markdown shows it without reading a tag, an entity, a heading, a quotation or a line of
 * hyphens into it. Emphasis, links, lists and code stay what they are. `readText` is the way back.
 *
 * @returns its lines
 */
export function spellText(text: string): string[] {
  const lines = text.split('\n');
  // Code whose first line looks as if it ended with votes could not be told from code with votes.
  const code = codeLines(lines, votesBehind.test(lines[0] ?? '') ? 1 : 0);
  return lines.map((line, index) => (code[index] ? line : spellStart(spellInline(line))));
}

/** The text that was spelled in these lines: a backslash before a punctuation mark stands for the mark. */
export function readText(lines: readonly string[]): string {
  const code = codeLines(lines);
  return lines.map((line, index) => (code[index] ? line : readInline(line))).join('\n');
}

/** The same within a line, wherever it starts. */
export function spellInline(line: string): string {
  return outsideCode(line, (part) =>
    part
      .replace(slashBeforeMark, String.raw`\\`)
      .replace(/<(?=[A-Za-z/!?])/g, String.raw`\<`)
      .replace(/&(?=#?[A-Za-z0-9]{1,40};)/g, String.raw`\&`),
  );
}

/** The way back from `spellInline`. */
export function readInline(line: string): string {
  return outsideCode(line, (part) => part.replace(escapedMark, '$1'));
}

/** A text in which a backslash before any punctuation mark stands for the mark, code or not. */
export function readMarks(text: string): string {
  return text.replace(escapedMark, '$1');
}

/** Which lines are fenced code, its fences included. A fence that is never closed is none. */
export function codeLines(lines: readonly string[], from = 0): readonly boolean[] {
  const code = lines.map(() => false);
  const unclosed = new Set<string>();
  for (let at = from; at < lines.length; at += 1) {
    const fence = fenceOf(lines[at] ?? '');
    if (fence !== undefined && !unclosed.has(fence)) {
      const end = lines.findIndex((line, index) => index > at && closesFence(line, fence));
      if (end === -1) {
        unclosed.add(fence);
      } else {
        code.fill(true, at, end + 1);
        at = end;
      }
    }
  }
  return code;
}

/** A backslash before what would make a line something else than text. */
function spellStart(line: string): string {
  const indent = /^ {0,3}/.exec(line)?.[0].length ?? 0;
  const rest = line.slice(indent);
  const special =
    /^(?:>|#{1,6}(?=[ \t]|$)|(?:-+|=+)[ \t]*$)/.test(rest) ||
    fenceOf(rest) !== undefined ||
    /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(rest);
  return special ? `${line.slice(0, indent)}\\${rest}` : line;
}

/** Changes what is not between runs of as many backticks. */
function outsideCode(line: string, change: (part: string) => string): string {
  if (!line.includes('`')) {
    return change(line);
  }
  const ends = endsOfCode(line);
  const parts: string[] = [];
  let at = 0;
  for (let start = line.indexOf('`'); start !== -1; start = line.indexOf('`', start)) {
    const end = ends.get(start);
    if (end === undefined) {
      start = endOfRun(line, start);
    } else {
      parts.push(change(line.slice(at, start)), line.slice(start, end));
      at = end;
      start = end;
    }
  }
  return parts.join('') + change(line.slice(at));
}

/** Where the code ends that begins at a run of backticks: behind the next run of its length. */
function endsOfCode(line: string): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  const ends = new Map<number, number>();
  for (let start = line.indexOf('`'); start !== -1; ) {
    const end = endOfRun(line, start);
    const before = last.get(end - start);
    if (before !== undefined) {
      ends.set(before, end);
    }
    last.set(end - start, start);
    start = line.indexOf('`', end);
  }
  return ends;
}

function endOfRun(line: string, start: number): number {
  let end = start;
  while (line.charCodeAt(end) === 96) {
    end += 1;
  }
  return end;
}

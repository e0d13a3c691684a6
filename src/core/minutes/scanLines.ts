import { closesFence, fenceOf } from '../format/markdownLines.ts';
import { dedented, indentOf, isBlankLine, markerOf } from './itemLines.ts';

/** A part of a Markdown text: lines `first` up to, but not including, `end`. */
export interface Block {
  readonly type: 'heading' | 'item' | 'blank' | 'other';
  readonly first: number;
  readonly end: number;
}

/** Takes lines apart into headings, items of lists with all that belongs to them, empty lines, and the rest. */
export function scanLines(lines: readonly string[], from: number, to: number): readonly Block[] {
  const blocks: Block[] = [];
  const unclosed = new Set<string>();
  for (let at = from; at < to; ) {
    const line = lines[at] ?? '';
    const type = typeOf(line);
    const end =
      type === 'item'
        ? endOfItem(lines, at, to)
        : type === 'other'
          ? endOfOther(lines, at, to, unclosed)
          : at + 1;
    blocks.push({ type, first: at, end });
    at = end;
  }
  return blocks;
}

/** The lines of an item without its marker and the indentation that belongs to it. */
export function contentOf(lines: readonly string[], { first, end }: Block): readonly string[] {
  const marker = markerOf(lines[first] ?? '') ?? { indent: 0, text: '' };
  return [marker.text, ...lines.slice(first + 1, end).map((line) => dedented(line, marker.indent))];
}

function typeOf(line: string): Block['type'] {
  if (isBlankLine(line)) {
    return 'blank';
  }
  return isHeading(line) ? 'heading' : markerOf(line) === undefined || isRule(line) ? 'other' : 'item';
}

/** An item goes on in lines that are indented as far as its text, and in plain text right below it. */
function endOfItem(lines: readonly string[], first: number, to: number): number {
  const indent = markerOf(lines[first] ?? '')?.indent ?? 0;
  let end = first + 1;
  for (let at = first + 1; at < to; at += 1) {
    const line = lines[at] ?? '';
    if (!isBlankLine(line)) {
      const belongs =
        indentOf(line) >= indent || (at === end && isPlain(line) && !isEmptyItem(lines, first, at));
      if (!belongs) {
        break;
      }
      end = at + 1;
    }
  }
  return end;
}

/**
 * Fenced code and comments are kept whole, so that nothing in them is read.
 *
 * @param unclosed what was found never to be closed, so that nobody looks for its end again
 */
function endOfOther(lines: readonly string[], first: number, to: number, unclosed: Set<string>): number {
  const line = lines[first] ?? '';
  const isComment = /^ {0,3}<!--/.test(line) && !line.includes('-->');
  const opener = isComment ? '<!--' : fenceOf(line);
  if (opener === undefined || unclosed.has(opener)) {
    return first + 1;
  }
  for (let at = first + 1; at < to; at += 1) {
    const each = lines[at] ?? '';
    if (isComment ? each.includes('-->') : closesFence(each, opener)) {
      return at + 1;
    }
  }
  unclosed.add(opener);
  return first + 1;
}

function isHeading(line: string): boolean {
  return /^#{1,6}(?=[ \t]|$)/.test(line);
}

function isRule(line: string): boolean {
  return /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line);
}

/** Text that goes on a paragraph even without being indented. */
function isPlain(line: string): boolean {
  return (
    typeOf(line) === 'other' &&
    !isRule(line) &&
    fenceOf(line) === undefined &&
    !/^ {0,3}(?:>|<!--)/.test(line)
  );
}

function isEmptyItem(lines: readonly string[], first: number, at: number): boolean {
  return at === first + 1 && markerOf(lines[first] ?? '')?.text === '';
}

import { cleanBody } from '../format/cleanBody.ts';
import { longestTitle } from '../entries/draftFromText.ts';
import { oneLine } from '../format/entryTitle.ts';

/** Half of a pair of UTF-16 units, which no file of UTF-8 can hold. */
const loneHalf = /[\ud800-\udfff]/gu;

/**
 * A text as the board keeps it: what can be stored in a file of plain text, without empty lines around it.
 * Whatever is no text is empty.
 */
export function cleanText(text: unknown): string {
  return typeof text === 'string'
    ? cleanBody(wellFormed(text))
        .trimStart()
        .replace(/^[ \t]+$/gm, '')
    : '';
}

/** The same in one line. */
export function cleanLine(text: unknown): string {
  return typeof text === 'string' ? oneLine(wellFormed(text)).trim() : '';
}

/** Whether a value is `true`, whatever its type says. */
export function isTrue(value: unknown): boolean {
  return value === true;
}

/** How many bytes of UTF-8 a text is. */
export function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Half of a pair makes two of the four bytes of its character.
    bytes += unit < 0x80 ? 0 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** The first line of a text, as the title of what is made from it. */
export function titleFrom(text: string): string {
  const line = cleanLine(text.split('\n', 1)[0]);
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).replace(loneHalf, '')}…`;
}

function wellFormed(text: string): string {
  return text.replace(loneHalf, '\ufffd');
}

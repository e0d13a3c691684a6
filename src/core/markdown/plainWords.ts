import { displayText } from '../entries/displayText.ts';
import { headingsOutsideCode } from '../format/markdownLines.ts';

/** More of a text is not looked at. */
const longestText = 8000;
const mostWords = 600;

/** What stands below a `##` heading of this name, as Markdown; `undefined` where there is none or nothing. */
export function sectionOf(body: string, name: string): string | undefined {
  const headings = headingsOutsideCode(body).filter(({ level }) => level <= 2);
  const at = headings.findIndex(
    ({ level, text }) => level === 2 && text.toLowerCase() === name.toLowerCase(),
  );
  const heading = headings[at];
  if (heading === undefined) {
    return undefined;
  }
  const text = body.slice(heading.end, headings[at + 1]?.start).trim();
  return text === '' ? undefined : text;
}

/**
 * The words of some Markdown in one line, made safe to show: without its marks, its pictures and its code blocks.
 * Items of a list become parts of the sentence.
 */
export function plainWords(markdown: string): string {
  const text = markdown.slice(0, longestText).replace(/^(```|~~~)[^]*?(?:^\1|(?![^]))/gm, '');
  const parts: string[] = [];
  let inList = false;
  for (const line of text.split('\n').map((one) => one.trim())) {
    const item = /^(?:[-*+]|\d{1,9}[.)]) +(?:\[[ x]\] +)?/.exec(line)?.[0];
    const words = withoutMarks(line.slice(item?.length ?? 0).replace(/^(?:#{1,6}|>)+ */, ''));
    if (words !== '') {
      const before = parts.at(-1) ?? '';
      parts.push(item !== undefined && inList && !/[.:;,!?]$/.test(before) ? `; ${words}` : ` ${words}`);
      inList = item !== undefined;
    }
  }
  return displayText(parts.join('').replaceAll(/\s+/g, ' ').trim(), mostWords);
}

/** Where escaped characters wait until all marks are gone: nobody writes those. */
const waiting = 0xe000;

function withoutMarks(line: string): string {
  return line
    .replace(/\\([!-/:-@[-`{-~])/g, (_, escaped: string) =>
      String.fromCharCode(waiting + escaped.charCodeAt(0)),
    )
    .replace(/!\[([^[\]]{0,200})\]\([^()]{0,500}\)/g, '$1')
    .replace(/\[([^[\]]{0,500})\]\([^()]{0,500}\)/g, '$1')
    .replace(/(\*\*|__|`|~~)(?=\S)([^*_`~]{1,500})\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_]{1,500}(?<=\S))\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/[\ue021-\ue07e]/g, (held) => String.fromCharCode(held.charCodeAt(0) - waiting));
}

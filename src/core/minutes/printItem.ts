import { markdownLink } from '../entries/markdownLink.ts';
import { linkFrom } from '../format/linkedFiles.ts';
import { spellText } from './escapeText.ts';
import { groupLine, linkLine, unwrittenBehind } from './itemLines.ts';
import type { MinutesAction, MinutesItem } from './minutes.ts';

/**
 * An item of a list as lines, the first of which starts with `- `. Read again, it is the same item.
 *
 * @param path of the minutes, POSIX, from the root of the repository: links start there
 */
export function printItem(item: MinutesItem, path: string): string[] {
  const [first = '', ...rest] = headLines(item, path);
  const cards = item.type === 'group' ? item.cards.flatMap((card) => printItem(card, path)) : [];
  return [
    `- ${first}${votesText(item.votes)}`,
    ...[...rest, ...cards, ...noteLines(item.notes)].map(indented),
  ];
}

/** An action as a line: a link to its entry, or what is known of it while it has none. */
export function printAction({ title, path: target, owner, due }: MinutesAction, path: string): string[] {
  if (target !== '') {
    return [`- ${markdownLink(title, linkFrom(path, target))}`];
  }
  const known = [
    ...(owner === '' ? [] : [`owner: ${marked(owner, /[\\();`<&]/g)}`]),
    ...(due === '' ? [] : [`due: ${due}`]),
  ];
  const [text = ''] = guarded(spellText(title));
  const at = unwrittenBehind.exec(text)?.index ?? -1;
  const spelled = at === -1 ? text : `${text.slice(0, at)} \\${text.slice(at + 1)}`;
  return [`- ${spelled}${known.length === 0 ? '' : ` (${known.join('; ')})`}`];
}

function headLines(item: MinutesItem, path: string): readonly string[] {
  switch (item.type) {
    case 'card':
      return guarded(spellText(item.text));
    case 'entry':
      return [markdownLink(item.title, linkFrom(path, item.path))];
    case 'group':
      return [
        item.path === ''
          ? `**${marked(item.title, /[\\`*<&[\]]/g)}**`
          : `**${markdownLink(item.title, linkFrom(path, item.path))}**`,
      ];
  }
}

/** A backslash before what would make the first line something else than the text of a card. */
function guarded(lines: readonly string[]): readonly string[] {
  const [first = '', ...rest] = lines;
  const text = first
    .replace(/ \((?=\d{1,9} votes?\)$)/, String.raw` \(`)
    .replace(/^([-*+])(?=[ \t]|$)/, String.raw`\$1`)
    .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, String.raw`$1\$2`);
  return [groupLine.test(text) || linkLine.test(text) ? `\\${text}` : text, ...rest];
}

/** A text whose marks are shown as they are. */
function marked(text: string, marks: RegExp): string {
  return text.replace(marks, String.raw`\$&`);
}

function votesText(votes: number): string {
  return votes === 0 ? '' : ` (${votes} ${votes === 1 ? 'vote' : 'votes'})`;
}

function noteLines(notes: readonly string[]): readonly string[] {
  return notes.flatMap((note, index) => [
    ...(index === 0 ? [] : ['']),
    ...spellText(note).map((line) => (line === '' ? '>' : `> ${line}`)),
  ]);
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

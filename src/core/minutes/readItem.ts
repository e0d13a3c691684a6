import { cleanLine, cleanText } from '../board/cardText.ts';
import { resolveLink } from '../format/linkedFiles.ts';
import { codeLines, readMarks, readText, votesBehind } from './escapeText.ts';
import { groupLine, isBlankLine, linkLine, unwrittenBehind } from './itemLines.ts';
import type { MinutesAction, MinutesCard, MinutesEntry, MinutesGroup, MinutesItem } from './minutes.ts';
import { contentOf, scanLines } from './scanLines.ts';

/**
 * Reads an item of a column.
 *
 * @param content its lines without marker and indentation
 * @param path of the minutes
 * @returns `undefined` where it says nothing
 */
export function readItem(content: readonly string[], path: string): MinutesItem | undefined {
  const [first = '', ...rest] = content;
  const found = votesBehind.exec(first);
  const votes = found === null ? 0 : Number(found[1]);
  const head = found === null ? first : first.slice(0, found.index);
  return readGroup(head, rest, votes, path) ?? readCard([head, ...rest], votes, path);
}

/** Reads an item of the section for actions. Where it has several lines, the first counts. */
export function readAction(content: readonly string[], path: string): MinutesAction | undefined {
  const line = (content[0] ?? '').trimEnd();
  const link = linkIn(line, path);
  if (link !== undefined) {
    return { ...link, owner: '', due: '' };
  }
  const known = unwrittenBehind.exec(line);
  const title = cleanLine(readText([known === null ? line : line.slice(0, known.index)]));
  const [, owner = '', dueBehind, due = dueBehind ?? ''] = known ?? [];
  return title === '' ? undefined : { title, path: '', owner: cleanLine(readMarks(owner)), due };
}

function readGroup(
  head: string,
  rest: readonly string[],
  votes: number,
  path: string,
): MinutesGroup | undefined {
  const bold = groupLine.exec(head.trimEnd())?.[1];
  const blocks = bold === undefined ? [] : scanLines(rest, 0, rest.length);
  const cards = blocks.flatMap((block) => {
    const card = block.type === 'item' ? readCard(contentOf(rest, block), 0, path) : undefined;
    return card ?? [];
  });
  if (bold === undefined || cards.length === 0) {
    return undefined;
  }
  const link = linkIn(bold, path);
  const title = cleanLine(link?.title ?? readMarks(bold));
  const between = blocks.flatMap((block) =>
    block.type === 'item' ? [''] : rest.slice(block.first, block.end),
  );
  const { text, notes } = textAndNotes(['', ...between]);
  return title === ''
    ? undefined
    : {
        type: 'group',
        title,
        path: link?.path ?? '',
        votes,
        notes: [...notes, ...(text === '' ? [] : [text])],
        cards,
      };
}

function readCard(
  content: readonly string[],
  votes: number,
  path: string,
): MinutesCard | MinutesEntry | undefined {
  const link = linkIn((content[0] ?? '').trimEnd(), path);
  const { text, notes } = textAndNotes(link === undefined ? content : ['', ...content.slice(1)]);
  if (link !== undefined && text === '') {
    return { type: 'entry', ...link, votes, notes };
  }
  const whole = link === undefined ? text : textAndNotes(content).text;
  return whole === '' ? undefined : { type: 'card', text: whole, votes, notes };
}

/** Block quotes are notes, and everything else is text. An empty line ends a note. */
function textAndNotes(lines: readonly string[]): {
  readonly text: string;
  readonly notes: readonly string[];
} {
  const code = codeLines(lines);
  const text: string[] = [];
  const notes: string[][] = [];
  let noting = false;
  let blanks = 0;
  for (const [index, line] of lines.entries()) {
    const quoted = code[index] || index === 0 ? undefined : /^ {0,3}> ?(.*)$/s.exec(line)?.[1];
    if (quoted !== undefined) {
      if (!noting) {
        notes.push([]);
      }
      notes.at(-1)?.push(quoted);
      noting = true;
      blanks = 0;
    } else if (isBlankLine(line) && !code[index]) {
      noting = false;
      blanks += 1;
    } else {
      for (; blanks > 0; blanks -= 1) {
        text.push('');
      }
      text.push(line);
      noting = false;
    }
  }
  return {
    text: cleanText(readText(text)),
    notes: notes.map((note) => cleanText(readText(note))).filter((note) => note !== ''),
  };
}

function linkIn(line: string, path: string): Pick<MinutesEntry, 'title' | 'path'> | undefined {
  const [, text = '', target = ''] = linkLine.exec(line) ?? [];
  const resolved = target === '' ? undefined : resolveLink(path, target);
  const title = cleanLine(readMarks(text));
  return resolved === undefined || title === '' ? undefined : { title, path: resolved };
}

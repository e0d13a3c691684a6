import { draftFromText } from '../entries/draftFromText.ts';
import type { EntryKind } from '../entries/kinds.ts';

/** An entry as a line of a commit message words it. */
export interface WrittenEntry {
  readonly kind: EntryKind;
  readonly title: string;
  readonly body: string;
}

const kinds: Readonly<Record<string, EntryKind>> = {
  Win: 'win',
  Failure: 'failure',
  Learned: 'learning',
  Learning: 'learning',
};
// With a capital: `win:` is what many projects put before a change for Windows.
const opening = /^ {0,3}(?:[-*+] )?(Win|Failure|Learned|Learning):(?:[ \t]+(.*))?$/;
const otherOpening = /^\w+(?:-\w+)*:[ \t]/;
const fence = /^ {0,3}(?:```|~~~)/;
const listItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/**
 * The entries that a commit message words: a line `Win:`, `Failure:`, `Learned:` or `Learning:` and its text, up to
 * an empty line or the next line of that form. Lines that were only wrapped are joined again.
 */
export function messageLines(message: string): readonly WrittenEntry[] {
  const found: { kind: EntryKind; lines: string[] }[] = [];
  let open: string[] | undefined;
  let fenced = false;
  for (const line of message.replace(/\r\n?/g, '\n').split('\n')) {
    fenced = fence.test(line) ? !fenced : fenced;
    const [, word = '', text = ''] = fenced ? [] : (opening.exec(line) ?? []);
    const kind = kinds[word];
    if (kind !== undefined) {
      open = [text.trim()];
      found.push({ kind, lines: open });
    } else if (line.trim() === '' || fenced || otherOpening.test(line)) {
      open = undefined;
    } else {
      open?.push(line.trimEnd());
    }
  }
  return found.flatMap(({ kind, lines }) => {
    const { title, body } = draftFromText(unwrapped(lines));
    return title === '' ? [] : [{ kind, title, body }];
  });
}

function unwrapped(lines: readonly string[]): string {
  return lines
    .map((line) => (listItem.test(line) ? `\n${line}` : ` ${line.trim()}`))
    .join('')
    .trim();
}

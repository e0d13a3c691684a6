/** A word in a text that may name a commit or an entry. */
export interface Name {
  /** What was written, without quotes around it. */
  readonly text: string;
  /** Line and character, both from 0. */
  readonly line: number;
  readonly start: number;
}

/** Longer lines were made by a program: nobody reads names in them. */
const longestLine = 2000;
const word = /[A-Za-z0-9][A-Za-z0-9-]*/g;
/** What a word stands in when it is a part of something else: an address, a path, a file name. */
const joint = /[\w/.:@#=&%?~\\-]/;

/**
 * The words of a Markdown text that could be the hash of a commit: 7 to 64 hexadecimal digits, quoted or not, and
 * no part of a longer word, a path or an address.
 */
export function findHashes(lines: readonly string[]): Name[] {
  return wordsOf(lines).filter(({ text }) => /^[0-9a-f]{7,64}$/.test(text));
}

/**
 * The words of a Markdown text that name an entry. An id can be any word, so one without a digit counts only where
 * an id has to stand: in the front matter’s `links`, and in a line `Retro: <id>`.
 *
 * @param isId whether something has this id
 */
export function findIds(lines: readonly string[], isId: (word: string) => boolean): Name[] {
  const end = frontMatterEnd(lines);
  const inLinks = linesOfKey(lines.slice(0, end), 'links');
  return wordsOf(lines).filter(({ text, line }) => {
    const written = lines[line] ?? '';
    const own = line < end && written.startsWith('id:');
    const expected = inLinks.has(line) || /^Retro: *\S+ *$/.test(written);
    return !own && text.length >= 4 && text.length <= 32 && (expected || /\d/.test(text)) && isId(text);
  });
}

function wordsOf(lines: readonly string[]): Name[] {
  return lines.flatMap((written, line) =>
    written.length > longestLine
      ? []
      : [...written.matchAll(word)].flatMap(({ 0: text, index: start }) =>
          isWhole(written, start, start + text.length) ? [{ text, line, start }] : [],
        ),
  );
}

/** Punctuation at its end ends a sentence; in the middle of a path it does not end a word. */
function isWhole(written: string, start: number, end: number): boolean {
  const before = written.slice(0, start);
  const after = written.slice(end);
  return (
    !(joint.test(before.slice(-1)) && !/(?:^|\s)#$/.test(before)) && !/^[.:?]?[\w/\\@=&%~#-]/.test(after)
  );
}

/** The line, from 0, that ends the front matter of a text; 0 where it has none. */
export function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') {
    return 0;
  }
  const end = lines.findIndex((line, at) => at > 0 && line.trim() === '---');
  return end === -1 ? 0 : end;
}

function linesOfKey(lines: readonly string[], key: string): ReadonlySet<number> {
  const at = new Set<number>();
  let inside = false;
  for (const [index, line] of lines.entries()) {
    inside = /^\S/.test(line) && !line.startsWith('-') ? line.startsWith(`${key}:`) : inside;
    if (inside) {
      at.add(index);
    }
  }
  return at;
}

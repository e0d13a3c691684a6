/** What a person typed, taken apart. */
export interface TitleAndBody {
  /** One line; empty where there is no text. */
  readonly title: string;
  /** Markdown, empty where there is only a title. */
  readonly body: string;
}

/** A first line longer than this, in UTF-16 units, is a paragraph and not a title. */
export const longestTitle = 120;

/**
 * Takes the first line that has text as the title and the rest as the body. A mark of a Markdown heading, list
 * or quotation before the title is left out. A first line that is too long for a title is cut at a word for
 * the title, and stands whole at the beginning of the body, so that no word is lost.
 */
export function draftFromText(text: string): TitleAndBody {
  const lines = text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n').split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) {
    return { title: '', body: '' };
  }
  const line = (lines[first] ?? '').trim();
  const whole = withoutMark(line);
  const title = shortened(whole);
  const rest = lines.slice(first + 1);
  return { title, body: withoutEmptyEnds(title === whole ? rest : [line, ...rest]) };
}

function withoutMark(line: string): string {
  const bare = line
    .replace(/^(?:#{1,6}|[-*+>])[ \t]+/, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return bare === '' ? line : bare;
}

function shortened(line: string): string {
  if (line.length <= longestTitle) {
    return line;
  }
  const cut = line.slice(0, longestTitle - 1).replace(/[\ud800-\udbff]$/, '');
  const word = cut.lastIndexOf(' ');
  return `${(word > cut.length / 2 ? cut.slice(0, word) : cut).replace(/[\s,;:–—-]+$/u, '')}…`;
}

function withoutEmptyEnds(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

/** A line of a text and the characters that end it: `\n`, `\r\n`, `\r`, or nothing at the end of the text. */
export interface TextLine {
  readonly text: string;
  readonly ending: string;
}

/** Splits a text into lines. Joined again, texts and endings are the text; an empty last line is left out. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    lines.push({ text: text.slice(start, end.index), ending: end[0] });
    start = ends.lastIndex;
  }
  if (start < text.length) {
    lines.push({ text: text.slice(start), ending: '' });
  }
  return lines;
}

/** The same text with `\n` alone at the end of every line. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

/** The ending that most lines of a text have; `\n` for one without any. */
export function usualEnding(lines: readonly TextLine[]): string {
  const counts = new Map<string, number>();
  for (const { ending } of lines) {
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  counts.delete('');
  let usual = '\n';
  for (const [ending, count] of counts) {
    if (count > (counts.get(usual) ?? 0)) {
      usual = ending;
    }
  }
  return usual;
}

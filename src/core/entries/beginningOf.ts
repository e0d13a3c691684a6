/** More of a text is not looked at. */
const longestLook = 4000;

/**
 * How a text begins, in a few lines that are read at a glance: without empty lines and the marks of headings and
 * lists, and no further than to the next heading.
 *
 * @param most so many lines
 */
export function beginningOf(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const written of text.slice(0, longestLook).split(/\r\n|\n|\r/)) {
    const line = written.trim();
    const heading = /^#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?$/.exec(line)?.[1];
    if (lines.length === most || (heading !== undefined && lines.length > 0)) {
      break;
    }
    const shown = heading ?? line.replace(/^[-*+][ \t]+/, '• ');
    if (shown !== '') {
      lines.push(shown);
    }
  }
  return lines;
}

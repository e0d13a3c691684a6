import { findTitle } from './entryTitle.ts';
import { headingsOutsideCode } from './markdownLines.ts';
import { splitFile } from './splitFile.ts';
import { withLineFeeds } from './textLines.ts';

/**
 * The Markdown of a file below its title, without front matter, with line feeds. What stands between the front
 * matter and the title comes first. A file that cannot be taken apart is given whole.
 */
export function bodyOf(text: string): string {
  const parts = splitFile(text);
  const markdown = 'code' in parts ? withLineFeeds(text.replace(/^\ufeff/, '')) : parts.body;
  const title = findTitle(markdown);
  const below = title === undefined ? markdown : markdown.slice(0, title.start) + markdown.slice(title.end);
  return below.replace(/^(?:[ \t]*\n)+/, '');
}

/** Whether an experiment's body states what is expected and what is measured: each in a `##` section. */
export function isTestable(body: string): boolean {
  const said = new Set<string>();
  let section: string | undefined;
  let from = 0;
  for (const { level, text, start, end } of headingsOutsideCode(body)) {
    if (level > 2) {
      continue;
    }
    if (section !== undefined && saysSomething(body, from, start)) {
      said.add(section);
    }
    section = level === 2 ? text.toLowerCase() : undefined;
    from = end;
  }
  if (section !== undefined && saysSomething(body, from, body.length)) {
    said.add(section);
  }
  return said.has('hypothesis') && said.has('measure');
}

function saysSomething(body: string, from: number, to: number): boolean {
  return /\S/.test(body.slice(from, to));
}

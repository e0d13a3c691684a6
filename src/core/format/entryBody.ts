import { findTitle } from './entryTitle.ts';
import { headingOf, linesOutsideCode } from './markdownLines.ts';
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

/** Whether an experiment's body states what is expected and what is measured. */
export function isTestable(body: string): boolean {
  return hasSection(body, 'hypothesis') && hasSection(body, 'measure');
}

/** Whether a `##` section of this name is there and says something. */
function hasSection(body: string, name: string): boolean {
  let from: number | undefined;
  for (const { line, start } of linesOutsideCode(body)) {
    const heading = headingOf(line);
    if (heading === undefined || heading.level > 2) {
      continue;
    }
    if (from !== undefined && saysSomething(body, from, start)) {
      return true;
    }
    const named = heading.level === 2 && heading.text.toLowerCase() === name;
    from = named ? start + line.length : undefined;
  }
  return from !== undefined && saysSomething(body, from, body.length);
}

function saysSomething(body: string, from: number, to: number): boolean {
  return body.slice(from, to).trim() !== '';
}

import { headingsOutsideCode } from './markdownLines.ts';

/**
 * What stands in the first `##` section of a name, upper and lower case alike, down to the next heading of its level
 * or above.
 *
 * @param body Markdown with line feeds alone
 * @returns Markdown without empty lines around it; empty where there is no such section
 */
export function sectionText(body: string, name: string): string {
  const headings = headingsOutsideCode(body).filter((heading) => heading.level <= 2);
  const at = headings.findIndex(
    ({ level, text }) => level === 2 && text.toLowerCase() === name.toLowerCase(),
  );
  const heading = headings[at];
  return heading === undefined ? '' : body.slice(heading.end, headings[at + 1]?.start).trim();
}

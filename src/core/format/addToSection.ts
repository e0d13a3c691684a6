import { cleanBody } from './cleanBody.ts';
import { headingsOutsideCode } from './markdownLines.ts';
import { splitFile } from './splitFile.ts';
import { linesOf, type TextLine, usualEnding } from './textLines.ts';

/** Where a section's lines are, by their numbers from 0 in the file; `end` is the first one that is not in it. */
interface Section {
  readonly heading: number;
  readonly end: number;
}

/**
 * Adds Markdown at the end of the first `##` section of a name, or makes that section at the end of the file.
 * Not a byte of what is there is changed; new lines end as most lines of the file do.
 *
 * @param text a whole file with its front matter; one that cannot be taken apart is handed back as it is
 * @param addition nothing is done where it is empty
 */
export function addToSection(text: string, name: string, addition: string): string {
  const parts = splitFile(text);
  const content = cleanBody(addition);
  if ('code' in parts || content === '') {
    return text;
  }
  const lines = linesOf(text);
  const ending = usualEnding(lines);
  const added = content.split('\n');
  const first = parts.frontMatter.split('\n').length + 1;
  const section = sectionIn(parts.body, first, lines.length, name);
  if (section === undefined) {
    return insert(lines, lines.length, [`## ${name}`, '', ...added], ending);
  }
  let at = section.end;
  while (at > section.heading + 1 && isBlank(lines[at - 1])) {
    at -= 1;
  }
  return insert(lines, at, added, ending);
}

function sectionIn(body: string, first: number, count: number, name: string): Section | undefined {
  const headings = headingsOutsideCode(body).filter((heading) => heading.level <= 2);
  const at = headings.findIndex(
    ({ level, text }) => level === 2 && text.toLowerCase() === name.toLowerCase(),
  );
  const [heading, next] = headings.slice(at).map(({ start }) => first + lineFeeds(body.slice(0, start)));
  return at === -1 || heading === undefined ? undefined : { heading, end: next ?? count };
}

function lineFeeds(text: string): number {
  return text.split('\n').length - 1;
}

/** Puts lines before the one at `at`, with an empty line to each side that has none. */
function insert(lines: readonly TextLine[], at: number, added: readonly string[], ending: string): string {
  const before = lines.slice(0, at);
  const after = lines.slice(at);
  const last = before.at(-1);
  const put = [
    ...(isBlank(last) ? [] : ['']),
    ...added,
    ...(after.length === 0 || isBlank(after[0]) ? [] : ['']),
  ];
  return [
    ...before.map((line) => line.text + line.ending),
    last !== undefined && last.ending === '' ? ending : '',
    ...put.map((line) => line + ending),
    ...after.map((line) => line.text + line.ending),
  ].join('');
}

function isBlank(line: TextLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

import { cleanBody } from './cleanBody.ts';
import { headingOf, linesOutsideCode } from './markdownLines.ts';
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
  let heading: number | undefined;
  let number = first;
  let counted = 0;
  for (const { line, start } of linesOutsideCode(body)) {
    number += body.slice(counted, start).split('\n').length - 1;
    counted = start;
    const found = headingOf(line);
    if (found === undefined || found.level > 2) {
      continue;
    }
    if (heading !== undefined) {
      return { heading, end: number };
    }
    if (found.level === 2 && found.text.toLowerCase() === name.toLowerCase()) {
      heading = number;
    }
  }
  return heading === undefined ? undefined : { heading, end: count };
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

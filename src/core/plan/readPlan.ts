import { findTitle } from '../format/entryTitle.ts';
import { linkedFiles } from '../format/linkedFiles.ts';
import { headingsOutsideCode } from '../format/markdownLines.ts';
import { withLineFeeds } from '../format/textLines.ts';

/** One thing that a team chose to get better at: a `##` section of its plan. */
export interface PlannedThing {
  readonly title: string;
  /** What stands below the heading, before the first link: Markdown of one paragraph. */
  readonly why: string;
  /** Of its heading and of the last line that says something, from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The Markdown files that it links to, POSIX, from the root of the repository. */
  readonly paths: readonly string[];
}

/**
 * What a plan says. Anything but its `##` sections is left alone.
 *
 * @param path of the plan, POSIX, from the root of the repository
 */
export function readPlan(path: string, text: string): readonly PlannedThing[] {
  const markdown = withLineFeeds(text);
  const headings = headingsOutsideCode(markdown).filter(({ level }) => level <= 2);
  return headings.flatMap(({ level, start, end }, at) => {
    if (level !== 2) {
      return [];
    }
    const below = markdown.slice(end, headings[at + 1]?.start);
    const firstLine = lineAt(markdown, start);
    return {
      title: findTitle(markdown.slice(start, end).replace(/^ *#/, ''))?.title ?? '',
      why: whyIn(below),
      firstLine,
      lastLine: firstLine + lineAt(below.trimEnd(), below.length) - 1,
      paths: linkedFiles(below, path),
    };
  });
}

function whyIn(below: string): string {
  const [first = ''] = below.trim().split(/\n\s*\n/);
  return /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(first) ? '' : first;
}

/** The line, from 1, that an offset is in. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

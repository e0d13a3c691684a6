/** The first line of a commit message that says something. */
export function subjectOf(message: string): string {
  return /[^\r\n]+/.exec(message)?.[0].trim() ?? '';
}

const longestBody = 4000;
/** Lines for programs and about people: nobody is named by a suggestion. */
const trailer = /^(?:\w+(?:-\w+)+|Cc|Fixes|Closes|Resolves|Refs?|Bug|Issue|PR|Link|Retro):[ \t]/i;
const pickedFrom = /^\(cherry picked from commit [0-9a-f]+\)$/;
const template =
  /^This reverts commits? [0-9a-f]{7,64}(?:, reversing\nchanges made to [0-9a-f]{7,64})?\.?$/gm;

/**
 * What a commit message explains below its subject: without trailers, without the sentence that git itself writes
 * into a revert, and no longer than 4,000 UTF-16 units.
 */
export function explanationOf(message: string): string {
  const [, ...rest] = message.trim().replace(/\r\n?/g, '\n').split('\n');
  const kept = rest.filter((line) => !trailer.test(line) && !pickedFrom.test(line));
  const text = kept
    .join('\n')
    .replace(template, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text.length <= longestBody ? text : `${text.slice(0, longestBody - 1).trimEnd()}…`;
}

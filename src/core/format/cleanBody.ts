import { withoutControls } from './controlCharacters.ts';
import { withLineFeeds } from './textLines.ts';

/**
 * Markdown that a person gave, as it is put into a file: with line feeds, without empty lines around it, without
 * invisible control characters, and never like a conflict of git's.
 */
export function cleanBody(text: string | undefined): string {
  return withoutControls(withLineFeeds(text ?? ''))
    .replace(/^(?=(?:<{7}|\|{7}|>{7})(?: |$))/gm, ' ')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

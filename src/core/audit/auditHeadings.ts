import type { ThemeTexts } from './audit.ts';
import type { Theme } from './survey.ts';

/** The headings of an audit’s file, by which it is read again: in English, whatever language the editor speaks. */
export const themeHeadings: Readonly<Record<Theme, string>> = {
  solving: 'How problems are solved',
  failing: 'What happens when someone fails',
  leading: 'How leaders model learning',
  habits: 'Which informal habits exist',
};

/** The same for what is said of a theme, in the order in which it stands there. */
export const textHeadings: readonly (readonly [keyof ThemeTexts, string])[] = [
  ['enables', 'Enables'],
  ['blocks', 'Blocks'],
  ['differs', 'Words and deeds'],
];

const likeMark = /^( {0,3})(?=\\*(?:#{1,6}(?:[ \t]|$)|`{3}|~{3}))/gm;
const escapedMark = /^( {0,3})\\(?=\\*(?:#{1,6}(?:[ \t]|$)|`{3}|~{3}))/gm;

/** A text with lines that are kept from being headings or fences, which would hide what follows. */
export function escapeMarks(text: string): string {
  return text.replace(likeMark, '$1\\');
}

/** What `escapeMarks` was given. */
export function unescapeMarks(text: string): string {
  return text.replace(escapedMark, '$1');
}

import { headingsOutsideCode } from '../format/markdownLines.ts';
import { type AuditTexts, noAuditTexts, type ThemeTexts } from './audit.ts';
import { textHeadings, themeHeadings, unescapeMarks } from './auditHeadings.ts';
import { type Theme, themes } from './survey.ts';

/**
 * What a team said of each theme: the `###` sections of the four `##` sections of an audit’s file. Anything else in it
 * is left alone.
 *
 * @param body Markdown with line feeds alone
 */
export function readAuditTexts(body: string): AuditTexts {
  const texts: Record<Theme, ThemeTexts> = { ...noAuditTexts };
  const headings = headingsOutsideCode(body).filter(({ level }) => level <= 3);
  let theme: Theme | undefined;
  headings.forEach(({ level, text, end }, at) => {
    if (level < 3) {
      theme = level === 2 ? themes.find((one) => isSame(themeHeadings[one], text)) : undefined;
      return;
    }
    const key = textHeadings.find(([, heading]) => isSame(heading, text))?.[0];
    if (theme !== undefined && key !== undefined && texts[theme][key] === '') {
      const said = unescapeMarks(body.slice(end, headings[at + 1]?.start).trim());
      texts[theme] = { ...texts[theme], [key]: said };
    }
  });
  return texts;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

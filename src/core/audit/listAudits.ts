import type { Page } from '../format/parseFile.ts';
import { listPages } from '../log/listPages.ts';

/** An audit in which something was answered. */
export type AnsweredAudit = Page & Required<Pick<Page, 'audit'>>;

/**
 * The audits among some pages in which something was answered and nothing is wrong, the newest first: those that a
 * team filled in together, and the rounds of their survey that each person answered for themselves.
 */
export function listAudits(pages: readonly Page[]): readonly AnsweredAudit[] {
  return listPages(pages, 'audit', 'pulse').filter(hasAnswers);
}

function hasAnswers(page: Page): page is AnsweredAudit {
  return page.audit !== undefined && page.audit.answers.length > 0;
}

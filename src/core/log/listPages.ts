import type { Page } from '../format/parseFile.ts';

/** The pages of some kinds, the newest first; those of one day by id, copies of one id by path. */
export function listPages(pages: readonly Page[], ...wanted: readonly Page['kind'][]): readonly Page[] {
  return pages.filter(({ kind }) => wanted.includes(kind)).sort(comparePages);
}

function comparePages(a: Page, b: Page): number {
  return compare(b.date, a.date) || compare(a.id, b.id) || compare(a.path, b.path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

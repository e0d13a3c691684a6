import type { Entry } from '../entries/entry.ts';
import type { Page } from '../format/parseFile.ts';

/** Something that an entry follows from: an earlier entry, a meeting, or a survey's result. */
export type Origin = Entry | Page;

/** As much of a log as tells where its entries come from. */
export interface OriginSource {
  readonly pages: readonly Page[];
  withId(id: string): readonly Entry[];
}

/**
 * Finds what entries follow from: what they link, in that order, then meetings whose minutes list them. An id that
 * names nothing is passed over. The pages are looked through once.
 */
export function originFinder(log: OriginSource): (entry: Entry) => readonly Origin[] {
  const { pages } = log;
  const byId = new Map(pages.map((page) => [page.id, page]));
  const byEntry = new Map<string, Page[]>();
  for (const page of pages) {
    for (const path of page.minuted ?? []) {
      byEntry.set(path, [...(byEntry.get(path) ?? []), page]);
    }
  }
  return ({ path, links }) => {
    const linked = links.flatMap((id) => log.withId(id)[0] ?? byId.get(id) ?? []);
    const found = [...linked, ...(byEntry.get(path) ?? [])].filter((origin) => origin.path !== path);
    return [...new Map(found.map((origin) => [origin.path, origin])).values()];
  };
}

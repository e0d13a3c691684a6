import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { filesBelow, textIfThere } from './filesBelow.ts';

/** A survey whose answers are numbers that stand nowhere else: whoever finds one has found an answer. */
export const markedSurvey = `name: Marked
scale: {from: 734100, to: 734110, low: never, high: always}
questions:
  - {id: pace, text: I could go on at this pace.}
  - {id: evenings, text: I work in the evening.}
`;

/** An answer to it that is neither an end of the scale nor, as a mean may be, 734105 or between two of them. */
export const plantedAnswer = /(?<![\d.])73410[1346-9](?![\d.])/;

/** The files below a folder that have something in them, whatever they are; those that come and go are not waited for. */
export function filesWith(folder: string, what: RegExp): readonly string[] {
  return filesBelow(folder)
    .map((path) => join(folder, path))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .filter((path) => what.test(textIfThere(path) ?? ''));
}

/** What the pages keep in their browsers that has something in it. */
export async function storesWith(pages: readonly Page[], what: RegExp): Promise<readonly string[]> {
  const stores = await Promise.all(
    pages.map(async (page) =>
      JSON.stringify([
        await page.context().storageState({ indexedDB: true }),
        await page.evaluate<string>('JSON.stringify(sessionStorage)'),
        page.url(),
      ]),
    ),
  );
  return stores.filter((store) => what.test(store));
}

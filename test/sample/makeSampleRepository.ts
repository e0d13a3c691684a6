import { mkdir } from 'node:fs/promises';
import { fastImport } from './fastImport.ts';
import { logBook } from './logBook.ts';
import { planYear } from './plan.ts';
import { runGit } from './sealedGit.ts';
import { ShopHistory } from './shopHistory.ts';
import { allStories } from './stories/allStories.ts';
import { YearTeller } from './tellYear.ts';
import { workCalendar } from './workCalendar.ts';

export interface SampleRequest {
  /** Made if it is not there; must be empty if it is. */
  readonly folder: string;
  readonly seed: number;
  /** ISO 8601 date; the year ends on the last working day before it. */
  readonly until: string;
}

export interface Sample {
  /** Hash of the newest commit of `main`. */
  readonly head: string;
  readonly commits: number;
  readonly entries: number;
}

/**
 * Makes a git repository with a year of a small web shop and of the log that its team keeps. The same seed and end
 * date give the same files and the same hashes, on every machine.
 */
export async function makeSampleRepository({ folder, seed, until }: SampleRequest): Promise<Sample> {
  await mkdir(folder, { recursive: true });
  await runGit(folder, ['init', '--quiet', '--template=', '--object-format=sha1', '--initial-branch=main']);
  const calendar = workCalendar(until);
  const importer = fastImport(folder);
  const history = new ShopHistory(importer);
  const teller = new YearTeller(history, logBook(seed, allStories, calendar), calendar, allStories, seed);
  try {
    for (const step of planYear(seed, calendar)) {
      await teller.tell(step);
    }
    await teller.finish();
  } catch (error) {
    importer.abandon();
    throw error;
  }
  await importer.finish();
  await removeMerged(folder);
  await runGit(folder, ['reset', '--quiet', '--hard', 'main']);
  const entries = [...history.main.keys()].filter((path) => path.startsWith('retro/entries/')).length;
  const head = (await runGit(folder, ['rev-parse', 'main'])).trim();
  return { head, commits: history.commits, entries };
}

/** Deletes the branches that were merged, as people do; those that were squashed lose their commits by it. */
async function removeMerged(folder: string): Promise<void> {
  const merged = allStories
    .flatMap((story) => story.branches ?? [])
    .filter((branch) => branch.merged !== undefined && branch.kept !== true);
  const deletions = merged.map(({ name }) => `delete refs/heads/${name}\n`).join('');
  await runGit(folder, ['update-ref', '--stdin'], deletions);
}

import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import { isEntryKind } from '../entries/kinds.ts';
import type { Problem } from '../problem.ts';
import type { Note } from './trends.ts';

/** The entries that figures are made of, in the order that they came in, and what was left out. */
export interface CountedEntries {
  readonly entries: readonly Entry[];
  readonly notes: readonly Note[];
}

/**
 * Leaves out copies, imports, kinds of a newer version, and experiments that nobody could have tested.
 *
 * @param belongs what the notes are about
 */
export function countedEntries(
  all: readonly Entry[],
  problems: readonly Problem[],
  belongs: (entry: Entry) => boolean = () => true,
): CountedEntries {
  const entries: Entry[] = [];
  const left = {
    copies: [] as Entry[],
    imported: [] as Entry[],
    untestable: [] as Entry[],
    unknown: [] as Entry[],
  };
  const firsts = firstPaths(all);
  for (const entry of all) {
    if (firsts.get(entry.id.toLowerCase()) !== entry.path) {
      left.copies.push(entry);
    } else if (!isEntryKind(entry.kind)) {
      left.unknown.push(entry);
    } else if (entry.imported !== undefined) {
      left.imported.push(entry);
    } else if (entry.kind === 'experiment' && entry.testable !== true) {
      left.untestable.push(entry);
    } else {
      entries.push(entry);
    }
  }
  const pathsOf = (some: readonly Entry[]): readonly string[] =>
    some
      .filter(belongs)
      .map(({ path }) => path)
      .sort();
  const read = new Set(all.map((entry) => entry.path));
  const broken = problems.filter(
    ({ severity, path }) => severity === 'error' && path.endsWith('.md') && !read.has(path),
  );
  return {
    entries,
    notes: [
      ...noteOf('unreadable', [...new Set(broken.map(({ path }) => path))].sort(), (n) =>
        l10n.t('Files that could not be read and are in no figure: {0}.', n),
      ),
      ...noteOf('untestable', pathsOf(left.untestable), (n) =>
        l10n.t('Experiments without a hypothesis or a measure, which are in no figure: {0}.', n),
      ),
      ...noteOf('imported', pathsOf(left.imported), (n) =>
        l10n.t('Imported entries, which are in no figure: {0}.', n),
      ),
      ...noteOf('duplicate-id', pathsOf(left.copies), (n) =>
        l10n.t('Files with the id of another file, which are counted once: {0}.', n),
      ),
      ...noteOf('unknown-kind', pathsOf(left.unknown), (n) =>
        l10n.t('Entries of a kind that this version does not know, which are in no figure: {0}.', n),
      ),
    ],
  };
}

/** Of the files with one id, the first by path: the others are copies. */
function firstPaths(all: readonly Entry[]): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>();
  for (const { id, path } of all) {
    const key = id.toLowerCase();
    const first = firsts.get(key);
    if (first === undefined || path < first) {
      firsts.set(key, path);
    }
  }
  return firsts;
}

/** A note about files, if there are any. */
export function noteOf(
  code: string,
  paths: readonly string[],
  sentence: (count: number) => string,
): readonly Note[] {
  return paths.length === 0 ? [] : [{ code, message: sentence(paths.length), paths }];
}

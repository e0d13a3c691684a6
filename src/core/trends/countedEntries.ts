import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import { isEntryKind } from '../entries/kinds.ts';
import type { Problem } from '../problem.ts';
import type { Note } from './trends.ts';

/** The entries that figures are made of, and what was left out. */
export interface CountedEntries {
  readonly entries: readonly Entry[];
  readonly notes: readonly Note[];
}

/** Leaves out copies, imports, kinds of a newer version, and experiments that nobody could have tested. */
export function countedEntries(all: readonly Entry[], problems: readonly Problem[]): CountedEntries {
  const entries: Entry[] = [];
  const copies: string[] = [];
  const imported: string[] = [];
  const untestable: string[] = [];
  const unknown: string[] = [];
  const ids = new Set<string>();
  for (const entry of all.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const id = entry.id.toLowerCase();
    if (ids.has(id)) {
      copies.push(entry.path);
    } else if (!isEntryKind(entry.kind)) {
      unknown.push(entry.path);
    } else if (entry.imported !== undefined) {
      imported.push(entry.path);
    } else if (entry.kind === 'experiment' && entry.testable !== true) {
      untestable.push(entry.path);
    } else {
      entries.push(entry);
    }
    ids.add(id);
  }
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
      ...noteOf('untestable', untestable, (n) =>
        l10n.t('Experiments without a hypothesis or a measure, which are in no figure: {0}.', n),
      ),
      ...noteOf('imported', imported, (n) => l10n.t('Imported entries, which are in no figure: {0}.', n)),
      ...noteOf('duplicate-id', copies, (n) =>
        l10n.t('Files with the id of another file, which are counted once: {0}.', n),
      ),
      ...noteOf('unknown-kind', unknown, (n) =>
        l10n.t('Entries of a kind that this version does not know, which are in no figure: {0}.', n),
      ),
    ],
  };
}

/** A note about files, if there are any. */
export function noteOf(
  code: string,
  paths: readonly string[],
  sentence: (count: number) => string,
): readonly Note[] {
  return paths.length === 0 ? [] : [{ code, message: sentence(paths.length), paths }];
}

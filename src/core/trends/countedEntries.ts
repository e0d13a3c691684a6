import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import { entryKinds } from '../entries/kinds.ts';
import type { Problem } from '../problem.ts';
import { put } from '../put.ts';
import type { Order } from './datedList.ts';
import { idKey } from './idKey.ts';
import { repeatedIds } from './repeatedIds.ts';
import type { Note } from './trends.ts';

/** The entries that figures are made of, in the order that they came in, and what was left out. */
export interface CountedEntries {
  /** Those that count, of the whole log. */
  readonly whole: readonly Entry[];
  /** Those of them that belong to the part. */
  readonly entries: readonly Entry[];
  /** Both by their kind. */
  readonly wholeKinds: ReadonlyMap<string, readonly Entry[]>;
  readonly kinds: ReadonlyMap<string, readonly Entry[]>;
  /** That of the dates of each of these lists; absent where they are in none. */
  readonly order: Order | undefined;
  /** Those of the whole log that name any. */
  readonly linking: readonly Entry[];
  /** About the part alone. */
  readonly notes: readonly Note[];
}

/** Why an entry is in no figure. */
type Reason = 'copies' | 'imported' | 'untestable' | 'unknown';

/** What looking once at each entry found. */
interface Sorted extends Omit<CountedEntries, 'notes'> {
  readonly left: ReadonlyMap<Reason, readonly Entry[]>;
}

/**
 * Leaves out copies, imports, kinds of a newer version, and experiments that nobody could have tested.
 *
 * @param belongs whether an entry is of the part that figures are about; default: all of the log
 */
export function countedEntries(
  all: readonly Entry[],
  problems: readonly Problem[],
  belongs?: (entry: Entry) => boolean,
): CountedEntries {
  const sorted = sortEntries(all, belongs, firstOf(repeatedIds(all), all));
  const troubled = problems.filter(({ severity, path }) => severity === 'error' && path.endsWith('.md'));
  const read = new Set(troubled.length === 0 ? [] : all.map((entry) => entry.path));
  const broken = new Set(troubled.map(({ path }) => path).filter((path) => !read.has(path)));
  return { ...sorted, notes: notesOn([...broken].sort(), sorted.left) };
}

/**
 * Looks at each entry once: there may be very many.
 *
 * @param firsts of ids that several files have, the path of the one that is no copy
 */
function sortEntries(
  all: readonly Entry[],
  belongs: ((entry: Entry) => boolean) | undefined,
  firsts: ReadonlyMap<string, string>,
): Sorted {
  const whole: Entry[] = [];
  const part: Entry[] = belongs === undefined ? whole : [];
  const wholeKinds = listsOfKinds();
  const kinds = belongs === undefined ? wholeKinds : listsOfKinds();
  const linking: Entry[] = [];
  const left = new Map<Reason, Entry[]>();
  let [isRising, isFalling] = [true, true];
  let before = all[0]?.date ?? '';
  for (const entry of all) {
    const { kind, date } = entry;
    isRising &&= before <= date;
    isFalling &&= before >= date;
    before = date;
    const isOfPart = belongs === undefined || belongs(entry);
    const ofKind = wholeKinds.get(kind);
    const reason = isCopy(entry, firsts) ? 'copies' : reasonToLeaveOut(entry, ofKind !== undefined);
    if (reason === undefined) {
      whole.push(entry);
      ofKind?.push(entry);
      if (entry.links.length > 0) {
        linking.push(entry);
      }
      if (belongs !== undefined && isOfPart) {
        part.push(entry);
        kinds.get(kind)?.push(entry);
      }
    } else if (isOfPart) {
      put(left, reason, entry);
    }
  }
  const order = isFalling ? 'falling' : isRising ? 'rising' : undefined;
  return { whole, entries: part, wholeKinds, kinds, order, linking, left };
}

function listsOfKinds(): ReadonlyMap<string, Entry[]> {
  return new Map(entryKinds.map((kind) => [kind, []]));
}

function isCopy({ id, path }: Entry, firsts: ReadonlyMap<string, string>): boolean {
  return firsts.size > 0 && (firsts.get(idKey(id)) ?? path) !== path;
}

function reasonToLeaveOut({ kind, imported, testable }: Entry, isKnown: boolean): Reason | undefined {
  if (!isKnown) {
    return 'unknown';
  }
  if (imported !== undefined) {
    return 'imported';
  }
  return kind === 'experiment' && testable !== true ? 'untestable' : undefined;
}

/** Of the files with one id, the first by path: the others are copies. */
function firstOf(ids: ReadonlySet<string>, all: readonly Entry[]): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>();
  for (const { id, path } of ids.size === 0 ? [] : all) {
    const key = idKey(id);
    const first = firsts.get(key);
    if (ids.has(key) && (first === undefined || path < first)) {
      firsts.set(key, path);
    }
  }
  return firsts;
}

function notesOn(broken: readonly string[], left: Sorted['left']): readonly Note[] {
  const pathsOf = (reason: Reason): readonly string[] =>
    (left.get(reason) ?? []).map(({ path }) => path).sort();
  return [
    ...noteOf('unreadable', broken, (n) =>
      l10n.t('Files that could not be read and are in no figure: {0}.', n),
    ),
    ...noteOf('untestable', pathsOf('untestable'), (n) =>
      l10n.t('Experiments without a hypothesis or a measure, which are in no figure: {0}.', n),
    ),
    ...noteOf('imported', pathsOf('imported'), (n) =>
      l10n.t('Imported entries, which are in no figure: {0}.', n),
    ),
    ...noteOf('duplicate-id', pathsOf('copies'), (n) =>
      l10n.t('Files with the id of another file, which are counted once: {0}.', n),
    ),
    ...noteOf('unknown-kind', pathsOf('unknown'), (n) =>
      l10n.t('Entries of a kind that this version does not know, which are in no figure: {0}.', n),
    ),
  ];
}

/** A note about files, if there are any. */
export function noteOf(
  code: string,
  paths: readonly string[],
  sentence: (count: number) => string,
): readonly Note[] {
  return paths.length === 0 ? [] : [{ code, message: sentence(paths.length), paths }];
}

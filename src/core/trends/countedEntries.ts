import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import { entryKinds } from '../entries/kinds.ts';
import type { Problem } from '../problem.ts';
import { put } from '../put.ts';
import type { Order } from './datedList.ts';
import { idKey } from './idKey.ts';
import { RepeatedIds } from './repeatedIds.ts';
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

/** How many entries are looked at in one step. */
const stepLength = 2000;

/**
 * Leaves out copies, imports, kinds of a newer version, and experiments that nobody could have tested. It takes a
 * while where there are very many, so whoever has to can let others have their turn in between.
 *
 * @param all none may come or go before the end
 * @param belongs whether an entry is of the part that figures are about; default: all of the log
 */
export function* countedEntries(
  all: readonly Entry[],
  problems: readonly Problem[],
  belongs?: (entry: Entry) => boolean,
): Generator<void, CountedEntries> {
  const broken = new Set(
    problems
      .filter(({ severity, path }) => severity === 'error' && path.endsWith('.md'))
      .map(({ path }) => path),
  );
  let sorter = new EntrySorter(all, belongs, broken, new Map());
  yield* sorter.sort();
  // Hardly any log has copies.
  if (sorter.ids.found.size > 0) {
    sorter = new EntrySorter(all, belongs, broken, firstOf(sorter.ids.found, all));
    yield* sorter.sort();
  }
  const { whole, part, wholeKinds, kinds, linking, order } = sorter;
  const notes = notesOn([...broken].sort(), sorter.left);
  return { whole, entries: part, wholeKinds, kinds, order, linking, notes };
}

/** Looks at each entry once: there may be very many. */
class EntrySorter {
  readonly ids: RepeatedIds;
  readonly whole: Entry[] = [];
  readonly part: Entry[];
  readonly wholeKinds = listsOfKinds();
  readonly kinds: ReadonlyMap<string, Entry[]>;
  readonly linking: Entry[] = [];
  readonly left = new Map<Reason, Entry[]>();
  readonly #all: readonly Entry[];
  readonly #belongs: ((entry: Entry) => boolean) | undefined;
  readonly #broken: Set<string>;
  readonly #firsts: ReadonlyMap<string, string>;
  #isRising = true;
  #isFalling = true;

  /**
   * @param broken paths of files with an error; those of entries are taken out
   * @param firsts of ids that several files have, the path of the one that is no copy
   */
  constructor(
    all: readonly Entry[],
    belongs: ((entry: Entry) => boolean) | undefined,
    broken: Set<string>,
    firsts: ReadonlyMap<string, string>,
  ) {
    this.ids = new RepeatedIds(all);
    this.part = belongs === undefined ? this.whole : [];
    this.kinds = belongs === undefined ? this.wholeKinds : listsOfKinds();
    this.#all = all;
    this.#belongs = belongs;
    this.#broken = broken;
    this.#firsts = firsts;
  }

  get order(): Order | undefined {
    return this.#isFalling ? 'falling' : this.#isRising ? 'rising' : undefined;
  }

  *sort(): Generator<void, void> {
    for (let from = 0; from < this.#all.length; from += stepLength) {
      this.#sortSome(from, Math.min(from + stepLength, this.#all.length));
      yield;
    }
  }

  /** In one loop, without any detour: figures of a large log are made anew in not much more time than this takes. */
  #sortSome(from: number, to: number): void {
    const { whole, part, wholeKinds, kinds, linking, left } = this;
    const [all, belongs, broken, firsts] = [this.#all, this.#belongs, this.#broken, this.#firsts];
    this.ids.take(from, to);
    let before = all[Math.max(0, from - 1)]?.date ?? '';
    for (let at = from; at < to; at += 1) {
      const entry = all[at] as Entry;
      const { kind, date, path } = entry;
      if (date !== before) {
        this.#isRising &&= before < date;
        this.#isFalling &&= before > date;
        before = date;
      }
      if (broken.size > 0) {
        broken.delete(path);
      }
      const ofKind = wholeKinds.get(kind);
      const reason = isCopy(entry, firsts) ? 'copies' : reasonToLeaveOut(entry, ofKind !== undefined);
      const isOfPart = belongs === undefined || belongs(entry);
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
  }
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

function notesOn(broken: readonly string[], left: ReadonlyMap<Reason, readonly Entry[]>): readonly Note[] {
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

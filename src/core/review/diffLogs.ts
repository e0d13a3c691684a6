import { entryKinds } from '../entries/kinds.ts';
import { compareFiles, type FileDifference, type LogFile } from './compareFiles.ts';

/** What became of one file of the log between two states of it. */
export type LogChange =
  | { readonly change: 'added'; readonly after: LogFile }
  | { readonly change: 'removed'; readonly before: LogFile }
  | ({ readonly change: 'changed'; readonly before: LogFile; readonly after: LogFile } & FileDifference);

/** Files of two states that are the same thing, and those that only one of them has. */
export interface PairedFiles {
  readonly pairs: readonly { readonly before: LogFile; readonly after: LogFile }[];
  readonly added: readonly LogFile[];
  readonly removed: readonly LogFile[];
}

/** Some changes of one kind of entry, meetings and surveys among them. */
export interface ChangesOfKind {
  /** As the files have it, after the change. */
  readonly kind: string;
  readonly changes: readonly LogChange[];
}

/**
 * Finds what is the same in two states of a log: by the id, whatever the file is called. Copies, which share an id,
 * are told apart by their paths, and then taken as they come.
 */
export function pairFiles(before: readonly LogFile[], after: readonly LogFile[]): PairedFiles {
  const left = new Map<string, LogFile[]>();
  for (const file of before) {
    left.set(file.id, [...(left.get(file.id) ?? []), file]);
  }
  const pairs: { before: LogFile; after: LogFile }[] = [];
  const take = (file: LogFile, fits: (old: LogFile) => boolean): boolean => {
    const olds = left.get(file.id) ?? [];
    const at = olds.findIndex(fits);
    const [old] = at < 0 ? [] : olds.splice(at, 1);
    if (old !== undefined) {
      pairs.push({ before: old, after: file });
    }
    return old !== undefined;
  };
  const others = after.filter((file) => !take(file, (old) => old.path === file.path));
  const added = others.filter((file) => !take(file, () => true));
  return { pairs, added, removed: [...left.values()].flat() };
}

/**
 * What is different in a later state of a log: kinds in their order, meetings and surveys behind them, the newest
 * first, whatever the order of the files. What says the same is not told of.
 *
 * @param hasSameText whether the Markdown below the titles of a pair is the same
 */
export function diffLogs(
  before: readonly LogFile[],
  after: readonly LogFile[],
  hasSameText: (before: LogFile, after: LogFile) => boolean,
): readonly LogChange[] {
  const { pairs, added, removed } = pairFiles(before, after);
  const changed = pairs.flatMap((pair): LogChange[] => {
    const keys = compareFiles(pair.before, pair.after);
    const text = !hasSameText(pair.before, pair.after);
    return keys.length > 0 || text ? [{ change: 'changed', ...pair, keys, text }] : [];
  });
  const all: LogChange[] = [
    ...added.map((file) => ({ change: 'added' as const, after: file })),
    ...removed.map((file) => ({ change: 'removed' as const, before: file })),
    ...changed,
  ];
  return all.sort(compareChanges);
}

/** The file that a change is about, as it is after the change, or was if it was removed. */
export function fileOfChange(change: LogChange): LogFile {
  return change.change === 'removed' ? change.before : change.after;
}

/** Changes by kind, in the order that they have. */
export function changesByKind(changes: readonly LogChange[]): readonly ChangesOfKind[] {
  const groups = new Map<string, LogChange[]>();
  for (const change of changes) {
    const { kind } = fileOfChange(change);
    groups.set(kind, [...(groups.get(kind) ?? []), change]);
  }
  return [...groups].map(([kind, those]) => ({ kind, changes: those }));
}

const kindOrder: readonly string[] = [...entryKinds, 'meeting', 'pulse', 'audit'];

function compareChanges(a: LogChange, b: LogChange): number {
  const [one, two] = [fileOfChange(a), fileOfChange(b)];
  return (
    rankOf(one.kind) - rankOf(two.kind) ||
    compareText(one.kind, two.kind) ||
    compareText(two.date, one.date) ||
    compareText(one.id, two.id) ||
    compareText(one.path, two.path)
  );
}

function rankOf(kind: string): number {
  const rank = kindOrder.indexOf(kind);
  return rank === -1 ? kindOrder.length : rank;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { CodePlace, CommitLink, Entry } from '../entries/entry.ts';
import { entryKinds, isEntryKind, outcomes, statusesOf } from '../entries/kinds.ts';
import { blankEntry, type Writable } from './blankEntry.ts';
import { isEntryId } from './entryId.ts';
import { belongsTo, type EntryKey, entryKeys } from './entryKeys.ts';
import { PlainLines, placeOf } from './plainLines.ts';

const none: readonly never[] = Object.freeze([]);
const keysByPlace: EntryKey[][] = [];
for (const key of entryKeys) {
  (keysByPlace[placeOf(key, 0, key.length)] ??= []).push(key);
}
const words = new Map(
  [...entryKinds, ...Object.values(statusesOf).flat(), ...outcomes].map((word) => [word, word]),
);
/** The keys that each kind does not have, as bits: see `bitOf`. */
const foreignKeys = new Map(
  entryKinds.map((kind) => [
    kind,
    entryKeys.reduce((bits, key) => (belongsTo(key, kind) ? bits : bits | bitOf(key)), 0),
  ]),
);

/**
 * Reads the front matter of an entry as `printEntry` writes it, with its keys in any order and other keys among
 * them. Where it answers, YAML and the schema give the same and have nothing to say about it; whatever it does not
 * understand to the last character, it leaves to them by answering `undefined`. Ten thousand entries pass through
 * here before a list is shown.
 *
 * @param source from `splitFile`
 */
export function readPlainEntry(source: string, path: string, title: string): Writable<Entry> | undefined {
  const lines = new PlainLines(source);
  const entry = blankEntry(title, path);
  let seen = 0;
  let others: readonly string[] = none;
  while (lines.goOn) {
    const key = lines.key(keysByPlace);
    const bit = bitOf(key);
    if ((seen & bit) !== 0 || (bit === 0 && others.includes(key))) {
      return undefined;
    }
    seen |= bit;
    others = bit === 0 ? [...others, key] : others;
    readKey(entry, key, lines);
  }
  if (!lines.understood || !isSound(entry, seen)) {
    return undefined;
  }
  const statuses = isEntryKind(entry.kind) ? statusesOf[entry.kind] : undefined;
  if (entry.status === undefined && statuses !== undefined) {
    entry.status = statuses[0];
  }
  return entry;
}

function readKey(entry: Writable<Entry>, key: string, lines: PlainLines): void {
  switch (key) {
    case 'kind':
    case 'status':
    case 'outcome':
      entry[key] = ownWord(lines.text());
      return;
    case 'id':
    case 'owner':
    case 'reason':
    case 'imported':
      entry[key] = lines.text();
      return;
    case 'date':
    case 'started':
    case 'timebox':
    case 'concluded':
    case 'due':
    case 'closed':
      entry[key] = lines.day();
      return;
    case 'tags':
    case 'people':
    case 'links':
      entry[key] = lines.texts();
      return;
    case 'commits':
      entry.commits = items(lines, readCommit);
      return;
    case 'code':
      entry.code = items(lines, readPlace);
      return;
    default:
      lines.pass();
  }
}

/** A bit of a number for each key that we know, none for any other. */
function bitOf(key: string): number {
  const at = entryKeys.findIndex((known) => known === key);
  return at === -1 ? 0 : 1 << at;
}

/** Whether nothing is missing, each word is one of those that its key can have, and each key belongs to the kind. */
function isSound({ id, kind, date, status, outcome, links }: Entry, seen: number): boolean {
  return (
    isEntryId(id) &&
    date !== '' &&
    isEntryKind(kind) &&
    (status === undefined || statusesOf[kind]?.includes(status) === true) &&
    (outcome === undefined || outcomes.some((one) => one === outcome)) &&
    links.every(isEntryId) &&
    (seen & (foreignKeys.get(kind) ?? 0)) === 0
  );
}

/** A word that we know is given as our own copy of it: thousands of them are kept. */
function ownWord(text: string): string {
  return words.get(text) ?? text;
}

/** A list of mappings, each of which starts behind `  - `. */
function items<T>(lines: PlainLines, read: (lines: PlainLines) => T): readonly T[] {
  lines.endLine();
  lines.understood &&= lines.passes('  - ');
  const first = read(lines);
  if (!lines.goOn || !lines.passes('  - ')) {
    return [first];
  }
  const found = [first, read(lines)];
  while (lines.goOn && lines.passes('  - ')) {
    found.push(read(lines));
  }
  // A list that grew holds room for many more; thousands of these are kept.
  return found.length === 2 ? found : found.slice();
}

function readCommit(lines: PlainLines): CommitLink {
  lines.understood &&= lines.passes('sha:');
  // An object that starts without keys has room for four.
  const commit = {} as Writable<CommitLink>;
  commit.sha = lines.hash();
  while (lines.goOn && lines.passes('    ')) {
    if (commit.subject === undefined && lines.passes('subject:')) {
      commit.subject = lines.text();
    } else if (commit.authored === undefined && lines.passes('authored:')) {
      commit.authored = lines.moment();
    } else if (commit.patch === undefined && lines.passes('patch:')) {
      commit.patch = lines.hash();
    } else if (commit.range === undefined && lines.passes('range:')) {
      commit.range = lines.hash();
    } else if (commit.paths === undefined && lines.passes('paths:')) {
      commit.paths = lines.texts();
    } else if (commit.change === undefined && lines.passes('change:')) {
      commit.change = lines.text();
    } else if (commit.pr === undefined && lines.passes('pr:')) {
      commit.pr = lines.count();
    } else {
      lines.understood = false;
    }
  }
  return commit;
}

function readPlace(lines: PlainLines): CodePlace {
  lines.understood &&= lines.passes('path:');
  const place: Writable<CodePlace> = { path: lines.text() };
  while (lines.goOn && lines.passes('    ')) {
    if (place.line === undefined && lines.passes('line:')) {
      place.line = lines.count();
    } else if (place.text === undefined && lines.passes('text:')) {
      place.text = lines.text();
    } else {
      lines.understood = false;
    }
  }
  return place;
}

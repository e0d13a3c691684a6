import { ownCopy } from '../format/splitFile.ts';
import { mentionedIds } from '../links/messageMarks.ts';
import type { Contact } from '../trends/isBot.ts';
import type { GitCommand } from './gitCommand.ts';
import { isFullHash } from './fullHash.ts';
import { type GitStream, recordReader } from './gitStream.ts';

/** What a commit did to one path. */
export interface PathChange {
  readonly path: string;
  /** Where the file was before, if it was moved and not changed. */
  readonly from?: string;
  readonly did: 'added' | 'changed' | 'removed' | 'moved';
}

/** A commit with everyone who wrote it, as it is stored: `.mailmap` has not been asked. */
export interface ToldCommit {
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly authored: number;
  readonly author: Contact;
  /** As the message names them. */
  readonly coAuthors: readonly Contact[];
  /** Ids of entries that the message names. */
  readonly mentions: readonly string[];
}

/** What a commit did. */
export interface ToldChanges {
  /** As its `ToldCommit` has it. */
  readonly authored: number;
  /** None for a merge. Paths from the root of the work tree. */
  readonly changes: readonly PathChange[];
}

const mostCoAuthors = 50;
const coAuthor = /^co-authored-by:[ \t]*([^<>\n]{0,200})<([^<>\n]{0,200})>/gim;

/** Which commits are asked for: the same of both logs, in the same order. */
export interface ActivityQuery {
  /** Full hash; all that it reaches, newest first. */
  readonly from: string;
  /** Only what touches this folder, from the root of the work tree; `''`: everything. */
  readonly within: string;
}

/** Asks for every commit: git need not look at any tree for it, unless there is a folder. */
export function commitsTold({ from, within }: ActivityQuery): GitStream<ToldCommit> {
  return {
    args: [
      ...['log', '-z', '--format=%H%x00%at%x00%an%x00%ae%x00%B', '--encoding=UTF-8', '--no-show-signature'],
      ...whichCommits(from, within),
    ],
    separator: '\0',
    reader: recordReader(5, toldCommit),
  };
}

/**
 * Asks what each commit did to which paths, which costs git far more. Only files that were moved unchanged are told
 * as moved: that takes the trees alone, and no file is read.
 *
 * @param skip how many of the newest are left out
 */
export function changesTold({ from, within }: ActivityQuery, skip: number): GitStream<ToldChanges> {
  return {
    args: [
      // A record starts with an empty field, and neither a status nor a path is empty.
      ...['log', '-z', '--format=%x00%H%x00%at', '--name-status', '-M100%', '--root', `--skip=${skip}`],
      ...['--no-show-signature', '--no-ext-diff', '--no-textconv', '-O/dev/null'],
      ...whichCommits(from, within),
    ],
    separator: '\0',
    reader: changesReader,
  };
}

function whichCommits(from: string, within: string): readonly string[] {
  return ['--end-of-options', from, '--', ...(within === '' ? [] : [`:(top,literal)${within}`])];
}

function toldCommit([sha = '', seconds, name = '', address = '', message = '']: readonly string[]):
  | ToldCommit
  | undefined {
  const authored = secondsOf(seconds);
  if (!isFullHash(sha) || authored === undefined) {
    return undefined;
  }
  const coAuthors = /co-authored-by:/i.test(message)
    ? [...message.matchAll(coAuthor)].slice(0, mostCoAuthors).map(([, who = '', mail = '']) => ({
        name: ownCopy(who.trim()),
        address: ownCopy(mail.trim()),
      }))
    : [];
  const mentions = /retro:/i.test(message) ? mentionedIds(message).map(ownCopy) : [];
  return { authored, author: { name, address }, coAuthors, mentions };
}

/** What a commit did is read as it comes: one that touches ten thousand paths holds nobody up when it ends. */
function changesReader(emit: (value: ToldChanges) => void): (field: string | undefined) => void {
  let record: string[] | undefined;
  let changes: PathChange[] = [];
  let part: string[] = [];
  return (field) => {
    if (field !== undefined && record !== undefined && record.length < 2) {
      record.push(field);
    } else if (field === '' || field === undefined) {
      const [sha = '', seconds] = record ?? [];
      const authored = secondsOf(seconds);
      const told = { authored: authored ?? 0, changes };
      record = field === undefined ? undefined : [];
      changes = [];
      part = [];
      if (isFullHash(sha) && authored !== undefined) {
        emit(told);
      }
    } else if (record !== undefined) {
      part.push(changes.length === 0 && part.length === 0 ? field.replace(/^\n/, '') : field);
      const change = pathChange(part);
      if (change !== undefined) {
        changes.push(change);
        part = [];
      }
    }
  };
}

function secondsOf(text: string | undefined): number | undefined {
  const seconds = Math.trunc(Number(text));
  return text !== undefined && Number.isFinite(seconds) ? seconds : undefined;
}

/** Reads a status and a path, or a status and two paths for what was moved or copied; `undefined` while one is missing. */
function pathChange([status = '', path, to]: readonly string[]): PathChange | undefined {
  if (path === undefined) {
    return undefined;
  }
  switch (status.slice(0, 1)) {
    case 'R':
      return to === undefined ? undefined : { path: to, from: path, did: 'moved' };
    case 'C':
      return to === undefined ? undefined : { path: to, did: 'added' };
    case 'A':
      return { path, did: 'added' };
    case 'D':
      return { path, did: 'removed' };
    default:
      return { path, did: 'changed' };
  }
}

/** Asks for the files that a commit has below a folder. Paths from the root of the work tree. */
export function filesAt(commit: string, folder: string): GitStream<string> {
  return {
    args: ['ls-tree', '-r', '-z', '--name-only', '--full-tree', '--end-of-options', commit, `${folder}/`],
    separator: '\0',
    reader: (emit) => (field) => {
      if (field !== undefined && field !== '') {
        emit(field);
      }
    },
  };
}

/** Asks what `.mailmap` makes of people, in their order; neither name nor address holds `<`, `>` or a line break. */
export function mappedContacts(contacts: readonly Contact[]): GitCommand<readonly Contact[]> {
  return {
    args: ['check-mailmap', '--stdin'],
    input: contacts.map(({ name, address }) => `${name} <${address}>\n`).join(''),
    parse: (stdout) => {
      const lines = stdout.split('\n');
      return contacts.map((given, at) => {
        const [, name, address] = /^(.*?) ?<([^<>]*)>$/.exec(lines[at] ?? '') ?? [];
        return { name: name || given.name, address: address || given.address };
      });
    },
  };
}

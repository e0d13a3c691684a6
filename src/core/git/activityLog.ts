import { ownCopy } from '../format/splitFile.ts';
import { mentionedIds } from '../links/messageMarks.ts';
import type { Contact } from '../trends/isBot.ts';
import type { GitCommand } from './gitCommand.ts';
import { isFullHash } from './fullHash.ts';
import type { GitStream } from './gitStream.ts';

/** What a commit did to one path. */
export interface PathChange {
  readonly path: string;
  /** Where the file was before, if it was moved and not changed. */
  readonly from?: string;
  readonly did: 'added' | 'changed' | 'removed' | 'moved';
}

/** A commit with everyone who wrote it and everything that it did. */
export interface ToldActivity {
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly authored: number;
  /** After `.mailmap`. */
  readonly author: Contact;
  /** As the message names them. */
  readonly coAuthors: readonly Contact[];
  /** Ids of entries that the message names. */
  readonly mentions: readonly string[];
  /** None for a merge. Paths from the root of the work tree. */
  readonly changes: readonly PathChange[];
}

// A record starts with an empty field, and neither a status nor a path is empty.
const format = '--format=%x00%H%x00%at%x00%aN%x00%aE%x00%B';
const fieldsOfRecord = 5;
const mostCoAuthors = 50;
const coAuthor = /^co-authored-by:[ \t]*([^<>\n]{0,200})<([^<>\n]{0,200})>/gim;

/**
 * Asks for every commit with what it did to which paths, newest first. Only files that were moved unchanged are told
 * as moved: that takes the trees alone, and no file is read.
 *
 * @param from full hash
 * @param within only what touches this folder, from the root of the work tree; `''`: everything
 */
export function activityLog(from: string, within: string): GitStream<ToldActivity> {
  return {
    args: [
      'log',
      '-z',
      format,
      '--encoding=UTF-8',
      '--use-mailmap',
      '--name-status',
      '-M100%',
      '--root',
      '--no-show-signature',
      '--no-ext-diff',
      '--no-textconv',
      '-O/dev/null',
      '--end-of-options',
      from,
      '--',
      ...(within === '' ? [] : [`:(top,literal)${within}`]),
    ],
    separator: '\0',
    reader: activityReader,
  };
}

function activityReader(emit: (value: ToldActivity) => void): (field: string | undefined) => void {
  let record: string[] | undefined;
  let rest: string[] = [];
  return (field) => {
    if (field !== undefined && record !== undefined && record.length < fieldsOfRecord) {
      record.push(field);
    } else if (field === '' || field === undefined) {
      const told = record === undefined ? undefined : toldActivity(record, rest);
      record = field === undefined ? undefined : [];
      rest = [];
      if (told !== undefined) {
        emit(told);
      }
    } else if (record !== undefined) {
      rest.push(rest.length === 0 ? field.replace(/^\n/, '') : field);
    }
  };
}

function toldActivity(record: readonly string[], rest: readonly string[]): ToldActivity | undefined {
  const [sha = '', seconds, name = '', address = '', message = ''] = record;
  const authored = Math.trunc(Number(seconds));
  if (!isFullHash(sha) || !Number.isFinite(authored)) {
    return undefined;
  }
  const coAuthors = /co-authored-by:/i.test(message)
    ? [...message.matchAll(coAuthor)].slice(0, mostCoAuthors).map(([, who = '', mail = '']) => ({
        name: ownCopy(who.trim()),
        address: ownCopy(mail.trim()),
      }))
    : [];
  const mentions = /retro:/i.test(message) ? mentionedIds(message).map(ownCopy) : [];
  return { authored, author: { name, address }, coAuthors, mentions, changes: pathChanges(rest) };
}

/** Reads pairs of a status and a path, or a status and two paths for what was moved or copied. */
function pathChanges(fields: readonly string[]): readonly PathChange[] {
  const changes: PathChange[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const status = fields[at] ?? '';
    const path = fields[at + 1] ?? '';
    if (/^[RC]/.test(status)) {
      const to = fields[at + 2] ?? path;
      changes.push(
        status.startsWith('R') ? { path: to, from: path, did: 'moved' } : { path: to, did: 'added' },
      );
      at += 3;
    } else {
      changes.push({ path, did: status === 'A' ? 'added' : status === 'D' ? 'removed' : 'changed' });
      at += 2;
    }
  }
  return changes;
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

import { ownCopy } from '../format/splitFile.ts';
import type { FileVersion } from '../ports/versions.ts';
import { isFullHash } from './fullHash.ts';
import type { GitStream } from './gitStream.ts';
import { isoTime } from './isoTime.ts';
import { plainReason } from './plainReason.ts';

/** A version, with what is needed to look further back. */
export interface ToldVersion extends FileVersion {
  /** Full hashes; none of a commit whose parents are cut off. */
  readonly parents: readonly string[];
}

/** What begins a record: no field of its own is empty behind the subject, and no path is. */
const format = '--format=%x00%H%x00%P%x00%at%x00%aN%x00%s';
const fieldsOfRecord = 5;

/**
 * Asks for the commits that changed one file, newest first; a merge is among them if its file is that of none of its
 * parents. Renames are not looked for.
 *
 * @param from full hash
 * @param path POSIX, from the root of the work tree
 */
export function fileVersions(from: string, path: string): GitStream<ToldVersion> {
  return {
    args: [
      'log',
      '-z',
      format,
      '--encoding=UTF-8',
      '--use-mailmap',
      '-c',
      '--raw',
      '--no-abbrev',
      '--root',
      '--no-renames',
      '--no-follow',
      '--no-show-signature',
      '--no-ext-diff',
      '--no-textconv',
      '-O/dev/null',
      '--end-of-options',
      from,
      '--',
      `:(top,literal)${path}`,
    ],
    separator: '\0',
    reader: versionReader,
  };
}

/**
 * Reads a commit, then for each of its files the modes, hashes and the state, and the path. An empty field ends the
 * record, unless the file of a merge follows.
 */
function versionReader(emit: (value: ToldVersion) => void): (field: string | undefined) => void {
  let record: string[] = [];
  let isOver = false;
  const finish = (): void => {
    const [sha = '', parents = '', authored, author = '', subject = '', ...files] = record;
    record = [];
    for (let at = 0; isFullHash(sha) && at + 1 < files.length; at += 2) {
      const file = fileOf(files[at] ?? '', files[at + 1] ?? '');
      if (file !== undefined) {
        emit({
          sha,
          parents: parents.split(' ').filter(isFullHash),
          authored: isoTime(Number(authored)),
          author: plainReason(author),
          subject: ownCopy(subject),
          ...file,
        });
      }
    }
  };
  return (field) => {
    const isWithin = record.length > 0 && record.length < fieldsOfRecord;
    if (field === undefined || (isOver && !field.startsWith('::'))) {
      finish();
    }
    isOver = field === '' && !isWithin;
    if (field !== undefined && !isOver) {
      record.push(field);
    }
  };
}

type VersionFile = Pick<FileVersion, 'change' | 'path' | 'before' | 'after'>;

/** `:100644 100644 <hash> <hash> M`; of a merge a colon, a mode and a hash more for each parent. */
function fileOf(raw: string, path: string): VersionFile | undefined {
  const [, colons = ''] = /^\n?(:+)/.exec(raw) ?? [];
  const parents = colons.length;
  const words = raw.slice(raw.indexOf(colons) + parents).split(' ');
  const hashes = words.slice(parents + 1, 2 * parents + 2);
  const state = words.at(-1) ?? '';
  if (parents === 0 || hashes.length !== parents + 1 || !hashes.every(isFullHash)) {
    return undefined;
  }
  const [before, after] = [hashes[0], hashes.at(-1)].map((hash) =>
    /^0+$/.test(hash ?? '') ? undefined : hash,
  );
  return {
    path: ownCopy(path),
    change: changeOf(state),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function changeOf(state: string): FileVersion['change'] {
  if (state.length > 1) {
    return 'merged';
  }
  return state === 'A' ? 'added' : state === 'D' ? 'removed' : 'changed';
}

import { isFullHash } from './fullHash.ts';
import type { GitCommand } from './gitCommand.ts';

/** A file that a commit changed. */
export interface ChangedFile {
  /** POSIX, from the root of the work tree; that of before where the commit removed the file. */
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed' | 'renamed';
  /** What a renamed file was called before. */
  readonly from?: string;
}

/** What a commit changed against its first parent. */
export interface CommitChanges {
  /** Full hash of the first parent; absent for a commit without one. */
  readonly parent?: string;
  readonly files: readonly ChangedFile[];
}

const pinned = ['--root', '--no-show-signature', '--no-ext-diff', '--no-textconv', '-m', '--first-parent'];

/** Asks which files a commit (a full hash) changed. */
export function commitChanges(sha: string): GitCommand<CommitChanges> {
  const format = ['--format=%P', '--name-status', '--find-renames', '-O/dev/null'];
  return {
    args: ['log', '-z', '--max-count=1', ...format, ...pinned, '--end-of-options', sha, '--'],
    parse: parseCommitChanges,
  };
}

/** Asks for a commit (a full hash) as text: when it was written, its message and its patch, and not by whom. */
export function commitPatch(sha: string): GitCommand<string> {
  const format = [
    '--format=commit %H%n%aI%n%n%B',
    '--encoding=UTF-8',
    '--patch',
    '--find-renames',
    '--no-color',
  ];
  return {
    args: ['log', '--max-count=1', ...format, ...pinned, '--end-of-options', sha, '--'],
    parse: (stdout) => stdout,
  };
}

/** Reads what {@link commitChanges} asks for: the parents, then a state and one or two paths for each file. */
export function parseCommitChanges(stdout: string): CommitChanges {
  const [parents = '', ...fields] = stdout.split('\0');
  const [parent = ''] = parents.split(' ');
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const state = (fields[at] ?? '').replace(/^\n/, '');
    const [first = '', second = ''] = fields.slice(at + 1, at + 3);
    const pair = /^[RC]/.test(state);
    at += pair ? 3 : 2;
    if (first !== '') {
      files.push(fileOf(state, first, second));
    }
  }
  return isFullHash(parent) ? { parent, files } : { files };
}

function fileOf(state: string, first: string, second: string): ChangedFile {
  switch (state.slice(0, 1)) {
    case 'A':
      return { path: first, change: 'added' };
    case 'D':
      return { path: first, change: 'removed' };
    case 'C':
      return { path: second, change: 'added' };
    case 'R':
      return { path: second, change: 'renamed', from: first };
    default:
      return { path: first, change: 'changed' };
  }
}

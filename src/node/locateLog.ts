import type { Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { RetroError } from '../core/retroError.ts';
import { isSafePath } from './files/pathSpelling.ts';
import { systemCode, systemReason } from './files/systemReason.ts';

/** Where a log is, or would be. */
export interface Located {
  /** The absolute path of the folder that the log's paths start from: the repository, if there is one. */
  readonly root: string;
  /** The log's folder, POSIX, from the root. */
  readonly folder: string;
  readonly exists: boolean;
}

/** The folder of a log whose name nobody chose. */
const usualFolder = 'retro';

/**
 * Finds the log that a place belongs to: the nearest folder, from the place upwards, that holds one. The
 * folder that holds `.git` ends the search and is the root even without a log; where there is neither, the
 * place itself is.
 *
 * @param start any file or folder
 * @param folderName the log's folder, POSIX, from the root; without it `retro`, or any folder with a `retro.yml`
 * @throws RetroError `not-found` where there is no such place, `bad-input` for a folder that leads out of the
 *   root, `bad-path` where the log's folder is a symbolic link, `ambiguous` where two folders beside each other
 *   are logs, `cannot-read` with the reason of the system
 */
export async function locateLog(start: string, folderName?: string): Promise<Located> {
  if (folderName !== undefined && !isSafePath(folderName)) {
    throw new RetroError(
      'bad-input',
      l10n.t(
        '“{0}” cannot be the folder of the log. Write a path below the repository, with “/”.',
        folderName,
      ),
    );
  }
  try {
    return await searchUpwards(await folderAt(start), folderName);
  } catch (error) {
    if (error instanceof RetroError) {
      throw error;
    }
    const reason = systemReason(error);
    throw new RetroError(
      'cannot-read',
      l10n.t('The log could not be looked for from “{0}”: {1}', start, reason),
      {
        cause: error,
      },
    );
  }
}

async function searchUpwards(place: string, folderName: string | undefined): Promise<Located> {
  for (let root = place; ; root = dirname(root)) {
    if (root === place || !(await isOpenToAll(root))) {
      const folder = await logIn(root, folderName);
      if (folder !== undefined) {
        return { root, folder, exists: true };
      }
    }
    const isRepository = (await look(join(root, '.git'))) !== undefined;
    if (isRepository || dirname(root) === root) {
      const folder = folderName ?? usualFolder;
      const end = isRepository ? root : place;
      await refuseLinks(end, folder);
      return { root: end, folder, exists: false };
    }
  }
}

async function folderAt(start: string): Promise<string> {
  const place = resolve(start);
  const stats = await whereAllowed(stat(place));
  if (stats === undefined) {
    throw new RetroError('not-found', l10n.t('There is no file or folder “{0}”.', start));
  }
  return stats.isDirectory() ? place : dirname(place);
}

/** In a place like `/tmp` anybody can put a log before us: what lies there is not ours unless we start there. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const sticky = 0o1000;
  const writableByAll = 0o002;
  const mode = (await look(folder))?.mode ?? 0;
  return (mode & sticky) !== 0 && (mode & writableByAll) !== 0;
}

async function logIn(root: string, folderName: string | undefined): Promise<string | undefined> {
  const folder = folderName ?? usualFolder;
  if (await looksLikeLog(join(root, folder))) {
    await refuseLinks(root, folder);
    return folder;
  }
  if (folderName !== undefined) {
    return undefined;
  }
  const found: string[] = [];
  for (const entry of (await whereAllowed(readdir(root, { withFileTypes: true }))) ?? []) {
    if (entry.isDirectory() && isSafePath(entry.name) && (await hasSettings(join(root, entry.name)))) {
      found.push(entry.name);
    }
  }
  if (found.length > 1) {
    const names = found.toSorted().map((name) => `“${name}”`);
    throw new RetroError(
      'ambiguous',
      l10n.t(
        'There is more than one log in “{0}”: {1}. Say which, with --folder or in the setting “retrolog.folder”.',
        root,
        names.join(', '),
      ),
    );
  }
  return found[0];
}

async function looksLikeLog(folder: string): Promise<boolean> {
  if (await hasSettings(folder)) {
    return true;
  }
  for (const room of ['entries', 'meetings', 'pulses', 'audits']) {
    if ((await look(join(folder, room)))?.isDirectory() === true) {
      return true;
    }
  }
  return false;
}

async function hasSettings(folder: string): Promise<boolean> {
  return (await look(join(folder, 'retro.yml')))?.isFile() === true;
}

/** Refuses a log that is reached through a link: its files would be outside of the repository. */
async function refuseLinks(root: string, folder: string): Promise<void> {
  let path = root;
  for (const name of folder.split('/')) {
    path = join(path, name);
    if ((await look(path))?.isSymbolicLink() === true) {
      throw new RetroError(
        'bad-path',
        l10n.t(
          '“{0}” is a symbolic link, which is not followed. Put the folder of the log itself there.',
          path,
        ),
        { path: folder },
      );
    }
  }
}

/** What stands under a path itself; `undefined` where nothing does or we may not look. */
function look(path: string): Promise<Stats | undefined> {
  return whereAllowed(lstat(path));
}

async function whereAllowed<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(systemCode(error) ?? '')) {
      return undefined;
    }
    throw error;
  }
}

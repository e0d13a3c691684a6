import * as l10n from '@vscode/l10n';
import { lstat, rename, rm, writeFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { RetroError } from '../core/retroError.ts';
import { settles, systemCode, systemReason } from '../node/files/systemReason.ts';
import type { Workplace } from './workplace.ts';

/**
 * Writes what a command made into the file that `-o` names, which may be anywhere and is replaced. Where writing
 * fails, what stood there stands there still.
 *
 * @param given as it was typed, relative to where the command was started
 * @returns the path, POSIX, from the root of the repository, or absolute where it is outside
 * @throws RetroError `cannot-write`
 */
export async function writeOutput(place: Workplace, given: string, text: string): Promise<string> {
  const file = resolve(place.start, given);
  const path = shownPath(place.root, file);
  try {
    await put(file, text);
  } catch (error) {
    throw new RetroError('cannot-write', sentence(path, error), { path, cause: error });
  }
  return path;
}

/** What could not be done, and what to do where that is certain. */
function sentence(path: string, error: unknown): string {
  const code = systemCode(error);
  if (code === 'EISDIR') {
    return l10n.t('“{0}” is a folder. Name a file to write to.', path);
  }
  return code === 'ENOENT'
    ? l10n.t('There is no folder to write {0} into. Make it first, or name another file.', path)
    : l10n.t('{0} could not be written: {1}', path, systemReason(error));
}

async function put(file: string, text: string): Promise<void> {
  const there = await lstat(file).catch(() => undefined);
  if (there !== undefined && !there.isFile()) {
    // A device, a pipe or a link is written through; a folder refuses.
    await writeFile(file, text);
    return;
  }
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, {
      flag: 'wx',
      ...(there !== undefined && { mode: there.mode & 0o777 }),
    });
    await rename(temporary, file);
  } catch (error) {
    await settles(rm(temporary, { force: true }));
    throw error;
  }
}

function shownPath(root: string, file: string): string {
  const path = relative(root, file);
  return path === '..' || path.startsWith(`..${sep}`) || resolve(root, path) !== file || path === ''
    ? file
    : path.split(sep).join('/');
}

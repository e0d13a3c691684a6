import * as l10n from '@vscode/l10n';
import type { Unreadable } from '../../core/ports/files.ts';
import { RetroError } from '../../core/retroError.ts';

/** A symbolic link stands at `at`, on the way to `path` or at its end. */
export function badLink(path: string, at: string): RetroError {
  return new RetroError(
    'bad-path',
    l10n.t(
      '“{0}” is a symbolic link, and nothing is written through one. Put a real file or folder there.',
      at,
    ),
    { path },
  );
}

/** A new file or folder would have a name that some systems cannot have. */
export function badName(path: string, name: string, problem: string): RetroError {
  return new RetroError(
    'bad-path',
    l10n.t('“{0}” is not a name that works on every system: {1} Choose another.', name, problem),
    { path },
  );
}

/** The file is there, but has no text that could be changed. */
export function cannotRead(path: string, code: Unreadable, detail: string): RetroError {
  return new RetroError(
    'cannot-read',
    l10n.t('“{0}” was left as it is because it could not be read: {1}', path, unreadableReason(code, detail)),
    { path },
  );
}

/** The system, or the text itself, does not allow the write. */
export function cannotWrite(path: string, reason: string, cause?: unknown): RetroError {
  return new RetroError(
    'cannot-write',
    l10n.t('“{0}” could not be written and is as it was: {1}', path, reason),
    {
      path,
      cause,
    },
  );
}

/** Programs that do not know our lock changed the file each time it had been read. */
export function keepsChanging(path: string): RetroError {
  return new RetroError(
    'busy',
    l10n.t('Another program keeps changing “{0}”, so it was left as it is. Try again in a moment.', path),
    { path },
  );
}

function unreadableReason(code: Unreadable, detail: string): string {
  switch (code) {
    case 'not-utf-8':
      return l10n.t('It is not UTF-8 text; the first wrong byte is at offset {0}.', detail);
    case 'too-large':
      return l10n.t('It is larger than 1 MiB.');
    case 'binary':
      return l10n.t('It is not a text file.');
    case 'not-a-file':
      return l10n.t('It is not a regular file.');
    case 'symbolic-link':
      return l10n.t('It is a symbolic link.');
    case 'failed':
      return detail;
  }
}

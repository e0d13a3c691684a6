import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import { parseFile, type Page } from '../format/parseFile.ts';
import type { FileContent, FileStamp, Unreadable } from '../ports/files.ts';
import type { Problem } from '../problem.ts';

/** What the index knows of one file. */
export interface IndexedFile {
  readonly path: string;
  /** Absent where the text was not read from the disk. */
  readonly stamp?: FileStamp | undefined;
  readonly entry?: Entry | undefined;
  readonly page?: Page | undefined;
  readonly problems: readonly Problem[];
}

/** Reads what a file says. A file that is gone is `undefined`; one that cannot be read is a problem. */
export function indexFile(path: string, content: FileContent, stamp?: FileStamp): IndexedFile | undefined {
  switch (content.state) {
    case 'missing':
      return undefined;
    case 'unreadable':
      return { path, stamp, problems: [unreadable(path, content.code, content.detail)] };
    case 'text': {
      const { entry, page, problems } = parseFile(path, content.text);
      return { path, stamp, entry, page, problems };
    }
  }
}

function unreadable(path: string, code: Unreadable, detail: string): Problem {
  return { code, severity: 'error', path, line: 1, message: sentenceFor(code, detail) };
}

function sentenceFor(code: Unreadable, detail: string): string {
  switch (code) {
    case 'not-utf-8':
      return l10n.t(
        'This file is not UTF-8 text (first at byte {0}). Save it with the encoding UTF-8.',
        detail,
      );
    case 'too-large':
      return l10n.t(
        'This file is too large for an entry ({0}). Keep what was learned, and link to the rest.',
        detail,
      );
    case 'binary':
      return l10n.t('This file is not text. Only Markdown files belong here.');
    case 'not-a-file':
      return l10n.t('This is not a regular file, so it was not opened.');
    case 'symbolic-link':
      return l10n.t('This is a symbolic link, which is not followed. Put the file itself here.');
    case 'failed':
      return l10n.t('This file could not be read: {0}', detail);
  }
}

import * as l10n from '@vscode/l10n';
import type { CodePlace } from '../core/entries/entry.ts';
import type { FileContent } from '../core/ports/files.ts';
import { RetroError } from '../core/retroError.ts';
import { pathFromRoot, type Workplace } from './workplace.ts';

/** A longer line is most likely generated: its number is noted, its text is not. */
const longestText = 500;

/**
 * Places in the code, from `PATH` or `PATH:LINE`.
 *
 * @throws RetroError `bad-path`, `not-found`, `cannot-read` where there is no such file in the repository, or
 *   `bad-input` where it has no such line
 */
export async function codePlaces(given: readonly string[], place: Workplace): Promise<readonly CodePlace[]> {
  const places: CodePlace[] = [];
  for (const text of given) {
    places.push(await codePlace(text, place));
  }
  return places;
}

async function codePlace(given: string, place: Workplace): Promise<CodePlace> {
  const [, name, digits] = /^(.+):(\d+)$/.exec(given) ?? [];
  // A file may have a colon and a number in its name.
  if (name === undefined || (await readAt(given, place)).content.state !== 'missing') {
    const { path, content } = await readAt(given, place);
    refuseUnlessFile(path, content);
    return { path };
  }
  const { path, content } = await readAt(name, place);
  refuseUnlessFile(path, content);
  return { path, ...lineOf(content, Number(digits), path) };
}

async function readAt(given: string, place: Workplace): Promise<{ path: string; content: FileContent }> {
  const path = await pathFromRoot(place, given);
  const content: FileContent =
    path === '' ? { state: 'unreadable', code: 'not-a-file', detail: '' } : await place.files.read(path);
  return { path, content };
}

function refuseUnlessFile(path: string, content: FileContent): void {
  if (content.state === 'missing') {
    throw new RetroError(
      'not-found',
      l10n.t('There is no file {0} in the repository. Nothing was written.', path),
      {
        path,
      },
    );
  }
  if (content.state !== 'unreadable') {
    return;
  }
  switch (content.code) {
    case 'not-a-file':
      throw new RetroError('bad-path', l10n.t('{0} is not a file. Name one file of the code.', path || '.'), {
        path,
      });
    case 'symbolic-link':
      throw new RetroError('bad-path', l10n.t('{0} is a symbolic link. Name the file itself.', path), {
        path,
      });
    case 'failed':
      throw new RetroError('cannot-read', l10n.t('{0} could not be read: {1}', path, content.detail), {
        path,
      });
    case 'binary':
    case 'too-large':
    case 'not-utf-8':
      return;
  }
}

function lineOf(content: FileContent, line: number, path: string): Pick<CodePlace, 'line' | 'text'> {
  if (content.state !== 'text') {
    throw new RetroError(
      'bad-input',
      l10n.t('{0} has no lines of text to point at. Leave out the line.', path),
      {
        path,
      },
    );
  }
  const lines = content.text.split(/\r\n|\n|\r/);
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const text = lines[line - 1]?.trim();
  if (text === undefined || line > count) {
    throw new RetroError(
      'bad-input',
      l10n.t('{0} has {1} lines; there is no line {2}. Nothing was written.', path, count, line),
      { path },
    );
  }
  return text === '' || text.length > longestText ? { line } : { line, text };
}

import * as vscode from 'vscode';
import { isFullHash } from '../../core/git/fullHash.ts';
import type { FileContent } from '../../core/ports/files.ts';
import { fromGit } from '../../core/review/momentNamed.ts';
import { versionScheme } from '../places/places.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/**
 * The address of a read-only document that shows a file of the log as git keeps it.
 *
 * @param blob full hash; absent: an empty document, for a side of a comparison where there is no file
 * @param when a word or two that stand behind the file’s name
 */
export function versionUri(
  session: Session,
  path: string,
  blob: string | undefined,
  when: string,
): vscode.Uri {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  return vscode.Uri.from({
    scheme: versionScheme,
    path: `/${name} (${when.replaceAll('/', '-')}).md`,
    query: `${blob ?? ''} ${session.root}`,
  });
}

/** Its text; a sentence where it cannot be had. */
export async function versionDocument(sessions: Sessions, uri: vscode.Uri): Promise<string> {
  const [blob = '', ...root] = uri.query.split(' ');
  const versions = sessions.all.find((one) => one.root === root.join(' '))?.versions;
  if (!isFullHash(blob) || versions === undefined) {
    return '';
  }
  const answer = await versions.contents([blob]);
  return answer.state === 'ok' ? textOf(answer.value.get(blob)) : reasonOf(() => fromGit(answer));
}

function textOf(content: FileContent | undefined): string {
  return content?.state === 'text'
    ? content.text
    : vscode.l10n.t('This version of the file is no text, is too large, or is not in this clone.');
}

function reasonOf(fails: () => unknown): string {
  try {
    return String(fails());
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

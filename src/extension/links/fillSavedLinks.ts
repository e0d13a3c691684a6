import type * as vscode from 'vscode';
import { fillLinks } from '../../core/links/fillLinks.ts';
import { RetroError } from '../../core/retroError.ts';
import type { Session } from '../session.ts';

/**
 * Writes into an entry that was just saved what its links to commits lack: a hash alone is enough to make one.
 * An entry that was changed again meanwhile, or cannot be written, is left as it is.
 */
export async function fillSavedLinks(session: Session, uri: vscode.Uri): Promise<void> {
  const path = session.pathOf(uri);
  if (path === undefined || session.history === undefined) {
    return;
  }
  await session.log.refresh([path]);
  const commits = session.log.at(path)?.commits ?? [];
  const links = commits.length === 0 ? [] : await fillLinks(commits, session.history);
  if (links.length === 0) {
    return;
  }
  try {
    await session.log.apply({ type: 'relink', path, links });
  } catch (error) {
    if (!(error instanceof RetroError)) {
      throw error;
    }
  }
}

import * as vscode from 'vscode';
import { linkTo } from '../../core/links/linkTo.ts';
import type { Relink } from '../../core/links/relink.ts';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { type EntryFile, entryFile } from '../links/entryFile.ts';
import { needAnswer, needHistory } from '../links/needHistory.ts';
import { offerUndo } from '../links/offerUndo.ts';
import { sayingSo } from '../links/sayingSo.ts';
import { needWritableSession } from './needSession.ts';

/** Which links are meant: one of a file, or all of it. */
interface Meant {
  readonly uri?: vscode.Uri;
  readonly sha?: string;
}

/** Writes what lets a link survive beside hashes that somebody put into an entry by hand. */
export function completeLinks(app: App) {
  return async (meant: unknown): Promise<void> => {
    const { uri, sha } = (meant ?? {}) as Meant;
    const file = await openFile(app, uri);
    await needWritableSession(app, file.session.uriOf(file.entry.path));
    const bare = new Set(file.lines.links.filter((link) => link.bare).map((link) => link.sha));
    const links: Relink[] = [];
    for (const written of sha === undefined ? bare : [sha]) {
      links.push(await sayingSo(vscode.l10n.t('Completing links'), completed(file, written)));
    }
    if (links.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Every link of this entry is complete.'));
      return;
    }
    const { undo } = await file.session.log.apply({ type: 'relink', path: file.entry.path, links });
    offerUndo(app, file.session, undo === undefined ? [] : [undo], doneText(links.length));
  };
}

async function openFile(app: App, uri: vscode.Uri | undefined): Promise<EntryFile> {
  const document =
    uri === undefined
      ? vscode.window.activeTextEditor?.document
      : await vscode.workspace.openTextDocument(uri);
  const file = document && entryFile(app.sessions, document);
  if (file === undefined) {
    throw new RetroError('not-found', vscode.l10n.t('Open the file of an entry first.'));
  }
  return file;
}

async function completed({ session }: EntryFile, written: string): Promise<Relink> {
  const { git, history } = needHistory(session);
  const commit = needAnswer(await git.resolve(written));
  if (commit === undefined) {
    throw new RetroError(
      'not-found',
      vscode.l10n.t(
        '“{0}” names no commit of this repository, or more than one. The link stays as it is.',
        written,
      ),
    );
  }
  const { sha, subject, authored, paths } = commit;
  const known = { sha, subject, authored, ...(paths.length > 0 && { paths }) };
  return { sha: written, link: await linkTo(known, history) };
}

function doneText(count: number): string {
  return count === 1
    ? vscode.l10n.t('The link is complete.')
    : vscode.l10n.t('{0} links are complete.', count);
}

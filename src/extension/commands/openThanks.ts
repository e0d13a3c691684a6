import * as vscode from 'vscode';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import type { ThanksNode } from '../log/logNodes.ts';
import { isRow } from './chosenEntry.ts';

/** Opens thanks that wait for this person; by that, they are seen. */
export function openThanks(app: App) {
  return async (row: unknown): Promise<void> => {
    const { session, thanks } = chosenThanks(app, row);
    await vscode.commands.executeCommand('vscode.open', session.uriOf(thanks.entry.path));
    await app.thanks.see(thanks.entry);
  };
}

/** Puts them away unopened. */
export function dismissThanks(app: App) {
  return async (row: unknown): Promise<void> => {
    await app.thanks.see(chosenThanks(app, row).thanks.entry);
  };
}

/** The row that a command was called on, or the newest thanks that wait. */
function chosenThanks(app: App, row: unknown): Omit<ThanksNode, 'type'> {
  const [newest] = app.sessions.all.flatMap((session) =>
    app.thanks.of(session).map((thanks) => ({ session, thanks })),
  );
  const found = isRow(row, 'thanks') ? row : newest;
  if (found === undefined) {
    throw new RetroError('not-found', vscode.l10n.t('No thanks are waiting for you at the moment.'));
  }
  return found;
}

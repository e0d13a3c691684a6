import * as vscode from 'vscode';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { isRow } from './chosenEntry.ts';
import type { SuggestionNode } from '../log/logNodes.ts';

/**
 * The suggestion that a command is about: the row it was called on, or the selected one.
 *
 * @throws RetroError `not-found` where there is none
 */
export function chosenSuggestion(app: App, row: unknown): SuggestionNode {
  const found = isRow(row, 'suggestion') ? row : app.logView.selectedSuggestion;
  if (found === undefined) {
    throw new RetroError('not-found', vscode.l10n.t('Choose a suggestion in the log view first.'));
  }
  return found;
}

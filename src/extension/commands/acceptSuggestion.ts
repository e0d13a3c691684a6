import * as vscode from 'vscode';
import { linkTo } from '../../core/links/linkTo.ts';
import { answered, readMemory } from '../../core/suggest/suggestionMemory.ts';
import type { App } from '../app.ts';
import { draftOfSuggestion } from '../suggestions/draftOfSuggestion.ts';
import { isRow } from './chosenEntry.ts';
import { chosenSuggestion } from './chosenSuggestion.ts';
import { focusedRow } from './focusedRow.ts';
import { needWritableSession } from './needSession.ts';

/**
 * Goes on with a suggestion: in the capture view, where it is changed and logged like anything else, or, where its
 * commit belongs to an entry, by linking the two.
 */
export function acceptSuggestion(app: App) {
  return async (argument: unknown): Promise<void> => {
    const row = await focusedRow(app, argument);
    if (argument === 'focused' && !isRow(row, 'suggestion')) {
      return;
    }
    const { session, suggestion } = chosenSuggestion(app, row);
    const { entry, commits } = suggestion;
    await needWritableSession(app, session.uriOf(session.log.folder));
    if (entry === undefined) {
      await app.capture.suggest(draftOfSuggestion(suggestion), session);
    } else {
      const link = await linkTo(commits[0], session.history);
      await session.log.apply({ type: 'linkCommit', path: entry.path, link });
      vscode.window.setStatusBarMessage(vscode.l10n.t('Linked'), 3000);
    }
    await app.suggestions.keep(answered(readMemory(app.suggestions.kept), suggestion, true));
  };
}

import * as vscode from 'vscode';
import type { Mend } from '../../core/format/mends.ts';
import { cryptoIds } from '../../node/cryptoIds.ts';
import type { Sessions } from '../sessions.ts';
import { problemOf, problemSource } from './problemReporter.ts';

/** Offers the one safe mend of a problem, where it has one, as a quick fix. */
export class QuickFixes implements vscode.CodeActionProvider {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const session = this.#sessions.of(document.uri);
    if (session === undefined || !context.diagnostics.some((one) => one.source === problemSource)) {
      return [];
    }
    // Most days nothing needs mending: how to is loaded when it is asked for.
    const { mendsFor } = await import('../../core/format/mends.ts');
    return context.diagnostics.flatMap((diagnostic) => {
      const problem = problemOf(session, document.uri, diagnostic);
      const mends =
        problem === undefined ? [] : mendsFor(document.getText(), problem, () => cryptoIds.newId());
      return mends.map((mend) => actionOf(document, diagnostic, mend));
    });
  }
}

function actionOf(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  mend: Mend,
): vscode.CodeAction {
  const action = new vscode.CodeAction(mend.title, vscode.CodeActionKind.QuickFix);
  const edit = new vscode.WorkspaceEdit();
  for (const { line, newText } of mend.edits) {
    const { range, rangeIncludingLineBreak } = document.lineAt(line - 1);
    if (newText === null) {
      edit.delete(document.uri, rangeIncludingLineBreak);
    } else {
      edit.replace(document.uri, range, newText);
    }
  }
  action.edit = edit;
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}

import * as vscode from 'vscode';
import type { App } from '../app.ts';

/** Shows in a plan where the team stands with it. What does it is loaded when an editor asks. */
export function registerPlan({ sessions }: App): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    sessions.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(
      { scheme: 'file', pattern: '**/plan.md' },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: async (document) => {
          const { planLenses } = await import('./planLenses.ts');
          return planLenses(sessions, document);
        },
      },
    ),
  );
}

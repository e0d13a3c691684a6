import * as vscode from 'vscode';
import type { App } from '../app.ts';

/** Shows where links lead. What does it is loaded when there is an entry, or an editor asks. */
export function registerLinks(app: App): vscode.Disposable {
  const { sessions } = app;
  const changed = new vscode.EventEmitter<void>();
  const loaded: vscode.Disposable[] = [changed];
  let keeping = false;
  const report = (error: unknown) => app.output.error(String(error));
  const keep = async () => {
    const { GradeKeeper } = await import('./gradeKeeper.ts');
    loaded.push(new GradeKeeper(sessions, report));
  };
  const look = () => {
    if (!keeping && sessions.all.some(({ log }) => log.entries.length > 0)) {
      keeping = true;
      keep().catch(report);
    }
    changed.fire();
  };
  const notes = () => import('./linkNotes.ts');
  const files: vscode.DocumentSelector = { scheme: 'file', pattern: '**/*.md' };
  const { languages } = vscode;
  return vscode.Disposable.from(
    new vscode.Disposable(() => vscode.Disposable.from(...loaded).dispose()),
    sessions.onDidChange(look),
    sessions.onDidChangeLinks(() => {
      changed.fire();
      app.logView.renew();
    }),
    languages.registerCodeLensProvider(files, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document) => (await notes()).linkLenses(sessions, document),
    }),
    languages.registerInlayHintsProvider(files, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints: async (document, range) => (await notes()).gradeHints(sessions, document, range),
    }),
    languages.registerCodeActionsProvider(files, {
      provideCodeActions: async (document, range) => (await notes()).linkActions(sessions, document, range),
    }),
  );
}

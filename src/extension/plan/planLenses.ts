import * as vscode from 'vscode';
import { pageFile } from '../../core/log/logFiles.ts';
import { planState, thingWords } from '../../core/plan/planState.ts';
import { readPlan } from '../../core/plan/readPlan.ts';
import type { Sessions } from '../sessions.ts';

/** Above each thing of a plan, where the team stands with it: the page keeps its state from the entries. */
export function planLenses(sessions: Sessions, document: vscode.TextDocument): vscode.CodeLens[] {
  const session = sessions.of(document.uri);
  const path = session?.pathOf(document.uri);
  if (session === undefined || path === undefined || path !== pageFile(session.log.folder, 'plan')) {
    return [];
  }
  const states = planState(readPlan(path, document.getText()), (file) => session.log.at(file));
  return states.map((state) => {
    const line = state.thing.firstLine - 1;
    const title = thingWords(state);
    return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { command: 'retrolog.work.focus', title });
  });
}

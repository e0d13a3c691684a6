import * as vscode from 'vscode';
import { walkthroughId } from '../manifestNames.ts';

/** Opens what can be learned in five minutes. */
export function openWalkthrough() {
  return async (): Promise<void> => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthroughId, false);
  };
}

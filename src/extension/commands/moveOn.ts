import * as vscode from 'vscode';
import type { Entry } from '../../core/entries/entry.ts';
import type { App } from '../app.ts';
import type { CommandId } from '../manifestNames.ts';
import { isEntryRow } from './chosenEntry.ts';
import { focusedRow } from './focusedRow.ts';

/** Does with the row that has the focus what comes next, by its key: starts a plan, concludes what runs, closes an action, clears a blocker. */
export function moveOn(app: App) {
  return async (argument: unknown): Promise<void> => {
    const row = await focusedRow(app, argument);
    const next = isEntryRow(row) ? nextStep(row.entry) : undefined;
    if (next !== undefined) {
      await vscode.commands.executeCommand(next, row);
    }
  };
}

function nextStep({ kind, status }: Entry): CommandId | undefined {
  switch (`${kind} ${status}`) {
    case 'experiment planned':
      return 'retrolog.startExperiment';
    case 'experiment running':
      return 'retrolog.concludeExperiment';
    case 'action open':
      return 'retrolog.closeAction';
    case 'blocker open':
      return 'retrolog.clearBlocker';
    default:
      return undefined;
  }
}

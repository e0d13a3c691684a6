import type { Entry } from '../../core/entries/entry.ts';
import * as vscode from 'vscode';
import type { App } from '../app.ts';
import type { CommandId } from '../manifestNames.ts';
import { isEntryRow } from './chosenEntry.ts';

/** Does with a row what comes next: starts a plan, concludes what runs, closes an action, clears a blocker. */
export function moveOn(app: App) {
  return async (argument: unknown): Promise<void> => {
    const row =
      argument === 'focused'
        ? await app.logView.focused()
        : argument === 'focusedWork'
          ? await app.work.focused()
          : (argument ?? app.work.selected ?? app.logView.selected);
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

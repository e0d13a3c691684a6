import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { commandIds } from '../manifestNames.ts';
import { commandTable } from './commandTable.ts';
import { rowMeant } from './focusedRow.ts';
import { showFailure } from './showFailure.ts';

/** Registers every command; what one of them throws is shown, never lost. */
export function registerCommands(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    ...commandIds.map((id) => {
      const run = commandTable[id](app);
      return vscode.commands.registerCommand(id, async (...given: unknown[]) => {
        try {
          await run(await rowMeant(app, given));
        } catch (error) {
          showFailure(error, app.output);
        }
      });
    }),
  );
}

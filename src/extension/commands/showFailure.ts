import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { RetroError } from '../../core/retroError.ts';
import { bugsTo } from '../webviewEnds.ts';

/**
 * Shows why a command did not do what it was asked. An expected failure is its own sentence; anything else is
 * a bug of ours, and goes to the output with its stack.
 */
export function showFailure(error: unknown, output: vscode.LogOutputChannel): void {
  if (error instanceof RetroError) {
    output.warn(`${error.code}: ${error.message}`);
    void vscode.window.showErrorMessage(withoutLinks(error.message));
    return;
  }
  bugsTo(output)(error);
  const details = vscode.l10n.t('Show Details');
  void vscode.window
    .showErrorMessage(
      vscode.l10n.t('That did not work, and it is a fault of Retrolog’s. Nothing you wrote is lost.'),
      details,
    )
    .then((choice) => {
      if (choice === details) {
        output.show();
      }
    });
}

/** A notification makes a link, or a command to click on, of `[text](target)`: text from a repository must not. */
export function withoutLinks(message: string): string {
  return displayText(message, 500).replaceAll('](', '] (');
}

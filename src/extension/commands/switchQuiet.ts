import * as vscode from 'vscode';
import { setForMe } from '../nudges/setForMe.ts';
import { isOn } from '../settingOf.ts';

/** Switches quiet on, or off again: nothing is asked or offered meanwhile. */
export function switchQuiet() {
  return async (): Promise<void> => {
    const quiet = !isOn('quiet');
    await setForMe('quiet', quiet);
    vscode.window.setStatusBarMessage(
      quiet
        ? vscode.l10n.t('Quiet is on: you are asked and offered nothing.')
        : vscode.l10n.t('Quiet is off.'),
      5000,
    );
  };
}

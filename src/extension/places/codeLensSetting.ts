import * as vscode from 'vscode';

/** Extensions that write about commits into the code already: more lines above lines would be too many. */
const showBlame: readonly string[] = [
  'eamodio.gitlens',
  'eamodio.gitlens-insiders',
  'waderyan.gitblame',
  'solomonkinard.git-blame',
];

/** Whether entries are announced above their lines: as the setting says, or as it suits what else is installed. */
export function showsCodeLens(uri: vscode.Uri): boolean {
  switch (vscode.workspace.getConfiguration('retrolog', uri).get<string>('codeLens', 'auto')) {
    case 'on':
      return true;
    case 'off':
      return false;
    default:
      return showBlame.every((id) => vscode.extensions.getExtension(id) === undefined);
  }
}

import * as vscode from 'vscode';

const scheme = 'retrolog-place';

/** What a row carries so that it is marked at its end, where there is always room, however long its title is. */
export function placeMark(state: 'moved' | 'gone'): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${state}` });
}

/** The mark of a row whose place in the code has moved or is gone. */
export function placeDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
  if (uri.scheme !== scheme) {
    return undefined;
  }
  return uri.path === '/gone'
    ? { badge: '–', tooltip: vscode.l10n.t('gone'), color: new vscode.ThemeColor('disabledForeground') }
    : { badge: '↕', tooltip: vscode.l10n.t('moved') };
}

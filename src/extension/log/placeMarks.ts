import * as vscode from 'vscode';

const scheme = 'retrolog-place';
const timeScheme = 'retrolog-time';

/** What a row carries so that it is marked at its end, where there is always room, however long its title is. */
export function placeMark(state: 'moved' | 'gone' | 'lost'): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${state}` });
}

/**
 * The same for what is left of a row's time.
 *
 * @param days whole days; negative where it is over
 * @param text the same in words
 */
export function timeMark(days: number, text: string): vscode.Uri {
  return vscode.Uri.from({ scheme: timeScheme, path: `/${days}`, query: text });
}

/**
 * The mark of a row whose place in the code has moved or is gone, of which a commit is lost, or whose time runs out.
 */
export function rowDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
  switch (uri.scheme) {
    case scheme:
      return placeDecoration(uri.path);
    case timeScheme:
      return timeDecoration(Number(uri.path.slice(1)), uri.query);
    default:
      return undefined;
  }
}

function placeDecoration(path: string): vscode.FileDecoration {
  if (path === '/lost') {
    return { badge: '?', tooltip: vscode.l10n.t('a linked commit is lost') };
  }
  return path === '/gone'
    ? { badge: '–', tooltip: vscode.l10n.t('gone'), color: new vscode.ThemeColor('disabledForeground') }
    : { badge: '↕', tooltip: vscode.l10n.t('moved') };
}

/** A badge has room for two characters: the days that are left, or that there are none. */
function timeDecoration(days: number, tooltip: string): vscode.FileDecoration {
  return { badge: days < 0 ? '!' : String(Math.min(days, 99)), tooltip };
}

import * as vscode from 'vscode';
import type { ReviewRow } from './review.ts';

/** The first row of every review: it leads back to the log. */
export function backRow(): ReviewRow {
  const item = new vscode.TreeItem(vscode.l10n.t('Back to Now'));
  item.id = 'back';
  item.iconPath = new vscode.ThemeIcon('arrow-left');
  item.command = { command: 'retrolog.backToNow', title: vscode.l10n.t('Back to Now') };
  return { type: 'review', item: () => item, children: () => [] };
}

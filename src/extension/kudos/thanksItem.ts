import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { systemClock } from '../../node/systemClock.ts';
import { factsTooltip } from '../factsTooltip.ts';
import { iconOf } from '../log/kindLooks.ts';
import { dayName } from '../log/logDates.ts';
import type { KudosNode, ThanksNode } from '../log/logNodes.ts';

/** How the row of thanks that wait for this person looks. Text from files is never read as Markdown or as an icon. */
export function thanksItem(node: ThanksNode): vscode.TreeItem {
  const { entry, writer } = node.thanks;
  const label = thanksWords(entry.title);
  const item = new vscode.TreeItem(label);
  item.id = `${node.session.root}:thanks:${entry.id}`;
  item.iconPath = iconOf(entry);
  item.description = [
    ...(writer === undefined ? [] : [displayText(writer, 60)]),
    dayName(entry.date, systemClock.today()),
  ].join(' · ');
  item.tooltip = factsTooltip(label, [
    ...(writer === undefined ? [] : [vscode.l10n.t('{0} wrote it.', displayText(writer, 60))]),
    vscode.l10n.t('It is gone from here when you have opened it or put it away.'),
  ]);
  item.contextValue = 'thanks';
  item.accessibilityInformation = { label: [label, item.description].join(', ') };
  item.command = { command: 'retrolog.openThanks', title: vscode.l10n.t('Open'), arguments: [node] };
  return item;
}

/** What thanks say to the person whom they name. */
export function thanksWords(title: string): string {
  return vscode.l10n.t('You were thanked: {0}', displayText(title));
}

/** How the heading over recent thanks looks. */
export function kudosItem({ session, thanks }: KudosNode): vscode.TreeItem {
  const label = vscode.l10n.t('Kudos');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${session.root}:kudos`;
  item.iconPath = iconOf({ kind: 'kudos' });
  item.description = String(thanks.length);
  item.contextValue = 'kudos';
  item.tooltip = vscode.l10n.t('Who was thanked in the last three months, and for what.');
  item.accessibilityInformation = { label: `${label} ${thanks.length}` };
  return item;
}

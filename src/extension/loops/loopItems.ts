import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { gapWords, nextWords } from '../../core/loops/loopWords.ts';
import type { OpenLoop } from '../../core/loops/openLoops.ts';
import { systemClock } from '../../node/systemClock.ts';
import { factsTooltip } from '../factsTooltip.ts';
import { iconOf, kindName } from '../log/kindLooks.ts';
import { dayName } from '../log/logDates.ts';
import type { LoopNode, LoopsNode } from '../log/logNodes.ts';

/** How the section of open loops and its rows look. Text from files is never read as Markdown or as an icon. */
export function loopItem(node: LoopsNode | LoopNode): vscode.TreeItem {
  return node.type === 'loops' ? heading(node) : row(node);
}

function heading({ session, loops }: LoopsNode): vscode.TreeItem {
  const label = vscode.l10n.t('Open loops');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${session.root}:loops`;
  item.iconPath = new vscode.ThemeIcon('sync');
  item.description = String(loops.length);
  item.accessibilityInformation = { label: `${label} ${loops.length}` };
  item.tooltip = vscode.l10n.t(
    'Failures that no learning came of yet, and learnings that nothing came of yet. After half a year they leave by themselves.',
  );
  return item;
}

function row(node: LoopNode): vscode.TreeItem {
  const { session, entry, loop } = node;
  const title = displayText(entry.title);
  const item = new vscode.TreeItem(title);
  item.id = `${session.root}:loop:${entry.path}`;
  item.iconPath = iconOf(entry);
  item.description = [gapWords(loop.gap), dayName(entry.date, systemClock.today())].join(' · ');
  item.tooltip = tooltipOf(loop);
  item.contextValue = `loop ${loop.gap}`;
  item.accessibilityInformation = { label: [kindName(entry.kind), title, item.description].join(', ') };
  item.command = {
    command: 'retrolog.writeWhatFollows',
    title: nextWords(loop.gap),
    arguments: [node],
  };
  return item;
}

function tooltipOf({ entry, gap, settled }: OpenLoop): vscode.MarkdownString {
  return factsTooltip(displayText(entry.title), [
    [kindName(entry.kind), dayName(entry.date, '')].join(', '),
    ...settled.map((one) =>
      vscode.l10n.t('It came back after “{0}”, {1}.', displayText(one.title, 80), dayName(one.date, '')),
    ),
    vscode.l10n.t('Next: {0}', nextWords(gap)),
  ]);
}

import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { OpenItem, OpenWork } from '../../core/work/openWork.ts';
import { contextValueOf } from '../log/contextValueOf.ts';
import { iconOf, kindName } from '../log/kindLooks.ts';
import type { WorkEntry, WorkNode } from './workNodes.ts';

/** How a row of open work looks. */
export function workItem(node: WorkNode): vscode.TreeItem {
  switch (node.type) {
    case 'session': {
      const item = new vscode.TreeItem(displayText(node.session.name), open);
      item.iconPath = new vscode.ThemeIcon('repo');
      return item;
    }
    case 'group': {
      const item = new vscode.TreeItem(groupName(node.name), open);
      item.id = `${node.session.root}:${node.name}`;
      item.description =
        node.name === 'running'
          ? vscode.l10n.t('{0} of at most {1}', node.items.length, node.session.log.team.experimentLimit)
          : String(node.items.length);
      return item;
    }
    case 'entry':
      return entryItem(node);
  }
}

const open = vscode.TreeItemCollapsibleState.Expanded;

function entryItem(node: WorkEntry): vscode.TreeItem {
  const { entry, item: work, session } = node;
  const title = displayText(entry.title);
  const item = new vscode.TreeItem(title);
  item.id = `${session.root}:${entry.path}`;
  item.iconPath = isOver(work)
    ? new vscode.ThemeIcon('watch', new vscode.ThemeColor('list.warningForeground'))
    : iconOf(entry);
  // Beside a long title there is no room for more than a word or two: the time first, all of it in the tooltip.
  const facts = [timeText(work), ...(entry.owner === undefined ? [] : [displayText(entry.owner, 40)])];
  item.description = facts.join(' · ');
  item.tooltip = new vscode.MarkdownString('', false)
    .appendText(title)
    .appendMarkdown('\n\n')
    .appendText(facts.join(' · '));
  item.contextValue = contextValueOf(entry);
  item.accessibilityInformation = { label: [kindName(entry.kind), title, item.description].join(', ') };
  item.command = { command: 'retrolog.openEntry', title: vscode.l10n.t('Open'), arguments: [node] };
  return item;
}

/** Whether a timebox or a due day has passed. */
export function isOver({ left }: OpenItem): boolean {
  return left !== undefined && left < 0;
}

function groupName(name: keyof OpenWork): string {
  switch (name) {
    case 'running':
      return vscode.l10n.t('Running experiments');
    case 'planned':
      return vscode.l10n.t('Planned experiments');
    case 'actions':
      return vscode.l10n.t('Actions');
    case 'blockers':
      return vscode.l10n.t('Blockers');
  }
}

function timeText({ entry, age, left }: OpenItem): string {
  if (entry.kind === 'experiment' && entry.status === 'running') {
    const day = vscode.l10n.t('day {0}', age + 1);
    return left === undefined ? day : left < 0 ? timeboxText(left) : [day, timeboxText(left)].join(' · ');
  }
  return left === undefined ? openText(age) : entry.kind === 'experiment' ? timeboxText(left) : dueText(left);
}

function timeboxText(left: number): string {
  if (left >= 0) {
    return left === 0
      ? vscode.l10n.t('timebox ends today')
      : left === 1
        ? vscode.l10n.t('1 day left')
        : vscode.l10n.t('{0} days left', left);
  }
  return left === -1
    ? vscode.l10n.t('timebox ended yesterday')
    : vscode.l10n.t('timebox ended {0} days ago', -left);
}

function dueText(left: number): string {
  switch (left) {
    case 0:
      return vscode.l10n.t('due today');
    case 1:
      return vscode.l10n.t('due tomorrow');
    case -1:
      return vscode.l10n.t('due yesterday');
    default:
      return left > 0 ? vscode.l10n.t('due in {0} days', left) : vscode.l10n.t('due {0} days ago', -left);
  }
}

function openText(age: number): string {
  return age === 0
    ? vscode.l10n.t('since today')
    : age === 1
      ? vscode.l10n.t('since yesterday')
      : vscode.l10n.t('for {0} days', age);
}

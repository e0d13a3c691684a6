import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { Entry } from '../../core/entries/entry.ts';
import { pageFile } from '../../core/log/logFiles.ts';
import { isInHand, thingWords } from '../../core/plan/planState.ts';
import { plainWords } from '../../core/markdown/plainWords.ts';
import { dayOfEnd, type EndedWork } from '../../core/work/endedWork.ts';
import type { OpenItem, OpenWork } from '../../core/work/openWork.ts';
import { systemClock } from '../../node/systemClock.ts';
import { factsTooltip } from '../factsTooltip.ts';
import { contextValueOf } from '../log/contextValueOf.ts';
import { iconOf, kindName, outcomeName, statusName } from '../log/kindLooks.ts';
import { dayName } from '../log/logDates.ts';
import { timeMark } from '../log/placeMarks.ts';
import type { PlanGroup, PlanThing, WorkEntry, WorkGroup, WorkNode } from './workNodes.ts';

/** How a row of open work looks. */
export function workItem(node: WorkNode): vscode.TreeItem {
  switch (node.type) {
    case 'session': {
      const item = new vscode.TreeItem(displayText(node.session.name), open);
      item.iconPath = new vscode.ThemeIcon('repo');
      return item;
    }
    case 'plan':
      return planItem(node);
    case 'thing':
      return thingItem(node);
    case 'group':
      return groupItem(node);
    case 'ended': {
      const item = new vscode.TreeItem(endedName(node.name), vscode.TreeItemCollapsibleState.Collapsed);
      item.id = `${node.session.root}:${node.name}`;
      item.description = String(node.entries.length);
      return item;
    }
    case 'entry':
      return entryItem(node);
    case 'older': {
      const item = new vscode.TreeItem(vscode.l10n.t('{0} older ones are in the log', node.count));
      item.command = { command: 'retrolog.log.focus', title: vscode.l10n.t('Show the Log') };
      return item;
    }
  }
}

const open = vscode.TreeItemCollapsibleState.Expanded;

function planItem({ session, things }: PlanGroup): vscode.TreeItem {
  const name = vscode.l10n.t('Our plan');
  const item = new vscode.TreeItem(name, open);
  item.id = `${session.root}:plan`;
  item.description = vscode.l10n.t('{0} in hand', things.filter(isInHand).length);
  item.accessibilityInformation = { label: `${name}, ${item.description}` };
  item.contextValue = 'plan';
  return item;
}

function thingItem({ session, state }: PlanThing): vscode.TreeItem {
  const { thing, carriers } = state;
  const title = displayText(thing.title);
  const shown = carriers.length > 0 && isInHand(state);
  const none = vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(
    title,
    shown ? open : carriers.length === 0 ? none : vscode.TreeItemCollapsibleState.Collapsed,
  );
  item.id = `${session.root}:plan:${thing.firstLine}:${thing.title}`;
  item.iconPath = new vscode.ThemeIcon(isInHand(state) ? 'target' : 'pass');
  item.description = thingWords(state);
  item.tooltip = factsTooltip(title, [
    ...(thing.why === '' ? [] : [plainWords(thing.why)]),
    item.description,
  ]);
  item.accessibilityInformation = { label: `${title}, ${item.description}` };
  item.contextValue = 'thing';
  if (carriers.length === 0) {
    const line = new vscode.Range(thing.firstLine - 1, 0, thing.firstLine - 1, 0);
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [session.uriOf(pageFile(session.log.folder, 'plan')), { selection: line }],
    };
  }
  return item;
}

function groupItem({ session, name, items }: WorkGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(
    groupName(name),
    items.length === 0 ? vscode.TreeItemCollapsibleState.None : open,
  );
  item.id = `${session.root}:${name}`;
  const over = items.filter(isOver).length;
  item.description = [
    name === 'running'
      ? vscode.l10n.t('{0} of at most {1}', items.length, session.log.team.experimentLimit)
      : String(items.length),
    ...(over === 0 ? [] : [vscode.l10n.t('{0} overdue', over)]),
  ].join(' · ');
  item.accessibilityInformation = { label: `${groupName(name)}, ${item.description}` };
  return item;
}

function entryItem(node: WorkEntry): vscode.TreeItem {
  const { entry, item: work, session, origins } = node;
  const title = displayText(entry.title);
  const item = new vscode.TreeItem(title);
  item.id = `${session.root}:${node.within === undefined ? '' : `plan:${node.within}:`}${entry.path}`;
  item.iconPath =
    work !== undefined && isOver(work)
      ? new vscode.ThemeIcon('watch', new vscode.ThemeColor('list.warningForeground'))
      : iconOf(entry);
  if (work?.left !== undefined) {
    item.resourceUri = timeMark(work.left, timeText(work));
  }
  // Beside a long title there is no room for more than a word or two: the time first, all of it in the tooltip.
  const facts = [
    work === undefined ? endText(entry) : timeText(work),
    ...(entry.owner === undefined ? [] : [displayText(entry.owner, 40)]),
    ...origins.map(({ title: from }) => vscode.l10n.t('from “{0}”', displayText(from, 60))),
  ];
  item.description = facts.join(' · ');
  item.tooltip = factsTooltip(title, facts);
  item.contextValue = contextValueOf(entry, origins.length > 0);
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

function endedName(name: keyof EndedWork): string {
  switch (name) {
    case 'concluded':
      return vscode.l10n.t('Concluded experiments');
    case 'closed':
      return vscode.l10n.t('Closed actions and blockers');
  }
}

/** How something ended, and when. */
function endText(entry: Entry): string {
  const how = entry.kind === 'experiment' ? outcomeName(entry.outcome ?? '') : statusName(entry.status ?? '');
  const when = dayName(dayOfEnd(entry), systemClock.today());
  const why = entry.reason === undefined ? '' : displayText(entry.reason);
  return [displayText(how, 40), why, when].filter((word) => word !== '').join(' · ');
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

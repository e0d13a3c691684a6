import * as path from 'node:path';
import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { Entry } from '../../core/entries/entry.ts';
import { statusesOf } from '../../core/entries/kinds.ts';
import { systemClock } from '../../node/systemClock.ts';
import { factsTooltip } from '../factsTooltip.ts';
import { contextValueOf } from './contextValueOf.ts';
import { iconOf, kindName, statusName } from './kindLooks.ts';
import type { SessionLinks } from '../links/sessionLinks.ts';
import { linkTexts, lostText } from '../links/linkTexts.ts';
import { dayName, weekName } from './logDates.ts';
import { placeMark } from './placeMarks.ts';
import { whereInFile } from './placeName.ts';
import type { EntryNode, GroupNode, LogNode, PageNode, ProblemNode } from './logNodes.ts';

/** How a row of the log view looks. Text from files is never read as Markdown, a command or an icon. */
export function itemOf(node: LogNode): vscode.TreeItem | Promise<vscode.TreeItem> {
  switch (node.type) {
    case 'session':
      return heading(displayText(node.session.name), 'repo', true, `session:${node.session.root}`);
    case 'aboutFile': {
      const item = heading(
        vscode.l10n.t('About {0}', displayText(path.posix.basename(node.path))),
        'file-code',
        true,
        `${node.session.root}:about:${node.path}`,
      );
      item.description = String(node.about.length);
      return item;
    }
    case 'thanks':
      return import('../kudos/thanksItem.ts').then(({ thanksItem }) => thanksItem(node));
    case 'offer':
      return import('../nudges/offerItem.ts').then(({ offerItem }) => offerItem(node));
    case 'suggestions':
    case 'suggestion':
      return import('../suggestions/suggestionItems.ts').then(({ suggestionItem }) => suggestionItem(node));
    case 'loops':
    case 'loop':
      return import('../loops/loopItems.ts').then(({ loopItem }) => loopItem(node));
    case 'kudos':
      return import('../kudos/thanksItem.ts').then(({ kudosItem }) => kudosItem(node));
    case 'pages': {
      const id = `${node.session.root}:${node.kind}s`;
      const item = heading(kindName(node.kind, true), undefined, false, id);
      item.iconPath = iconOf(node);
      item.description = String(node.pages.length);
      return item;
    }
    case 'page':
      return pageItem(node);
    case 'group':
      return groupItem(node);
    case 'review':
      return node.item();
    case 'entry':
      return entryItem(node);
    case 'problems': {
      const item = heading(vscode.l10n.t('Files to mend'), 'warning', false, `${node.session.root}:problems`);
      item.description = String(node.problems.length);
      return item;
    }
    case 'problem':
      return problemItem(node);
  }
}

function heading(label: string, icon: string | undefined, open: boolean, id: string): vscode.TreeItem {
  const state = open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(label, state);
  item.id = id;
  if (icon !== undefined) {
    item.iconPath = new vscode.ThemeIcon(icon);
  }
  return item;
}

/** How the heading over a group of entries looks. */
export function groupItem(node: GroupNode): vscode.TreeItem {
  const { key, entries } = node.group;
  const item = heading(groupLabel(node), undefined, node.open, `${node.session.root}:${node.by}:${key}`);
  item.description = String(entries.length);
  if (node.by === 'kind') {
    item.iconPath = iconOf({ kind: key });
  }
  return item;
}

function groupLabel(node: GroupNode): string {
  const { key } = node.group;
  switch (node.by) {
    case 'week':
      return weekName(key, systemClock.today());
    case 'kind':
      return displayText(kindName(key, true));
    case 'tag':
      return key === '' ? vscode.l10n.t('No tag') : displayText(key);
    case 'area':
      return key === '' ? vscode.l10n.t('No place in the code') : displayText(key);
  }
}

function entryItem(node: EntryNode): vscode.TreeItem {
  const { entry, session, parent, found, here = false } = node;
  const title = parent.type === 'kudos' ? thanksLine(entry) : displayText(entry.title);
  const item = new vscode.TreeItem(title);
  const place = placeOf(parent);
  const status = statusShown(entry);
  const lost = lostText(session.links, entry);
  item.id = `${session.root}:${place}:${entry.path}`;
  item.iconPath = iconOf(entry);
  if (found?.state === 'gone' || found?.state === 'moved') {
    item.resourceUri = placeMark(found.state);
    item.iconPath = found.state === 'gone' ? faded(item.iconPath) : item.iconPath;
  } else if (lost.length > 0) {
    item.resourceUri = placeMark('lost');
  }
  item.description = [
    ...[whereInFile(found, here)].filter((word) => word !== ''),
    ...lost,
    dayName(entry.date, systemClock.today()),
    ...(status === undefined ? [] : [status]),
  ].join(' · ');
  item.tooltip = tooltipOf(entry, session.links);
  item.contextValue = contextValueOf(entry);
  item.accessibilityInformation = { label: [kindName(entry.kind), title, item.description].join(', ') };
  item.command = { command: 'retrolog.openEntry', title: vscode.l10n.t('Open'), arguments: [node] };
  return item;
}

/** What tells the rows of one entry apart. */
function placeOf(parent: EntryNode['parent']): string {
  switch (parent.type) {
    case 'aboutFile':
      return `about:${parent.path}`;
    case 'kudos':
      return 'kudos';
    case 'group':
      return `${parent.by}:${parent.group.key}`;
  }
}

/** Among thanks it is said first who is thanked. */
function thanksLine({ title, people }: Entry): string {
  const names = displayText(people.join(', '), 60);
  return names === '' ? displayText(title) : vscode.l10n.t('{0}: {1}', names, displayText(title));
}

/** What is not there any more is there in outline. */
function faded(icon: vscode.ThemeIcon): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon.id, new vscode.ThemeColor('disabledForeground'));
}

/** A state is worth a word unless it is the one that everything starts in. */
export function statusShown(entry: Entry): string | undefined {
  const first = (statusesOf as Readonly<Record<string, readonly string[] | undefined>>)[entry.kind]?.[0];
  return entry.status === undefined || entry.status === first
    ? undefined
    : displayText(statusName(entry.status), 40);
}

function tooltipOf(entry: Entry, links: SessionLinks): vscode.MarkdownString {
  const facts = [
    [kindName(entry.kind), dayName(entry.date, '')].join(', '),
    entry.tags.join(', '),
    entry.people.join(', '),
    ...entry.code
      .slice(0, 5)
      .map((place) => (place.line === undefined ? place.path : `${place.path}:${place.line}`)),
    ...linkTexts(links, entry),
  ];
  const said = facts.filter((one) => one !== '').map((one) => displayText(one));
  return factsTooltip(displayText(entry.title), said);
}

function pageItem({ session, page }: PageNode): vscode.TreeItem {
  const title = displayText(page.title);
  const item = new vscode.TreeItem(title);
  item.id = `${session.root}:${page.kind}:${page.path}`;
  item.iconPath = iconOf(page);
  item.description = dayName(page.date, systemClock.today());
  item.contextValue = page.kind;
  item.accessibilityInformation = { label: [kindName(page.kind), title, item.description].join(', ') };
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [session.uriOf(page.path)],
  };
  return item;
}

function problemItem(node: ProblemNode): vscode.TreeItem {
  const { problem, session } = node;
  const name = displayText(path.posix.basename(problem.path));
  const item = new vscode.TreeItem(name);
  item.id = `${session.root}:problem:${problem.path}:${problem.line}:${problem.code}`;
  item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  item.description = displayText(problem.message);
  item.tooltip = displayText(problem.message, 1000);
  item.accessibilityInformation = { label: `${name}, ${displayText(problem.message, 1000)}` };
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [
      session.uriOf(problem.path),
      { selection: new vscode.Range(problem.line - 1, 0, problem.line - 1, 0) },
    ],
  };
  return item;
}

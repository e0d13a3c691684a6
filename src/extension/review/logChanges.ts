import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import {
  changesByKind,
  type ChangesOfKind,
  fileOfChange,
  type LogChange,
} from '../../core/review/diffLogs.ts';
import type { LogFile } from '../../core/review/compareFiles.ts';
import type { FilesThen } from '../../core/ports/versions.ts';
import { iconOf, kindName } from '../log/kindLooks.ts';
import type { Session } from '../session.ts';
import { backRow } from './backRow.ts';
import { changeWords } from './changeWords.ts';
import type { Review, ReviewRow } from './review.ts';
import { versionUri } from './versionDocument.ts';

/** One end of a comparison: what a person calls it, and where its texts are. */
export interface ChangesEnd {
  readonly name: string;
  /** Absent: the files as they are now. */
  readonly files?: FilesThen | undefined;
}

/** What changed in a log between two states of it. */
export interface Changes {
  readonly session: Session;
  readonly before: ChangesEnd;
  readonly after: ChangesEnd;
  readonly changes: readonly LogChange[];
}

/** What changed, by kind; a row opens both texts side by side, or the one that there is. */
export function logChanges(between: Changes): Review {
  const { session, before, after, changes } = between;
  return {
    kind: 'changes',
    session,
    message: messageOf(between),
    description: vscode.l10n.t('{0} to {1}', before.name, after.name),
    rows: () => [backRow(), ...changesByKind(changes).map((group) => kindRow(between, group))],
  };
}

function kindRow(between: Changes, { kind, changes }: ChangesOfKind): ReviewRow {
  return {
    type: 'review',
    item: () => {
      const name = displayText(kindName(kind, true), 40);
      const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
      item.id = `changes:${between.session.root}:${kind}`;
      item.iconPath = iconOf({ kind });
      item.description = String(changes.length);
      return item;
    },
    children: () => changes.map((change) => changeRow(between, change)),
  };
}

function messageOf({ before, after, changes }: Changes): string {
  if (changes.length === 0) {
    return vscode.l10n.t('Nothing changed in the log from {0} to {1}.', before.name, after.name);
  }
  const count = (word: LogChange['change']) => changes.filter(({ change }) => change === word).length;
  return vscode.l10n.t(
    'From {0} to {1}: {2} added, {3} changed, {4} removed.',
    before.name,
    after.name,
    count('added'),
    count('changed'),
    count('removed'),
  );
}

function changeRow(between: Changes, change: LogChange): ReviewRow {
  const file = fileOfChange(change);
  return {
    type: 'review',
    item: () => {
      const title = displayText(file.title);
      const item = new vscode.TreeItem(title);
      item.id = `changes:${between.session.root}:${change.change}:${file.path}`;
      item.iconPath = iconFor(change);
      item.description = wordsFor(change).join(' · ');
      item.tooltip = new vscode.MarkdownString('', false)
        .appendText(title)
        .appendMarkdown('\n\n')
        .appendText(item.description);
      item.contextValue = 'change';
      item.accessibilityInformation = { label: [kindName(file.kind), title, item.description].join(', ') };
      item.command = openingOf(between, change);
      return item;
    },
    children: () => [],
  };
}

function iconFor({ change }: LogChange): vscode.ThemeIcon {
  switch (change) {
    case 'added':
      return new vscode.ThemeIcon(
        'diff-added',
        new vscode.ThemeColor('gitDecoration.addedResourceForeground'),
      );
    case 'removed':
      return new vscode.ThemeIcon(
        'diff-removed',
        new vscode.ThemeColor('gitDecoration.deletedResourceForeground'),
      );
    case 'changed':
      return new vscode.ThemeIcon(
        'diff-modified',
        new vscode.ThemeColor('gitDecoration.modifiedResourceForeground'),
      );
  }
}

function wordsFor(change: LogChange): readonly string[] {
  switch (change.change) {
    case 'added':
      return [vscode.l10n.t('added')];
    case 'removed':
      return [vscode.l10n.t('removed')];
    case 'changed':
      return changeWords(change);
  }
}

function openingOf({ session, before, after }: Changes, change: LogChange): vscode.Command {
  const uriIn = ({ name, files }: ChangesEnd, { path }: LogFile) =>
    files === undefined ? session.uriOf(path) : versionUri(session, path, files.hashOf(path), name);
  const title = vscode.l10n.t('Open');
  switch (change.change) {
    case 'added':
      return { command: 'vscode.open', title, arguments: [uriIn(after, change.after)] };
    case 'removed':
      return { command: 'vscode.open', title, arguments: [uriIn(before, change.before)] };
    case 'changed': {
      const name = vscode.l10n.t(
        '{0} ({1} ↔ {2})',
        displayText(change.after.title, 60),
        before.name,
        after.name,
      );
      const sides = [uriIn(before, change.before), uriIn(after, change.after)];
      return { command: 'vscode.diff', title, arguments: [...sides, name] };
    }
  }
}

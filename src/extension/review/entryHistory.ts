import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { Entry } from '../../core/entries/entry.ts';
import type { FileContent } from '../../core/ports/files.ts';
import type { FileHistory, FileVersion } from '../../core/ports/versions.ts';
import { compareTexts } from '../../core/review/compareFiles.ts';
import { factsTooltip } from '../factsTooltip.ts';
import { dayName } from '../log/logDates.ts';
import type { Session } from '../session.ts';
import { backRow } from './backRow.ts';
import { changeWords } from './changeWords.ts';
import type { Review, ReviewRow } from './review.ts';
import { versionUri } from './versionDocument.ts';

/** How one entry came to be what it is. */
export interface EntryPast {
  readonly session: Session;
  readonly entry: Entry;
  readonly history: FileHistory;
  /** What was in the file in each version, by its hash. */
  readonly texts: ReadonlyMap<string, FileContent>;
  /** The file as it is now, with what is not committed. */
  readonly now: string;
}

const day = 10;

/** Who changed an entry when, the newest first; a row opens what was changed. */
export function entryHistory(past: EntryPast): Review {
  const { session, history } = past;
  return {
    kind: 'history',
    session,
    message: messageOf(past),
    description: vscode.l10n.t('history'),
    rows: () => [
      backRow(),
      ...uncommittedRows(past),
      ...history.versions.map((version) => versionRow(past, version)),
      ...(history.incomplete ? [incompleteRow(session)] : []),
    ],
  };
}

function messageOf({ entry, history }: EntryPast): string {
  const title = displayText(entry.title, 80);
  return history.versions.length === 0 && !history.incomplete
    ? vscode.l10n.t('“{0}” is in no commit yet. Its history begins with the first one.', title)
    : vscode.l10n.t('The history of “{0}”, from git.', title);
}

function uncommittedRows({ session, entry, history, texts, now }: EntryPast): readonly ReviewRow[] {
  const [newest] = history.versions;
  const committed = newest?.after === undefined ? '' : textOf(texts, newest.after);
  if (newest === undefined || withLineFeeds(committed) === withLineFeeds(now)) {
    return [];
  }
  const words = changeWords(compareTexts(entry.path, committed, now));
  const item = new vscode.TreeItem(
    [vscode.l10n.t('Not committed yet'), ...(words.length === 0 ? [] : [words.join(' · ')])].join(': '),
  );
  item.id = `history:${session.root}:${entry.path}:now`;
  item.iconPath = new vscode.ThemeIcon('edit');
  item.command = {
    command: 'vscode.diff',
    title: vscode.l10n.t('Open'),
    arguments: [
      versionUri(session, newest.path, newest.after, newest.sha.slice(0, 8)),
      session.uriOf(entry.path),
      vscode.l10n.t('{0} (not committed yet)', displayText(entry.title, 60)),
    ],
  };
  return [rowOf(item)];
}

function versionRow(
  past: EntryPast,
  version: FileVersion,
): ReviewRow & { readonly root: string; readonly sha: string } {
  const { session, entry } = past;
  const words = wordsFor(past, version);
  const item = new vscode.TreeItem(words);
  const when = dayName(version.authored.slice(0, day), '');
  item.id = `history:${session.root}:${entry.path}:${version.sha}:${version.path}`;
  item.iconPath = new vscode.ThemeIcon(icons[version.change]);
  item.description = [displayText(version.author, 60), when].join(' · ');
  item.tooltip = tooltipOf(version, words);
  item.contextValue = 'version';
  item.accessibilityInformation = { label: [words, item.description].join(', ') };
  item.command = openingOf(past, version);
  return { ...rowOf(item), root: session.root, sha: version.sha };
}

const icons: Readonly<Record<FileVersion['change'], string>> = {
  added: 'add',
  changed: 'edit',
  removed: 'trash',
  renamed: 'arrow-right',
  merged: 'git-merge',
};

/** What a commit did to the entry. */
function wordsFor({ texts }: EntryPast, { change, path, before, after }: FileVersion): string {
  const both = before !== undefined && after !== undefined;
  const words = both ? changeWords(compareTexts(path, textOf(texts, before), textOf(texts, after))) : [];
  const what = words.join(' · ');
  switch (change) {
    case 'added':
      return vscode.l10n.t('Logged');
    case 'removed':
      return vscode.l10n.t('Deleted');
    case 'renamed':
      return what === '' ? vscode.l10n.t('Renamed') : vscode.l10n.t('Renamed: {0}', what);
    case 'merged':
      return what === '' ? vscode.l10n.t('Merged') : vscode.l10n.t('Merged: {0}', what);
    case 'changed':
      return what === '' ? vscode.l10n.t('Other lines of the file') : capitalised(what);
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(vscode.env.language) + text.slice(1);
}

function tooltipOf({ subject, author, authored, sha }: FileVersion, words: string): vscode.MarkdownString {
  const time = new Date(authored).toLocaleString(vscode.env.language);
  return factsTooltip(words, [
    displayText(subject),
    [displayText(author, 60), time, sha.slice(0, 8)].join(' · '),
  ]);
}

function openingOf({ session, entry, history }: EntryPast, version: FileVersion): vscode.Command {
  const { sha, path, before, after, change } = version;
  const title = vscode.l10n.t('Open');
  const name = sha.slice(0, 8);
  if (change === 'added' && after !== undefined) {
    return { command: 'vscode.open', title, arguments: [versionUri(session, path, after, name)] };
  }
  const at = history.versions.indexOf(version);
  const earlier = change === 'renamed' ? (history.versions[at + 1]?.path ?? path) : path;
  const sides = [
    versionUri(session, earlier, before, vscode.l10n.t('before {0}', name)),
    versionUri(session, path, after, name),
  ];
  const heading = vscode.l10n.t('{0} ({1})', displayText(entry.title, 60), name);
  return { command: 'vscode.diff', title, arguments: [...sides, heading] };
}

function incompleteRow(session: Session): ReviewRow {
  const label = vscode.l10n.t('History incomplete');
  const item = new vscode.TreeItem(label);
  item.id = `history:${session.root}:incomplete`;
  item.description = vscode.l10n.t('what was earlier is not in this shallow clone');
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.accessibilityInformation = { label: [label, item.description].join(', ') };
  item.tooltip = vscode.l10n.t(
    'This clone is shallow: what was earlier is not in it. “git fetch --unshallow” gets the rest.',
  );
  return rowOf(item);
}

function rowOf(item: vscode.TreeItem): ReviewRow {
  return { type: 'review', item: () => item, children: () => [] };
}

function textOf(texts: EntryPast['texts'], blob: string): string {
  const content = texts.get(blob);
  return content?.state === 'text' ? content.text : '';
}

function withLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

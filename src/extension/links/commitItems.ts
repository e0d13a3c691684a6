import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { isoTime } from '../../core/git/isoTime.ts';
import type { WalkedCommit } from '../../core/ports/history.ts';
import { systemClock } from '../../node/systemClock.ts';
import { literalIcons } from '../literalIcons.ts';
import { dayName } from '../log/logDates.ts';

/** A row of the commit picker: a commit, or a heading. */
export interface CommitItem extends vscode.QuickPickItem {
  readonly commit?: WalkedCommit;
}

/** What the commit picker has to show. */
export interface CommitList {
  readonly ticked: readonly CommitItem[];
  readonly found: readonly WalkedCommit[];
  readonly byFile: readonly WalkedCommit[];
  readonly linked: ReadonlySet<string>;
  /** Why the list may not be whole; empty where it is. */
  readonly failure: string;
  readonly isTyped: boolean;
}

/** Lays out the rows: what is ticked, what was found by words, what was found by file; each commit once. */
export function listOf(list: CommitList): { readonly items: CommitItem[]; readonly ticked: CommitItem[] } {
  const shown = new Set<string>();
  const rows = (commits: readonly WalkedCommit[]): CommitItem[] =>
    commits.flatMap((commit) => {
      const isNew = !shown.has(commit.sha);
      shown.add(commit.sha);
      return isNew ? [commitItem(commit, list.linked.has(commit.sha))] : [];
    });
  const ticked = rows(list.ticked.flatMap(({ commit }) => commit ?? []));
  const found = rows(list.found);
  const byFile = rows(list.byFile);
  const items = [
    ...under(vscode.l10n.t('Chosen'), ticked),
    ...under(list.isTyped ? vscode.l10n.t('Commits') : vscode.l10n.t('Latest commits'), found),
    ...under(vscode.l10n.t('By file'), byFile),
    ...(list.failure === '' ? [] : [heading(displayText(list.failure))]),
  ];
  return { items, ticked };
}

function commitItem(commit: WalkedCommit, isLinked: boolean): CommitItem {
  const short = commit.sha.slice(0, 8);
  const subject = commit.subject.trim() === '' ? short : displayText(commit.subject);
  const day = dayName(isoTime(commit.authored).slice(0, 10), systemClock.today());
  return {
    commit,
    label: literalIcons(subject),
    description: [
      ...(isLinked ? [vscode.l10n.t('linked already')] : []),
      short,
      literalIcons(displayText(commit.author, 60)),
      day,
    ].join(' · '),
    iconPath: new vscode.ThemeIcon('git-commit'),
    // The list was made for what was typed: the picker must not sift it again.
    alwaysShow: true,
  };
}

function under(label: string, items: readonly CommitItem[]): CommitItem[] {
  return items.length === 0 ? [] : [heading(label), ...items];
}

function heading(label: string): CommitItem {
  return { label: literalIcons(label), kind: vscode.QuickPickItemKind.Separator };
}

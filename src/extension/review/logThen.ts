import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { Entry } from '../../core/entries/entry.ts';
import { filterEntries, isFiltering } from '../../core/log/entryFilter.ts';
import { groupEntries, type Grouping } from '../../core/log/groupEntries.ts';
import { listPages } from '../../core/log/listPages.ts';
import type { Moment } from '../../core/ports/versions.ts';
import type { LogFile } from '../../core/review/compareFiles.ts';
import type { LogThen } from '../../core/review/readLogAt.ts';
import { iconOf, kindName } from '../log/kindLooks.ts';
import { dayName } from '../log/logDates.ts';
import { groupItem, statusShown } from '../log/logItems.ts';
import type { Session } from '../session.ts';
import { backRow } from './backRow.ts';
import type { Review, ReviewRow } from './review.ts';
import { versionUri } from './versionDocument.ts';

/** A state of the log that is over. */
export interface Then {
  readonly session: Session;
  readonly past: LogThen;
  readonly moment: Moment;
  /** What the person calls it. */
  readonly name: string;
}

/** The log as it was, laid out as the person has it; a row opens the text of that time. */
export function logThen(then: Then): Review {
  const { session, past, name } = then;
  return {
    kind: 'then',
    session,
    message: messageOf(then),
    description: vscode.l10n.t('as of {0}', name),
    rows: ({ grouping, filter }) => [
      backRow(),
      ...groupRows(then, grouping, filterEntries(past.log.entries, filter)),
      ...(isFiltering(filter) ? [] : [...pageRows(then, 'meeting'), ...pageRows(then, 'audit')]),
    ],
  };
}

function groupRows(then: Then, by: Grouping, entries: readonly Entry[]): readonly ReviewRow[] {
  const { session, past } = then;
  return groupEntries(entries, by, past.log.team).map((group, at) => ({
    type: 'review',
    item: () => {
      const item = groupItem({ type: 'group', session, by, group, open: at === 0 });
      item.id = `then:${item.id}`;
      return item;
    },
    children: () => group.entries.map((entry) => fileRow(then, `${by}:${group.key}`, entry)),
  }));
}

/** The meetings that had been held, or the audits, folded behind the entries. */
function pageRows(then: Then, kind: 'meeting' | 'audit'): readonly ReviewRow[] {
  const pages = listPages(then.past.log.pages, kind);
  const heading = (): vscode.TreeItem => {
    const item = new vscode.TreeItem(kindName(kind, true), vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `then:${then.session.root}:${kind}s`;
    item.iconPath = iconOf({ kind });
    item.description = String(pages.length);
    return item;
  };
  const children = () => pages.map((page) => fileRow(then, `${kind}s`, page));
  return pages.length === 0 ? [] : [{ type: 'review', item: heading, children }];
}

function messageOf({ past, moment, name }: Then): string {
  const commit = moment.sha.slice(0, 8);
  if (past.log.state.name === 'absent') {
    return vscode.l10n.t('There was no log yet in {0} ({1}).', name, commit);
  }
  const shown = vscode.l10n.t('The log as of {0} ({1}). It can be read, not changed.', name, commit);
  const broken = new Set(
    past.log.problems.filter(({ severity }) => severity === 'error').map(({ path }) => path),
  ).size;
  return broken === 0
    ? shown
    : vscode.l10n.t('{0} In {1} files something was wrong at that time.', shown, broken);
}

function fileRow({ session, past, name }: Then, group: string, file: LogFile): ReviewRow {
  return {
    type: 'review',
    item: () => {
      const title = displayText(file.title);
      const item = new vscode.TreeItem(title);
      const status = 'tags' in file ? statusShown(file) : undefined;
      item.id = `then:${session.root}:${group}:${file.path}`;
      item.iconPath = iconOf(file);
      item.description = [
        dayName(file.date, session.clock.today()),
        ...(status === undefined ? [] : [status]),
      ].join(' · ');
      item.tooltip = new vscode.MarkdownString('', false)
        .appendText(title)
        .appendMarkdown('\n\n')
        .appendText(vscode.l10n.t('{0}, as of {1}', kindName(file.kind), name));
      item.contextValue = 'then';
      item.accessibilityInformation = { label: [kindName(file.kind), title, item.description].join(', ') };
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Open'),
        arguments: [versionUri(session, file.path, past.files.hashOf(file.path), name)],
      };
      return item;
    },
    children: () => [],
  };
}

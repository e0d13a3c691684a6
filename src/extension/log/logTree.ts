import * as vscode from 'vscode';
import { filterEntries, isAbout, isFiltering, type EntryFilter } from '../../core/log/entryFilter.ts';
import { groupEntries, type Grouping } from '../../core/log/groupEntries.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { Suggestions } from '../suggestions/suggestions.ts';
import type { EntryNode, GroupNode, LogNode, SectionNode, SuggestionsNode } from './logNodes.ts';
import { itemOf } from './logItems.ts';

/** The log as a tree: what is about the open file first, what is suggested, everything, then files that need mending. */
export class LogTree implements vscode.TreeDataProvider<LogNode>, vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #suggestions: Pick<Suggestions, 'of'>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #grouping: Grouping;
  #filter: EntryFilter = {};

  constructor(sessions: Sessions, suggestions: Pick<Suggestions, 'of'>, grouping: Grouping) {
    this.#sessions = sessions;
    this.#suggestions = suggestions;
    this.#grouping = grouping;
  }

  get filter(): EntryFilter {
    return this.#filter;
  }

  groupBy(grouping: Grouping): void {
    this.#grouping = grouping;
    this.refresh();
  }

  show(filter: EntryFilter): void {
    this.#filter = filter;
    this.refresh();
  }

  refresh(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  getTreeItem(node: LogNode): vscode.TreeItem | Promise<vscode.TreeItem> {
    return itemOf(node);
  }

  getChildren(node?: LogNode): LogNode[] {
    if (node === undefined) {
      return this.#top();
    }
    switch (node.type) {
      case 'session':
        return this.#rooms(node.session);
      case 'aboutFile':
        return node.entries.map((entry) => ({ type: 'entry', session: node.session, entry, parent: node }));
      case 'group':
        return node.group.entries.map((entry) => ({
          type: 'entry',
          session: node.session,
          entry,
          parent: node,
        }));
      case 'suggestions':
        return node.suggestions.map((suggestion) => ({
          type: 'suggestion',
          session: node.session,
          suggestion,
        }));
      case 'problems':
        return node.problems.map((problem) => ({ type: 'problem', session: node.session, problem }));
      case 'entry':
      case 'suggestion':
      case 'problem':
        return [];
    }
  }

  getParent(node: LogNode): LogNode | undefined {
    return node.type === 'entry' ? node.parent : undefined;
  }

  /** The row of an entry in the part of the tree that holds everything. */
  rowOf(session: Session, path: string): EntryNode | undefined {
    for (const room of this.#rooms(session)) {
      const entry = room.type === 'group' ? room.group.entries.find((one) => one.path === path) : undefined;
      if (room.type === 'group' && entry !== undefined) {
        return { type: 'entry', session, entry, parent: room };
      }
    }
    return undefined;
  }

  #top(): LogNode[] {
    const [only, ...others] = this.#sessions.all;
    if (only !== undefined && others.length === 0) {
      return this.#rooms(only);
    }
    const logs = this.#sessions.all.map((session) => ({ session, rooms: this.#rooms(session) }));
    const shown = logs.filter((log) => log.rooms.length > 0);
    return shown.length === 1
      ? shown.flatMap((log) => log.rooms)
      : shown.map(({ session }) => ({ type: 'session', session }));
  }

  #rooms(session: Session): LogNode[] {
    const about = isFiltering(this.#filter) ? undefined : aboutActiveFile(session);
    const broken = session.log.problems.filter((problem) => problem.severity === 'error');
    return [
      ...(about === undefined ? [] : [about]),
      ...(isFiltering(this.#filter) ? [] : this.#suggested(session)),
      ...this.#groups(session),
      ...(broken.length === 0 || isFiltering(this.#filter)
        ? []
        : [{ type: 'problems' as const, session, problems: broken }]),
    ];
  }

  #suggested(session: Session): SuggestionsNode[] {
    const suggestions = this.#suggestions.of(session);
    return suggestions.length === 0 ? [] : [{ type: 'suggestions', session, suggestions }];
  }

  #groups(session: Session): GroupNode[] {
    const entries = filterEntries(session.log.entries, this.#filter);
    const groups = groupEntries(entries, this.#grouping, session.log.team);
    return groups.map((group, at) => ({ type: 'group', session, by: this.#grouping, group, open: at === 0 }));
  }
}

function aboutActiveFile(session: Session): SectionNode | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const path = active && session.pathOf(active);
  if (path === undefined) {
    return undefined;
  }
  const entries = session.log.entries.filter((entry) => isAbout(entry, path));
  return entries.length === 0 ? undefined : { type: 'aboutFile', session, path, entries };
}

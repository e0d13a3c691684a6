import * as vscode from 'vscode';
import { isFiltering, type EntryFilter } from '../../core/log/entryFilter.ts';
import { groupings, type Grouping } from '../../core/log/groupEntries.ts';
import { leftOutSentence } from '../../core/log/leftOut.ts';
import type { RetroLog } from '../../core/log/retroLog.ts';
import { entryInEditor } from '../entryInEditor.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../session.ts';
import { leaveRow, rowInFocus } from '../rowInFocus.ts';
import { setContext } from '../setContext.ts';
import type { Sessions } from '../sessions.ts';
import type { Nudges } from '../nudges/nudges.ts';
import type { Places } from '../places/places.ts';
import type { Thanks } from '../kudos/thanks.ts';
import type { Loops } from '../loops/loops.ts';
import type { Suggestions } from '../suggestions/suggestions.ts';
import { kindName } from './kindLooks.ts';
import type { EntryNode, LogNode, SuggestionNode } from './logNodes.ts';
import { type LogSources, LogTree } from './logTree.ts';

/** Where the person's choice of layout is remembered. */
const groupingKey = 'retrolog.grouping';

/** Milliseconds that the cursor rests before it is followed. */
const sectionPause = 200;

/** The log view: its tree, what it says above it, and what its buttons depend on. */
export class LogView implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #suggestions: Suggestions;
  readonly #nudges: Nudges;
  readonly #thanks: Thanks;
  readonly #memory: vscode.Memento;
  readonly #tree: LogTree;
  readonly #view: vscode.TreeView<LogNode>;
  readonly #disposables: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #sectionTimer: NodeJS.Timeout | undefined;

  constructor(
    sessions: Sessions,
    sources: LogSources & {
      readonly suggestions: Suggestions;
      readonly places: Places;
      readonly loops: Loops;
      readonly nudges: Nudges;
      readonly thanks: Thanks;
    },
    memory: vscode.Memento,
  ) {
    const { suggestions, places, loops, nudges, thanks } = sources;
    this.#sessions = sessions;
    this.#suggestions = suggestions;
    this.#nudges = nudges;
    this.#thanks = thanks;
    this.#memory = memory;
    this.#tree = new LogTree(sessions, sources, rememberedGrouping(memory));
    this.#view = vscode.window.createTreeView('retrolog.log', {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    this.#disposables = [
      this.#tree,
      this.#view,
      sessions.onDidChange(() => this.#refreshSoon()),
      suggestions.onDidChange(() => this.#refreshSoon()),
      nudges.onDidChange(() => this.#refreshSoon()),
      loops.onDidChange(() => this.#refreshSoon()),
      thanks.onDidChange(() => this.#refreshSoon()),
      places.onDidFind(() => this.#refreshSectionSoon()),
      this.#view.onDidChangeVisibility(({ visible }) => {
        nudges.isLogSeen = visible;
        this.#tree.isSeen = visible;
        this.#refreshSectionSoon();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#followEditor()),
      vscode.window.onDidChangeTextEditorSelection(() => this.#refreshSectionSoon()),
      vscode.workspace.onDidChangeTextDocument(() => this.#refreshSectionSoon()),
      new vscode.Disposable(() => {
        clearTimeout(this.#timer);
        clearTimeout(this.#sectionTimer);
      }),
    ];
    nudges.isLogSeen = this.#view.visible;
    this.#tree.isSeen = this.#view.visible;
    this.#refresh();
  }

  get filter(): EntryFilter {
    return this.#tree.filter;
  }

  /** The entry that is selected in the tree. */
  get selected(): EntryNode | undefined {
    return this.#view.selection.find((node) => node.type === 'entry');
  }

  /** The suggestion that is selected in the tree. */
  get selectedSuggestion(): SuggestionNode | undefined {
    return this.#view.selection.find((node) => node.type === 'suggestion');
  }

  /** The row that has the focus: see `rowInFocus`. */
  focused(): Promise<LogNode | undefined> {
    return rowInFocus(this.#view);
  }

  async groupBy(grouping: Grouping): Promise<void> {
    this.#tree.groupBy(grouping);
    await this.#memory.update(groupingKey, grouping);
  }

  show(filter: EntryFilter): void {
    this.#tree.show(filter);
    this.#refresh();
  }

  /** Shows something in place of the log, or the log again, and takes the focus. */
  async review(review: Review | undefined): Promise<void> {
    this.#tree.review = review;
    this.#refresh();
    await vscode.commands.executeCommand('retrolog.log.focus');
  }

  /** Gives the focus to the row beside one that has it and is about to go. */
  leave(row: LogNode): Promise<void> {
    return leaveRow(this.#view, row);
  }

  /**
   * Selects an entry's row, if the filter lets it through and the view is open.
   *
   * @param focus whether keys are its from now on
   */
  async select(session: Session, path: string, focus = false): Promise<void> {
    if (this.#timer !== undefined) {
      // What is drawn anew afterwards forgets what was selected.
      this.#refreshNow();
    }
    const row = this.#tree.rowOf(session, path);
    if (row !== undefined && this.#view.visible) {
      await this.#view.reveal(row, { select: true, focus });
    }
  }

  /** Draws the tree anew: what is known of the entries has changed, and not the log. */
  renew(): void {
    this.#refreshSoon();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** Gathers the events of one moment into one drawing of the tree. */
  #refreshSoon(): void {
    this.#timer ??= setTimeout(() => this.#refreshNow(), 30);
  }

  #refreshNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#refresh();
  }

  /** Another file is open: only the section about it can be another. */
  #followEditor(): void {
    if (this.#view.visible) {
      this.#tree.refreshSection();
    }
    setContext('retrolog.entryInEditor', entryInEditor(this.#sessions) !== undefined);
  }

  /** The cursor rests for a moment before the section about the open file follows it. */
  #refreshSectionSoon(): void {
    clearTimeout(this.#sectionTimer);
    this.#sectionTimer = setTimeout(() => {
      if (this.#view.visible) {
        this.#tree.refreshSection();
      }
    }, sectionPause);
  }

  #refresh(): void {
    const filtering = isFiltering(this.filter);
    if (this.#tree.review !== undefined && !this.#sessions.all.includes(this.#tree.review.session)) {
      this.#tree.review = undefined;
    }
    const { review } = this.#tree;
    this.#tree.refresh();
    this.#view.message = this.#message();
    this.#view.description = [
      ...(review === undefined ? [] : [review.description]),
      ...(filtering ? [filterText(this.filter)] : []),
    ].join(' · ');
    setContext('retrolog.reviewing', review?.kind ?? '');
    setContext('retrolog.state', this.#state());
    setContext('retrolog.filtered', filtering);
    setContext(
      'retrolog.suggested',
      this.#sessions.all.some((session) => this.#suggestions.of(session).length > 0),
    );
    setContext(
      'retrolog.offered',
      this.#sessions.all.some((session) => this.#nudges.offerOf(session) !== undefined),
    );
    setContext(
      'retrolog.thanked',
      this.#sessions.all.some((session) => this.#thanks.of(session).length > 0),
    );
    setContext('retrolog.entryInEditor', entryInEditor(this.#sessions) !== undefined);
  }

  #state(): string {
    const logs = this.#sessions.all.map((session) => session.log);
    if (logs.length === 0) {
      return this.#sessions.none;
    }
    if (logs.some((log) => log.entries.length > 0) || this.#tree.review !== undefined) {
      return isFiltering(this.filter) ? 'filtered' : 'ready';
    }
    for (const name of ['unread', 'reading', 'unreadable'] as const) {
      if (logs.some((log) => log.state.name === name)) {
        return name;
      }
    }
    if (logs.some(isLeftOut)) {
      return 'leftOut';
    }
    return logs.some((log) => log.state.name === 'ready') ? 'empty' : 'absent';
  }

  #message(): string {
    if (this.#tree.review !== undefined) {
      return this.#tree.review.message;
    }
    const logs = this.#sessions.all.map((session) => session.log);
    if (logs.some((log) => log.state.name === 'reading' || log.state.name === 'unread')) {
      return vscode.l10n.t('Reading the log…');
    }
    const leftOut = logs.find(isLeftOut);
    if (leftOut !== undefined) {
      return leftOutSentence(leftOut.folder);
    }
    if (!vscode.workspace.isTrusted && logs.some((log) => log.entries.length > 0)) {
      return vscode.l10n.t(
        'This workspace is restricted: the log can be read, but nothing is written and git is not run.',
      );
    }
    return '';
  }
}

function isLeftOut({ state }: RetroLog): boolean {
  return state.name === 'absent' && state.leftOut;
}

function rememberedGrouping(memory: vscode.Memento): Grouping {
  const remembered = memory.get<string>(groupingKey);
  return groupings.find((grouping) => grouping === remembered) ?? 'week';
}

function filterText(filter: EntryFilter): string {
  return [...(filter.kinds ?? []).map((kind) => kindName(kind, true)), ...(filter.tags ?? [])].join(', ');
}

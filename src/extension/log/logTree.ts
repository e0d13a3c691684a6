import * as vscode from 'vscode';
import { type AboutCode, aboutCode } from '../../core/code/aboutCode.ts';
import { filterEntries, isFiltering, type EntryFilter } from '../../core/log/entryFilter.ts';
import { listPages } from '../../core/log/listPages.ts';
import { groupEntries, type Grouping } from '../../core/log/groupEntries.ts';
import { recentThanks } from '../../core/kudos/recentThanks.ts';
import type { Thanks } from '../kudos/thanks.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { Nudges } from '../nudges/nudges.ts';
import type { Places } from '../places/places.ts';
import type { Loops } from '../loops/loops.ts';
import type { Suggestions } from '../suggestions/suggestions.ts';
import type {
  EntryNode,
  GroupNode,
  KudosNode,
  LogNode,
  LoopsNode,
  PagesNode,
  OfferNode,
  SectionNode,
  SuggestionsNode,
  ThanksNode,
} from './logNodes.ts';
import { UnaskedRows } from '../unaskedRows.ts';
import { itemOf } from './logItems.ts';
import { linkLooks, sameRows, whatRowsShow } from './whatRowsShow.ts';

/** What stands in the log view besides the logs. */
export interface LogSources {
  readonly suggestions: Pick<Suggestions, 'of'>;
  readonly places: Pick<Places, 'linesOf'>;
  readonly loops: Pick<Loops, 'of'>;
  readonly nudges: Pick<Nudges, 'offerOf'>;
  readonly thanks: Pick<Thanks, 'of'>;
}

/** A log and what is to be shown of it. */
interface Drawing {
  readonly session: Session;
  readonly rooms: readonly LogNode[];
}

/** The log as a tree: what waits for the person, what is about the open file, what is suggested, what is still open, thanks, everything, meetings and audits, then files that need mending. */
export class LogTree implements vscode.TreeDataProvider<LogNode>, vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #suggestions: Pick<Suggestions, 'of'>;
  readonly #places: Pick<Places, 'linesOf'>;
  readonly #nudges: Pick<Nudges, 'offerOf'>;
  readonly #loops: Pick<Loops, 'of'>;
  readonly #thanks: Pick<Thanks, 'of'>;
  readonly #changed = new vscode.EventEmitter<LogNode | LogNode[] | undefined>();
  /** The section about the open file, of each log that has one. */
  readonly #sections = new Map<Session, SectionNode>();
  /** What was known of its links when a row was drawn, of each entry that has some. */
  readonly #links = new Map<EntryNode, string>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** Whether its view is in sight: otherwise the editor asks for nothing. */
  isSeen = false;
  readonly #unasked = new UnaskedRows<LogNode>((rows) => {
    if (this.isSeen) {
      this.#changed.fire(rows && [...rows]);
    }
  });
  /** What all rows showed when they were last drawn anew. */
  #shown: readonly unknown[] = [];
  #grouping: Grouping;
  #filter: EntryFilter = {};
  #review: Review | undefined;

  constructor(sessions: Sessions, sources: LogSources, grouping: Grouping) {
    const { suggestions, places, loops, nudges, thanks } = sources;
    this.#sessions = sessions;
    this.#suggestions = suggestions;
    this.#places = places;
    this.#loops = loops;
    this.#nudges = nudges;
    this.#thanks = thanks;
    this.#grouping = grouping;
  }

  get filter(): EntryFilter {
    return this.#filter;
  }

  /** What is shown in place of the log. */
  get review(): Review | undefined {
    return this.#review;
  }

  set review(review: Review | undefined) {
    this.#review = review;
    this.refresh();
  }

  groupBy(grouping: Grouping): void {
    this.#grouping = grouping;
    this.refresh();
  }

  show(filter: EntryFilter): void {
    this.#filter = filter;
    this.refresh();
  }

  /**
   * Draws what shows something else. All rows are drawn anew only where there are others than before: while that goes
   * on, the editor knows no row, and a click, a key or a menu in it would be lost.
   */
  refresh(): void {
    const drawings = this.#drawings();
    const shown = this.#rows(drawings);
    if (this.#review !== undefined || !sameRows(this.#shown, shown)) {
      this.#redraw(shown);
      return;
    }
    const others = [...this.#links].filter(([node, looks]) => linkLooks(node) !== looks);
    if (others.length > 0) {
      this.#changed.fire(others.map(([node]) => node));
    }
    this.#renewSections(drawings.map(({ session, rooms }) => ({ session, now: sectionIn(rooms) })));
  }

  /** The same for the section about the open file alone. */
  refreshSection(): void {
    if (this.#review === undefined) {
      this.#renewSections(
        this.#sessions.all.map((session) => ({ session, now: this.#aboutOpenFile(session) })),
      );
    }
  }

  #renewSections(
    sections: readonly { readonly session: Session; readonly now: SectionNode | undefined }[],
  ): void {
    for (const { session, now } of sections) {
      const shown = this.#sections.get(session);
      if (shown?.path !== now?.path) {
        this.#redraw(this.#rows(this.#drawings()));
        return;
      }
      if (shown !== undefined && now !== undefined && tellApart(shown.about) !== tellApart(now.about)) {
        shown.about = now.about;
        for (const node of [...this.#links.keys()].filter(({ parent }) => parent === shown)) {
          this.#links.delete(node);
        }
        this.#changed.fire(shown);
      }
    }
  }

  dispose(): void {
    this.#unasked.dispose();
    this.#changed.dispose();
  }

  getTreeItem(node: LogNode): vscode.TreeItem | Promise<vscode.TreeItem> {
    if (node.type === 'entry' && node.entry.commits.length > 0) {
      this.#links.set(node, linkLooks(node));
    }
    const item = itemOf(node);
    if (
      item instanceof vscode.TreeItem &&
      item.collapsibleState === vscode.TreeItemCollapsibleState.Expanded
    ) {
      this.#unasked.gave(node);
    }
    return item;
  }

  getChildren(node?: LogNode): LogNode[] {
    this.#unasked.asked(node);
    if (node === undefined) {
      return this.#review === undefined
        ? this.#top()
        : [...this.#review.rows({ grouping: this.#grouping, filter: this.#filter })];
    }
    switch (node.type) {
      case 'session':
        return this.#draw(node.session);
      case 'aboutFile':
        return node.about.map((about) => ({ type: 'entry', session: node.session, parent: node, ...about }));
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
      case 'loops':
        return node.loops.map((loop) => ({ type: 'loop', session: node.session, entry: loop.entry, loop }));
      case 'kudos':
        return node.thanks.map((entry) => ({ type: 'entry', session: node.session, entry, parent: node }));
      case 'problems':
        return node.problems.map((problem) => ({ type: 'problem', session: node.session, problem }));
      case 'pages':
        return node.pages.map((page) => ({ type: 'page', session: node.session, page }));
      case 'review':
        return [...node.children()];
      case 'thanks':
      case 'offer':
      case 'entry':
      case 'suggestion':
      case 'loop':
      case 'page':
      case 'problem':
        return [];
    }
  }

  getParent(node: LogNode): LogNode | undefined {
    return node.type === 'entry' ? node.parent : undefined;
  }

  /** The row of an entry in the part of the tree that holds everything. */
  rowOf(session: Session, path: string): EntryNode | undefined {
    for (const room of this.#review === undefined ? this.#rooms(session) : []) {
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
      return this.#draw(only);
    }
    const logs = this.#sessions.all.map((session) => ({ session, rooms: this.#draw(session) }));
    const shown = logs.filter((log) => log.rooms.length > 0);
    return shown.length === 1
      ? shown.flatMap((log) => log.rooms)
      : shown.map(({ session }) => ({ type: 'session', session }));
  }

  #redraw(shown: readonly unknown[]): void {
    this.#shown = shown;
    this.#links.clear();
    this.#unasked.begin();
    this.#changed.fire(undefined);
  }

  #drawings(): readonly Drawing[] {
    return this.#sessions.all.map((session) => ({ session, rooms: this.#rooms(session) }));
  }

  #rows(drawings: readonly Drawing[]): readonly unknown[] {
    return [
      this.#grouping,
      this.#review,
      ...drawings.flatMap(({ session, rooms }) => [session, session.name, ...whatRowsShow(rooms)]),
    ];
  }

  /** The rooms of a log as the editor gets them: of its section, it is told what changes. */
  #draw(session: Session): LogNode[] {
    const rooms = this.#rooms(session);
    const section = sectionIn(rooms);
    if (section === undefined) {
      this.#sections.delete(session);
    } else {
      this.#sections.set(session, section);
    }
    return rooms;
  }

  #rooms(session: Session): LogNode[] {
    const about = this.#aboutOpenFile(session);
    const broken = session.log.problems.filter((problem) => problem.severity === 'error');
    return [
      ...(isFiltering(this.#filter) ? [] : [...this.#forMe(session), ...this.#offered(session)]),
      ...(about === undefined ? [] : [about]),
      ...(isFiltering(this.#filter)
        ? []
        : [...this.#suggested(session), ...this.#openLoops(session), ...this.#kudos(session)]),
      ...this.#groups(session),
      ...(isFiltering(this.#filter) ? [] : pagesOf(session)),
      ...(broken.length === 0 || isFiltering(this.#filter)
        ? []
        : [{ type: 'problems' as const, session, problems: broken }]),
    ];
  }

  #forMe(session: Session): ThanksNode[] {
    return this.#thanks.of(session).map((thanks) => ({ type: 'thanks', session, thanks }));
  }

  /** Where entries are grouped by kind, thanks have a group already. */
  #kudos(session: Session): KudosNode[] {
    const { log, clock } = session;
    const thanks = recentThanks(session.entries, clock.today(log.team.timezone));
    return thanks.length === 0 || this.#grouping === 'kind' ? [] : [{ type: 'kudos', session, thanks }];
  }

  /** Over an empty log nothing is offered: there, it is said how to begin. */
  #offered(session: Session): OfferNode[] {
    const offer = session.log.entries.length === 0 ? undefined : this.#nudges.offerOf(session);
    return offer === undefined ? [] : [{ type: 'offer', session, offer }];
  }

  #suggested(session: Session): SuggestionsNode[] {
    const suggestions = this.#suggestions.of(session);
    return suggestions.length === 0 ? [] : [{ type: 'suggestions', session, suggestions }];
  }

  #openLoops(session: Session): LoopsNode[] {
    const loops = this.#loops.of(session);
    return loops.length === 0 ? [] : [{ type: 'loops', session, loops }];
  }

  #aboutOpenFile(session: Session): SectionNode | undefined {
    const editor = vscode.window.activeTextEditor;
    const path = editor && session.pathOf(editor.document.uri);
    if (editor === undefined || path === undefined || isFiltering(this.#filter)) {
      return undefined;
    }
    const { start, end } = editor.selection;
    const lines = editor.document.getText().split(/\r\n|\n|\r/);
    const selection = { from: start.line + 1, to: end.line + 1 };
    const marked = this.#places.linesOf(session, editor.document);
    const about = aboutCode(session.entries, path, lines, selection, marked);
    return about.length === 0 ? undefined : { type: 'aboutFile', session, path, about };
  }

  #groups(session: Session): GroupNode[] {
    const entries = filterEntries(session.entries, this.#filter);
    const groups = groupEntries(entries, this.#grouping, session.log.team);
    return groups.map((group, at) => ({ type: 'group', session, by: this.#grouping, group, open: at === 0 }));
  }
}

function sectionIn(rooms: readonly LogNode[]): SectionNode | undefined {
  return rooms.find((room) => room.type === 'aboutFile');
}

function pagesOf(session: Session): PagesNode[] {
  return (['meeting', 'audit'] as const).flatMap((kind) => {
    const pages = listPages(session.log.pages, kind);
    return pages.length === 0 ? [] : { type: 'pages', session, kind, pages };
  });
}

/** What a person could tell two drawings of the section apart by. */
function tellApart(about: readonly AboutCode[]): string {
  return JSON.stringify(about.map(({ entry, found, here }) => [entry.path, found, here]));
}

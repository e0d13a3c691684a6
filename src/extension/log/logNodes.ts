import type { AboutCode, FoundPlace } from '../../core/code/aboutCode.ts';
import type { Entry } from '../../core/entries/entry.ts';
import type { OpenLoop } from '../../core/loops/openLoops.ts';
import type { EntryGroup, Grouping } from '../../core/log/groupEntries.ts';
import type { Page } from '../../core/format/parseFile.ts';
import type { ShownNudge } from '../../core/nudges/nudgeState.ts';
import type { Problem } from '../../core/problem.ts';
import type { Suggestion } from '../../core/suggest/suggestion.ts';
import type { ReviewRow } from '../review/review.ts';
import type { ThanksForMe } from '../kudos/thanks.ts';
import type { Session } from '../session.ts';

/** A row of the log view. */
export type LogNode =
  | SessionNode
  | ThanksNode
  | OfferNode
  | SectionNode
  | SuggestionsNode
  | SuggestionNode
  | GroupNode
  | EntryNode
  | LoopsNode
  | LoopNode
  | KudosNode
  | PagesNode
  | PageNode
  | ProblemsNode
  | ProblemNode
  | ReviewRow;

/** The heading over one log, where the window has several. */
export interface SessionNode {
  readonly type: 'session';
  readonly session: Session;
}

/** Thanks that name the person at this machine. */
export interface ThanksNode {
  readonly type: 'thanks';
  readonly session: Session;
  readonly thanks: ThanksForMe;
}

/** What is offered today. */
export interface OfferNode {
  readonly type: 'offer';
  readonly session: Session;
  readonly offer: ShownNudge;
}

/** The entries about the file in the active editor. */
export interface SectionNode {
  readonly type: 'aboutFile';
  readonly session: Session;
  readonly path: string;
  /** Replaced when the selection or the text changes. */
  about: readonly AboutCode[];
}

/** What the history suggests to log. */
export interface SuggestionsNode {
  readonly type: 'suggestions';
  readonly session: Session;
  readonly suggestions: readonly Suggestion[];
}

export interface SuggestionNode {
  readonly type: 'suggestion';
  readonly session: Session;
  readonly suggestion: Suggestion;
}

export interface GroupNode {
  readonly type: 'group';
  readonly session: Session;
  readonly by: Grouping;
  readonly group: EntryGroup;
  /** Whether it starts unfolded. */
  readonly open: boolean;
}

/** An entry that a command can be called on. */
export interface EntryRow {
  readonly type: 'entry';
  readonly session: Session;
  readonly entry: Entry;
}

export interface EntryNode extends EntryRow {
  readonly parent: SectionNode | GroupNode | KudosNode;
  /** Where it is in the file that is open. */
  readonly found?: FoundPlace;
  /** Whether the cursor is in one of its lines. */
  readonly here?: boolean;
}

/** Failures and learnings that nothing has come of yet. */
export interface LoopsNode {
  readonly type: 'loops';
  readonly session: Session;
  readonly loops: readonly OpenLoop[];
}

export interface LoopNode {
  readonly type: 'loop';
  readonly session: Session;
  readonly entry: Entry;
  readonly loop: OpenLoop;
}

/** Who was thanked lately, and for what. */
export interface KudosNode {
  readonly type: 'kudos';
  readonly session: Session;
  readonly thanks: readonly Entry[];
}

/** The meetings that were held, or the audits, the latest first. */
export interface PagesNode {
  readonly type: 'pages';
  readonly session: Session;
  readonly kind: Page['kind'];
  readonly pages: readonly Page[];
}

export interface PageNode {
  readonly type: 'page';
  readonly session: Session;
  readonly page: Page;
}

/** The files that have an error and so are not, or not rightly, in the log. */
export interface ProblemsNode {
  readonly type: 'problems';
  readonly session: Session;
  readonly problems: readonly Problem[];
}

export interface ProblemNode {
  readonly type: 'problem';
  readonly session: Session;
  readonly problem: Problem;
}

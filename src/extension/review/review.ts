import type * as vscode from 'vscode';
import type { EntryFilter } from '../../core/log/entryFilter.ts';
import type { Grouping } from '../../core/log/groupEntries.ts';
import type { Session } from '../session.ts';

/** What can be looked at in place of the log: an earlier state of it, what changed since, or one entry’s history. */
export type ReviewKind = 'then' | 'changes' | 'history';

/** How a person has laid out the log view. */
export interface ReviewLayout {
  readonly grouping: Grouping;
  readonly filter: EntryFilter;
}

/** A row of a review. */
export interface ReviewRow {
  readonly type: 'review';
  item(): vscode.TreeItem;
  children(): readonly ReviewRow[];
}

/** What the log view shows in place of the log, until one goes back to it. Nothing in it can be changed. */
export interface Review {
  readonly kind: ReviewKind;
  readonly session: Session;
  /** A sentence above the rows. */
  readonly message: string;
  /** A word or two beside the view’s name. */
  readonly description: string;
  rows(layout: ReviewLayout): readonly ReviewRow[];
}

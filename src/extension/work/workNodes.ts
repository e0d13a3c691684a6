import type { OpenItem, OpenWork } from '../../core/work/openWork.ts';
import type { EntryRow } from '../log/logNodes.ts';
import type { Session } from '../session.ts';

/** A row of the view of open work. */
export type WorkNode = WorkSession | WorkGroup | WorkEntry;

/** The heading over one log's work, where the window has several. */
export interface WorkSession {
  readonly type: 'session';
  readonly session: Session;
}

export interface WorkGroup {
  readonly type: 'group';
  readonly session: Session;
  readonly name: keyof OpenWork;
  readonly items: readonly OpenItem[];
}

export interface WorkEntry extends EntryRow {
  readonly item: OpenItem;
}

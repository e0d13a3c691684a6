import type { Entry } from '../../core/entries/entry.ts';
import type { ThingState } from '../../core/plan/planState.ts';
import type { EndedWork } from '../../core/work/endedWork.ts';
import type { OpenItem, OpenWork } from '../../core/work/openWork.ts';
import type { Origin } from '../../core/work/origins.ts';
import type { EntryRow } from '../log/logNodes.ts';
import type { Session } from '../session.ts';

/** A row of the view of open work. */
export type WorkNode = WorkSession | PlanGroup | PlanThing | WorkGroup | EndedGroup | WorkEntry | OlderRow;

/** The heading over one log's work, where the window has several. */
export interface WorkSession {
  readonly type: 'session';
  readonly session: Session;
}

/** What the team chose to get better at. */
export interface PlanGroup {
  readonly type: 'plan';
  readonly session: Session;
  readonly things: readonly ThingState[];
}

/** One thing of the plan. */
export interface PlanThing {
  readonly type: 'thing';
  readonly session: Session;
  readonly state: ThingState;
}

export interface WorkGroup {
  readonly type: 'group';
  readonly session: Session;
  readonly name: keyof OpenWork;
  readonly items: readonly OpenItem[];
}

/** What has ended: folded, behind what is open. */
export interface EndedGroup {
  readonly type: 'ended';
  readonly session: Session;
  readonly name: keyof EndedWork;
  readonly entries: readonly Entry[];
}

export interface WorkEntry extends EntryRow {
  /** Absent of what has ended. */
  readonly item?: OpenItem;
  /** What it follows from. */
  readonly origins: readonly Origin[];
  /** The title of the thing of the plan that it stands below; absent where it stands among all open work. */
  readonly within?: string;
}

/** Stands for what ended too long ago to be listed. */
export interface OlderRow {
  readonly type: 'older';
  readonly session: Session;
  readonly count: number;
}

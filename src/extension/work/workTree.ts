import type * as vscode from 'vscode';
import type { Entry } from '../../core/entries/entry.ts';
import { endedWork } from '../../core/work/endedWork.ts';
import { openWork, type OpenItem, type OpenWork } from '../../core/work/openWork.ts';
import { type Origin, originFinder } from '../../core/work/origins.ts';
import type { ThingState } from '../../core/plan/planState.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { isOver, workItem } from './workItems.ts';
import type { EndedGroup, PlanGroup, PlanThing, WorkEntry, WorkGroup, WorkNode } from './workNodes.ts';

const groups = ['running', 'actions', 'blockers', 'planned'] as const;
const ends = ['concluded', 'closed'] as const;

/** How many of what has ended are listed; the log view has all of them. */
const mostEnded = 100;

/**
 * What is open, as a tree: what has run over its time comes first in each group. What has ended is folded behind it.
 */
export class WorkTree {
  readonly #sessions: Sessions;
  /** What entries follow from, as it was when the groups of their log were last drawn. */
  readonly #origins = new WeakMap<Session, (entry: Entry) => readonly Origin[]>();

  /** What the plan of a log says, as it was read last. */
  readonly #plans = new WeakMap<Session, readonly ThingState[]>();

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  /** Reads the plans anew. */
  async readPlans(): Promise<void> {
    await Promise.all(
      this.#sessions.all.map(async (session) => this.#plans.set(session, await session.log.plan())),
    );
  }

  itemOf(node: WorkNode): vscode.TreeItem {
    return workItem(node);
  }

  childrenOf(node?: WorkNode): WorkNode[] {
    switch (node?.type) {
      case undefined: {
        const all = this.#sessions.all.filter(
          (session) => this.#planOf(session).length + groupsOf(session).length > 0,
        );
        const [only] = all;
        return all.length === 1 && only !== undefined
          ? this.#groups(only)
          : all.map((session) => ({ type: 'session', session }));
      }
      case 'session':
        return this.#groups(node.session);
      case 'plan':
        return node.things.map((state) => ({ type: 'thing', session: node.session, state }));
      case 'thing':
        return this.#carriers(node);
      case 'group':
        return node.items.map((item) => this.#row(node.session, item.entry, item));
      case 'ended':
        return this.#ended(node);
      case 'entry':
      case 'older':
        return [];
    }
  }

  /** How many running experiments have passed their timebox. */
  get overTime(): number {
    return this.#sessions.all
      .flatMap((session) => openWork(session.log.entries, session.clock.today()).running)
      .filter(isOver).length;
  }

  #groups(session: Session): WorkNode[] {
    this.#origins.set(session, originFinder(session.log));
    return [...this.#planOf(session), ...groupsOf(session)];
  }

  #planOf(session: Session): readonly PlanGroup[] {
    const things = this.#plans.get(session) ?? [];
    return things.length === 0 ? [] : [{ type: 'plan', session, things }];
  }

  #carriers({ session, state }: PlanThing): WorkEntry[] {
    const work = openWork(state.carriers, session.clock.today());
    const items = [...work.running, ...work.planned, ...work.actions];
    return state.carriers.map((entry) => ({
      ...this.#row(
        session,
        entry,
        items.find((item) => item.entry === entry),
      ),
      within: state.thing.title,
    }));
  }

  #ended({ session, entries }: EndedGroup): WorkNode[] {
    const older = entries.length - mostEnded;
    const rows = entries.slice(0, mostEnded).map((entry) => this.#row(session, entry));
    return older > 0 ? [...rows, { type: 'older', session, count: older }] : rows;
  }

  #row(session: Session, entry: Entry, item?: OpenItem): WorkEntry {
    const origins = this.#origins.get(session)?.(entry) ?? [];
    return { type: 'entry', session, entry, origins, ...(item === undefined ? {} : { item }) };
  }
}

function groupsOf(session: Session): (WorkGroup | EndedGroup)[] {
  const { entries } = session.log;
  const work = openWork(entries, session.clock.today());
  const ended = endedWork(entries);
  return [
    ...groups
      .filter((name) => isShown(name, work))
      .map((name) => ({ type: 'group' as const, session, name, items: work[name] })),
    ...ends
      .filter((name) => ended[name].length > 0)
      .map((name) => ({ type: 'ended' as const, session, name, entries: ended[name] })),
  ];
}

/** The heading of what runs has the limit in it, so it is there as soon as something is planned. */
function isShown(name: keyof OpenWork, work: OpenWork): boolean {
  return work[name].length > 0 || (name === 'running' && work.planned.length > 0);
}

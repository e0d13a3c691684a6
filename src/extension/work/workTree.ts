import type * as vscode from 'vscode';
import { openWork } from '../../core/work/openWork.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { isOver, workItem } from './workItems.ts';
import type { WorkGroup, WorkNode } from './workNodes.ts';

const groups = ['running', 'actions', 'blockers', 'planned'] as const;

/** What is open, as a tree: what has run over its time comes first in each group. */
export class WorkTree {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  itemOf(node: WorkNode): vscode.TreeItem {
    return workItem(node);
  }

  childrenOf(node?: WorkNode): WorkNode[] {
    switch (node?.type) {
      case undefined: {
        const all = this.#sessions.all.filter((session) => groupsOf(session).length > 0);
        const [only] = all;
        return all.length === 1 && only !== undefined
          ? groupsOf(only)
          : all.map((session) => ({ type: 'session', session }));
      }
      case 'session':
        return groupsOf(node.session);
      case 'group':
        return node.items.map((item) => ({ type: 'entry', session: node.session, entry: item.entry, item }));
      case 'entry':
        return [];
    }
  }

  /** How many running experiments have passed their timebox. */
  get overTime(): number {
    return this.#sessions.all
      .flatMap((session) => openWork(session.log.entries, session.clock.today()).running)
      .filter(isOver).length;
  }
}

function groupsOf(session: Session): WorkGroup[] {
  const work = openWork(session.log.entries, session.clock.today());
  return groups
    .filter((name) => work[name].length > 0)
    .map((name) => ({ type: 'group', session, name, items: work[name] }));
}

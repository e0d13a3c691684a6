import * as vscode from 'vscode';
import type { TrendsAvailability } from '../../protocol/trends.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** Whether there are figures of a log, and if not, why. */
export function availabilityOf(session: Session | undefined, sessions: Sessions): TrendsAvailability {
  if (session === undefined) {
    const folders = vscode.workspace.workspaceFolders ?? [];
    return folders.some(({ uri }) => uri.scheme === 'file') ? 'loading' : sessions.none;
  }
  const { state, entries, pages } = session.log;
  switch (state.name) {
    case 'unread':
    case 'reading':
      return 'loading';
    case 'absent':
      return state.leftOut ? 'leftOut' : 'absent';
    case 'unreadable':
      return state.name;
    case 'ready':
      return entries.length + pages.length === 0 ? 'empty' : 'ready';
  }
}

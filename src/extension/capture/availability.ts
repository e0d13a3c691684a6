import * as vscode from 'vscode';
import type { Availability } from '../../protocol/capture.ts';
import type { Session } from '../session.ts';

/** Whether an entry can be logged in this window, and if not, what stands in the way. */
export function availability(session: Session | undefined): Availability {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    return 'noFolder';
  }
  if (!folders.some((folder) => folder.uri.scheme === 'file')) {
    return 'virtual';
  }
  if (!vscode.workspace.isTrusted) {
    return 'restricted';
  }
  return session === undefined ? 'loading' : 'ready';
}

import * as vscode from 'vscode';
import { digestOfWeek } from '../../core/digest/digestOfWeek.ts';
import { digestFile } from '../../core/log/logFiles.ts';
import type { Nudge } from '../../core/nudges/nudge.ts';
import type { Session } from '../session.ts';

/** This week's digest of a log, where there is something in it and it is not in the repository yet. */
export async function digestChance(session: Session | undefined): Promise<Nudge | undefined> {
  if (session === undefined || session.log.state.name !== 'ready') {
    return undefined;
  }
  const { log, clock, root } = session;
  const { monday, told } = digestOfWeek(log.entries, clock.today(log.team.timezone));
  return told.length === 0 || (await isThere(session.uriOf(digestFile(log.folder, monday))))
    ? undefined
    : { kind: 'digest', occasion: monday, root };
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

import * as vscode from 'vscode';
import type { LogEdit } from '../../core/log/logEdit.ts';
import { RetroError } from '../../core/retroError.ts';
import type { Session } from '../session.ts';

/** An entry as it was logged, to be taken back only while it still is that. */
export interface TakeableEntry {
  readonly id: string;
  readonly undo: LogEdit;
  readonly session: Session;
  readonly content: string;
}

/** Remembers an entry that has just been logged. */
export async function takeable(session: Session, id: string, undo: LogEdit): Promise<TakeableEntry> {
  return { id, undo, session, content: await contentOf(session, id) };
}

/**
 * Takes an entry back.
 *
 * @throws RetroError `changed-meanwhile` if somebody has changed it since, or as `RetroLog.apply` says
 */
export async function takeBack(entry: TakeableEntry): Promise<void> {
  if ((await contentOf(entry.session, entry.id)) !== entry.content) {
    throw new RetroError(
      'changed-meanwhile',
      vscode.l10n.t(
        'The entry was changed since it was logged, so it was left as it is. Delete its file to remove it.',
      ),
    );
  }
  await entry.session.log.apply(entry.undo);
}

async function contentOf({ log }: Session, id: string): Promise<string> {
  const entries = log.withId(id);
  return JSON.stringify([entries, await Promise.all(entries.map((entry) => log.bodyOf(entry)))]);
}

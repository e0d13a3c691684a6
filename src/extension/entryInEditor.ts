import * as vscode from 'vscode';
import type { Entry } from '../core/entries/entry.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

/** An entry, and the log that it is in. */
export interface ChosenEntry {
  readonly session: Session;
  readonly entry: Entry;
}

/** The entry whose file the active editor shows. */
export function entryInEditor(sessions: Sessions): ChosenEntry | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const session = uri && sessions.of(uri);
  const path = uri && session?.pathOf(uri);
  const entry = path === undefined ? undefined : session?.log.at(path);
  return session === undefined || entry === undefined
    ? undefined
    : { session, entry: session.links.withNaming(entry) };
}

import * as vscode from 'vscode';
import type { Entry } from '../../core/entries/entry.ts';
import { fromGit } from '../../core/review/momentNamed.ts';
import type { App } from '../app.ts';
import { EditorFiles } from '../editorFiles.ts';
import { type EntryPast, entryHistory } from '../review/entryHistory.ts';
import { needVersions } from '../review/needVersions.ts';
import { whileReading } from '../review/whileReading.ts';
import type { Session } from '../session.ts';
import { chosenEntry } from './chosenEntry.ts';

/** Shows who changed an entry when, as git tells it, in the log view. */
export function showEntryHistory(app: App) {
  return async (row: unknown): Promise<void> => {
    const { session, entry } = chosenEntry(app, row);
    const past = await whileReading(vscode.l10n.t('Reading the history of the entry'), (cancellation) =>
      readPast(session, entry, cancellation),
    );
    if (past !== undefined) {
      await app.logView.review(entryHistory(past));
    }
  };
}

async function readPast(session: Session, entry: Entry, cancellation: AbortSignal): Promise<EntryPast> {
  const versions = needVersions(session);
  const { path, id } = entry;
  const history = fromGit(await versions.history({ path, id, cancellation }));
  const blobs = history.versions
    .flatMap(({ before, after }) => [before, after])
    .filter((blob) => blob !== undefined);
  const texts = fromGit(await versions.contents(blobs));
  const now = await new EditorFiles(session.root).read(path);
  return { session, entry, history, texts, now: now.state === 'text' ? now.text : '' };
}

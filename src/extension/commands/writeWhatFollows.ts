import type { Entry } from '../../core/entries/entry.ts';
import type { EntryKind } from '../../core/entries/kinds.ts';
import { nextKind } from '../../core/loops/openLoops.ts';
import type { App } from '../app.ts';
import { draftThatFollows } from '../loops/draftThatFollows.ts';
import { chosenEntry, isRow } from './chosenEntry.ts';
import { needWritableSession } from './needSession.ts';

/** Goes on from an entry in the capture view: with what was learned from it, or with what is planned after it. */
export function writeWhatFollows(app: App) {
  return async (row: unknown): Promise<void> => {
    const { session, entry } = chosenEntry(app, row);
    await needWritableSession(app, session.uriOf(session.log.folder));
    const kind = isRow(row, 'loop') ? nextKind[row.loop.gap] : kindAfter(entry);
    await app.capture.suggest(draftThatFollows(entry, kind), session);
  };
}

/** What mostly follows from an entry: something learned from what was tried or failed, and then a step. */
function kindAfter({ kind }: Entry): EntryKind {
  return ['failure', 'experiment', 'action'].includes(kind) ? 'learning' : 'action';
}

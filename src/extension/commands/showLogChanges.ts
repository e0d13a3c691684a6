import * as vscode from 'vscode';
import type { LogChange } from '../../core/review/diffLogs.ts';
import { readChanges } from '../../core/review/readChanges.ts';
import { type LogThen, readLogAt } from '../../core/review/readLogAt.ts';
import { cryptoIds } from '../../node/cryptoIds.ts';
import type { App } from '../app.ts';
import { EditorFiles } from '../editorFiles.ts';
import { logChanges } from '../review/logChanges.ts';
import { needVersions } from '../review/needVersions.ts';
import { type ChosenMoment, pickMoment } from '../review/pickMoment.ts';
import { whileReading } from '../review/whileReading.ts';
import type { Session } from '../session.ts';
import { needSession } from './needSession.ts';

/** Shows what changed in the log between two days, tags or commits, or since one of them, in the log view. */
export function showLogChanges(app: App) {
  return async (): Promise<void> => {
    const session = await needSession(app);
    const ends = await pickEnds(session);
    if (ends === undefined) {
      return;
    }
    const [first, last] = ends;
    const read = await whileReading(vscode.l10n.t('Comparing the log'), (cancellation) =>
      readBoth(session, first, last, cancellation),
    );
    if (read !== undefined) {
      const { changes, before, after } = read;
      await app.logView.review(
        logChanges({
          session,
          before: { name: first.name, files: before?.files },
          after: { name: last.name, files: after?.files },
          changes,
        }),
      );
    }
  };
}

/** Asks for the earlier state, then for the later one. Escape goes one step back. */
async function pickEnds(session: Session): Promise<readonly [ChosenMoment, ChosenMoment] | undefined> {
  const from = vscode.l10n.t('What changed in the log since… (1 of 2)');
  const first = await pickMoment(session, { title: from, withNow: false });
  if (first === undefined) {
    return undefined;
  }
  const title = vscode.l10n.t('… since {0}, up to… (2 of 2)', first.name);
  const last = await pickMoment(session, { title, withNow: true });
  return last === undefined ? pickEnds(session) : [first, last];
}

async function readBoth(
  session: Session,
  first: ChosenMoment,
  last: ChosenMoment,
  cancellation: AbortSignal,
): Promise<{ changes: readonly LogChange[]; before: LogThen | undefined; after: LogThen | undefined }> {
  const [before, after] = [
    await readEnd(session, first, cancellation),
    await readEnd(session, last, cancellation),
  ];
  const changes = await readChanges(sideOf(session, before), sideOf(session, after), cancellation);
  return { changes, before, after };
}

async function readEnd(
  session: Session,
  { moment }: ChosenMoment,
  cancellation: AbortSignal,
): Promise<LogThen | undefined> {
  if (moment === undefined) {
    await session.log.load();
    return undefined;
  }
  const where = { folder: session.log.folder, sha: moment.sha, clock: session.clock, ids: cryptoIds };
  return readLogAt(needVersions(session), where, cancellation);
}

function sideOf(session: Session, then: LogThen | undefined) {
  return then === undefined
    ? { log: session.log, files: new EditorFiles(session.root) }
    : { ...then, hashOf: (path: string) => then.files.hashOf(path) };
}

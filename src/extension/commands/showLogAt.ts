import * as vscode from 'vscode';
import { readLogAt } from '../../core/review/readLogAt.ts';
import { cryptoIds } from '../../node/cryptoIds.ts';
import type { App } from '../app.ts';
import { logThen } from '../review/logThen.ts';
import { needVersions } from '../review/needVersions.ts';
import { pickMoment } from '../review/pickMoment.ts';
import { whileReading } from '../review/whileReading.ts';
import { needSession } from './needSession.ts';

/** Shows the log as it was on a day, at a tag or in a commit, in the log view. */
export function showLogAt(app: App) {
  return async (): Promise<void> => {
    const session = await needSession(app);
    const versions = needVersions(session);
    const title = vscode.l10n.t('Show the log as of…');
    const chosen = await pickMoment(session, { title, withNow: false });
    if (chosen?.moment === undefined) {
      return;
    }
    const { name, moment } = chosen;
    const { folder } = session.log;
    const where = { folder, sha: moment.sha, clock: session.clock, ids: cryptoIds };
    const past = await whileReading(vscode.l10n.t('Reading the log as of {0}', name), (cancellation) =>
      readLogAt(versions, where, cancellation),
    );
    if (past !== undefined) {
      await app.logView.review(logThen({ session, past, moment, name }));
    }
  };
}

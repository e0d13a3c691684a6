import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { cryptoIds } from '../../node/cryptoIds.ts';
import { facilitatorName } from '../board/facilitatorName.ts';
import { meetingTitle } from '../board/meetingTitle.ts';
import { pickPeriod } from '../board/pickPeriod.ts';
import { pickTemplate } from '../board/pickTemplate.ts';
import { gatherGiven } from '../board/gatherGiven.ts';
import { needWritableSession } from './needSession.ts';

/** Begins a retro: which template, over which time, and the board is there. */
export function startRetro(app: App) {
  return async (): Promise<void> => {
    const session = await needWritableSession(app);
    await session.log.load();
    const template = await pickTemplate(session, app.memory);
    const period = template && (await pickPeriod(session));
    if (template === undefined || period === undefined) {
      return;
    }
    const given = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Gathering what happened…') },
      () => gatherGiven(session, period),
    );
    const name = await facilitatorName(session);
    const date = session.clock.today();
    await app.boards.start(session, {
      type: 'start',
      name,
      meeting: { id: cryptoIds.newId(), title: meetingTitle(template.name, date), date, ...period },
      template,
      given,
    });
  };
}

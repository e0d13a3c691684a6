import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { cryptoIds } from '../../node/cryptoIds.ts';
import { NodePast } from '../../node/git/nodePast.ts';
import { gatherGiven } from '../../node/meeting/gatherGiven.ts';
import { meetingTitle } from '../../node/meeting/meetingTitle.ts';
import { EditorFiles } from '../editorFiles.ts';
import { facilitatorName } from '../board/facilitatorName.ts';
import { pickPeriod } from '../board/pickPeriod.ts';
import { pickTemplate } from '../board/pickTemplate.ts';
import type { Session } from '../session.ts';
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
      () => gatherGiven(gatheringPlace(session), period),
    );
    const name = await facilitatorName(session);
    const date = session.clock.today();
    await app.boards.start(session, {
      type: 'start',
      name,
      meeting: {
        id: cryptoIds.newId(),
        title: meetingTitle(template.name, date, vscode.env.language),
        date,
        ...period,
      },
      template,
      given,
    });
  };
}

function gatheringPlace({ log, root, git, history }: Session): Parameters<typeof gatherGiven>[0] {
  const past = git === undefined ? undefined : new NodePast({ root, folder: log.folder });
  return { log, files: new EditorFiles(root), history, past };
}

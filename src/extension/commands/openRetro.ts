import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { App } from '../app.ts';
import { dayName } from '../log/logDates.ts';
import { needWritableSession } from './needSession.ts';

interface RetroItem extends vscode.QuickPickItem {
  readonly meeting?: string;
}

/** Shows the board of a retro: one that runs, or one that was held. */
export function openRetro(app: App) {
  return async (): Promise<void> => {
    const session = await needWritableSession(app);
    await session.log.load();
    const today = session.clock.today();
    const kept = await app.boards.kept(session);
    const running: RetroItem[] = kept
      .filter(({ state }) => state === 'open')
      .map(({ meeting }) => ({
        label: displayText(meeting.title),
        description: dayName(meeting.date, today),
        meeting: meeting.id,
      }));
    const chosen = await vscode.window.showQuickPick<RetroItem>(running, {
      title: vscode.l10n.t('Open a retro'),
      placeHolder: vscode.l10n.t('Which one?'),
    });
    if (chosen?.meeting !== undefined) {
      await app.boards.resume(session, chosen.meeting);
    }
  };
}

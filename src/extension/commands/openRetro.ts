import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { listPages } from '../../core/log/listPages.ts';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { dayName } from '../log/logDates.ts';
import type { Session } from '../session.ts';
import { isRow } from './chosenEntry.ts';
import { needWritableSession } from './needSession.ts';
import { showPick } from '../showPrompt.ts';

interface RetroItem extends vscode.QuickPickItem {
  readonly meeting?: string;
}

/** Shows the board of a retro: of the row it was called on, of one that runs, or of one that was held. */
export function openRetro(app: App) {
  return async (row: unknown): Promise<void> => {
    if (isRow(row, 'page') && row.page.kind === 'meeting') {
      await needWritableSession(app, row.session.uriOf(row.page.path));
      await app.boards.resume(row.session, row.page.id);
      return;
    }
    const session = await needWritableSession(app);
    await session.log.load();
    const meeting = await pickMeeting(app, session);
    if (meeting !== undefined) {
      await app.boards.resume(session, meeting);
    }
  };
}

async function pickMeeting(app: App, session: Session): Promise<string | undefined> {
  const today = session.clock.today();
  const kept = await app.boards.kept(session);
  const running = kept.filter(({ state }) => state === 'open').map(({ meeting }) => meeting);
  const held = listPages(session.log.pages, 'meeting').filter(
    ({ id }) => !running.some((each) => each.id === id),
  );
  if (running.length + held.length === 0) {
    throw new RetroError(
      'not-found',
      vscode.l10n.t('There is no retro here yet. Start one with “Retrolog: Start a Retro…”.'),
    );
  }
  const itemOf = ({ id, title, date }: { id: string; title: string; date: string }): RetroItem => ({
    label: displayText(title),
    description: dayName(date, today),
    meeting: id,
  });
  const chosen = await showPick<RetroItem>(
    [
      ...(running.length === 0 ? [] : [separator(vscode.l10n.t('Not closed yet')), ...running.map(itemOf)]),
      ...(held.length === 0 ? [] : [separator(vscode.l10n.t('From the minutes')), ...held.map(itemOf)]),
    ],
    { title: vscode.l10n.t('Open a retro'), placeHolder: vscode.l10n.t('Which one?') },
  );
  return chosen?.meeting;
}

function separator(label: string): RetroItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

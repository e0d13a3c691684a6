import * as vscode from 'vscode';
import type { Brought } from '../../core/board/bringEntries.ts';
import { givenEntry } from '../../core/board/gatherFor.ts';
import { digestOfWeek } from '../../core/digest/digestOfWeek.ts';
import { displayText } from '../../core/entries/displayText.ts';
import type { App } from '../app.ts';
import { dayName } from '../log/logDates.ts';
import type { Session } from '../session.ts';
import { needWritableSession } from './needSession.ts';
import { showFailure } from './showFailure.ts';
import { showPick } from '../showPrompt.ts';

/**
 * Brings this week's wins, learnings and thanks onto the board of a retro that is not closed yet. Where there is none
 * there is nothing to do: the next retro gathers them by itself.
 */
export function putDigestIntoRetro(app: App) {
  return async (): Promise<void> => {
    const session = await needWritableSession(app);
    const { log, clock } = session;
    await log.load();
    const { told } = digestOfWeek(log.entries, clock.today(log.team.timezone));
    if (told.length === 0) {
      say(vscode.l10n.t('No wins, learnings or thanks have been written down this week yet.'));
      return;
    }
    const running = (await app.boards.kept(session)).filter(({ state }) => state === 'open');
    if (running.length === 0) {
      offerRetro().catch((error: unknown) => showFailure(error, app.output));
      return;
    }
    const meeting = await pick(session, running);
    if (meeting !== undefined) {
      say(broughtWords(await app.boards.bring(session, meeting, told.map(givenEntry))));
    }
  };
}

async function offerRetro(): Promise<void> {
  const start = vscode.l10n.t('Start a Retro');
  const said = vscode.l10n.t('No retro is open. The next one gathers this week’s entries by itself.');
  if ((await vscode.window.showInformationMessage(said, start)) === start) {
    await vscode.commands.executeCommand('retrolog.startRetro');
  }
}

async function pick(
  { clock }: Session,
  running: readonly {
    readonly meeting: { readonly id: string; readonly title: string; readonly date: string };
  }[],
): Promise<string | undefined> {
  const [only, ...others] = running;
  if (only !== undefined && others.length === 0) {
    return only.meeting.id;
  }
  const items = running.map(({ meeting: { id, title, date } }) => ({
    label: displayText(title),
    description: dayName(date, clock.today()),
    id,
  }));
  const picked = await showPick(items, {
    placeHolder: vscode.l10n.t('Into which retro?'),
  });
  return picked?.id;
}

function broughtWords({ carded, listed }: Brought): string {
  if (carded + listed === 0) {
    return vscode.l10n.t('All of this week’s entries were on the board already.');
  }
  return [
    ...(carded === 0 ? [] : [cardWords(carded)]),
    ...(listed === 0
      ? []
      : [
          listed === 1
            ? vscode.l10n.t('One stands under “What happened”, since no column is for it.')
            : vscode.l10n.t('{0} stand under “What happened”, since no column is for them.', listed),
        ]),
  ].join(' ');
}

function cardWords(count: number): string {
  return count === 1
    ? vscode.l10n.t('One entry is on the board. Undo on the board takes it back.')
    : vscode.l10n.t('{0} entries are on the board. Undo on the board takes them back.', count);
}

function say(words: string): void {
  void vscode.window.showInformationMessage(words);
}

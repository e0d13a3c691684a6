import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { Entry } from '../../core/entries/entry.ts';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { isEntryRow } from '../commands/chosenEntry.ts';
import { type ChosenEntry, entryInEditor } from '../entryInEditor.ts';
import { literalIcons } from '../literalIcons.ts';
import { iconOf, kindName, statusName } from '../log/kindLooks.ts';
import { dayName } from '../log/logDates.ts';
import { showPick } from '../showPrompt.ts';

/**
 * The entry that a step is for: the row it was called on, or else the one in the active editor or the selected
 * one if the step is possible there, or else one of those where it is possible, which the person is asked for.
 *
 * @param fits where the step is possible
 * @returns `undefined` where the person chose none
 * @throws RetroError `not-found` where there is no such entry
 */
export async function chooseEntry(
  app: App,
  row: unknown,
  fits: (entry: Entry) => boolean,
): Promise<ChosenEntry | undefined> {
  if (isEntryRow(row)) {
    return row;
  }
  const near = [entryInEditor(app.sessions), app.work.selected, app.logView.selected];
  const meant = near.find((chosen) => chosen !== undefined && fits(chosen.entry));
  return meant ?? askForEntry(app, fits);
}

async function askForEntry(app: App, fits: (entry: Entry) => boolean): Promise<ChosenEntry | undefined> {
  await app.sessions.open();
  await Promise.all(app.sessions.all.map((session) => session.log.load()));
  const items = app.sessions.all.flatMap((session) =>
    session.log.entries.filter(fits).map((entry) => ({
      session,
      entry,
      label: literalIcons(displayText(entry.title)),
      description: [
        kindName(entry.kind),
        ...(entry.status === undefined ? [] : [statusName(entry.status)]),
        dayName(entry.date, session.clock.today()),
      ].join(' · '),
      iconPath: iconOf(entry),
    })),
  );
  if (items.length === 0) {
    throw new RetroError(
      'not-found',
      vscode.l10n.t('There is no entry in the log that this could be done with.'),
    );
  }
  // A panel that gets the focus back from the palette a moment too late would close it.
  return showPick(items, {
    placeHolder: vscode.l10n.t('Which one?'),
  });
}

import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { RetroError } from '../../core/retroError.ts';
import { type Origin, originFinder } from '../../core/work/origins.ts';
import type { App } from '../app.ts';
import { literalIcons } from '../literalIcons.ts';
import { dayName } from '../log/logDates.ts';
import { iconOf, kindName } from '../log/kindLooks.ts';
import { chosenEntry, isEntryRow } from './chosenEntry.ts';
import { focusedRow } from './focusedRow.ts';
import { showPick } from '../showPrompt.ts';

/** Opens what an entry follows from: an earlier entry, or the meeting in which it was decided. */
export function openOrigin(app: App) {
  return async (argument: unknown): Promise<void> => {
    const row = await focusedRow(app, argument);
    if (row !== argument && !isEntryRow(row)) {
      return;
    }
    const { session, entry } = chosenEntry(app, row);
    const origins = originFinder(session.log)(entry);
    if (origins.length === 0) {
      throw new RetroError(
        'not-found',
        vscode.l10n.t('“{0}” names nothing that it follows from.', displayText(entry.title, 80)),
      );
    }
    const origin = await oneOf(origins);
    if (origin !== undefined) {
      await vscode.commands.executeCommand('vscode.open', session.uriOf(origin.path));
    }
  };
}

async function oneOf(origins: readonly Origin[]): Promise<Origin | undefined> {
  const [only, ...others] = origins;
  if (others.length === 0) {
    return only;
  }
  const items = origins.map((origin) => ({
    origin,
    label: literalIcons(displayText(origin.title)),
    description: [kindName(origin.kind), dayName(origin.date, '')].join(' · '),
    iconPath: iconOf(origin),
  }));
  const picked = await showPick(items, {
    placeHolder: vscode.l10n.t('Which of the things that it follows from?'),
    matchOnDescription: true,
  });
  return picked?.origin;
}

import * as vscode from 'vscode';
import { type LocatedPlace, locatePlace } from '../../core/code/locatePlace.ts';
import { displayText } from '../../core/entries/displayText.ts';
import type { CodePlace } from '../../core/entries/entry.ts';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { literalIcons } from '../literalIcons.ts';
import { placeName } from '../log/placeName.ts';
import type { Session } from '../session.ts';
import { chosenEntry, foundPlaceOf } from './chosenEntry.ts';
import { showPick } from '../showPrompt.ts';

interface Whereabouts {
  readonly place: CodePlace;
  readonly located: LocatedPlace;
  /** Absent where there is no such file, or none that can be shown. */
  readonly document?: vscode.TextDocument;
}

/** Opens the code that an entry is about, at the line where that is now. */
export function openPlace(app: App) {
  return async (row: unknown): Promise<void> => {
    const { session, entry } = chosenEntry(app, row);
    const shown = foundPlaceOf(row)?.place;
    const places = shown === undefined ? entry.code : [shown];
    const chosen = await choose(await Promise.all(places.map((place) => whereIs(session, place))));
    if (chosen !== undefined) {
      await open(chosen);
    }
  };
}

async function whereIs(session: Session, place: CodePlace): Promise<Whereabouts> {
  try {
    // The text that an editor holds unsaved counts.
    const document = await vscode.workspace.openTextDocument(session.uriOf(place.path));
    return { place, document, located: locatePlace(place, document.getText()) };
  } catch {
    return { place, located: { state: 'gone' } };
  }
}

/** @throws RetroError `not-found` where the entry names no place in the code */
async function choose(all: readonly Whereabouts[]): Promise<Whereabouts | undefined> {
  const [first, ...others] = all;
  if (first === undefined) {
    throw new RetroError('not-found', vscode.l10n.t('This entry names no place in the code.'));
  }
  if (others.length === 0) {
    return first;
  }
  const items = all.map((one) => ({
    label: literalIcons(displayText(one.place.path)),
    description: placeName(one.located),
    one,
  }));
  const picked = await showPick(items, {
    placeHolder: vscode.l10n.t('Which place in the code?'),
    matchOnDescription: true,
  });
  return picked?.one;
}

/** @throws RetroError `not-found` where the file is gone */
async function open({ place, located, document }: Whereabouts): Promise<void> {
  if (document === undefined) {
    throw new RetroError(
      'not-found',
      vscode.l10n.t('{0} is not there any more, or cannot be shown as text.', displayText(place.path)),
    );
  }
  const line = (located.line ?? 1) - 1;
  const selection = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(document, located.line === undefined ? {} : { selection });
  if (located.state === 'gone') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The line that the entry names is not in this file any more.'),
    );
  }
}

import * as vscode from 'vscode';
import { entryKinds, type EntryKind } from '../../core/entries/kinds.ts';
import type { App } from '../app.ts';
import { iconOf, kindName } from '../log/kindLooks.ts';
import { askMore, askTitle, logAndTell } from './logKind.ts';
import { needPlace } from './needPlace.ts';
import { showPick } from '../showPrompt.ts';

/** Logs an entry about the line that the cursor is on: its kind, its title, and who is thanked for it. */
export function logAboutThisCode(app: App) {
  return async (): Promise<void> => {
    const { session, place } = await needPlace(app);
    const kind = await askKind();
    const title = kind === undefined ? undefined : await askTitle(session, kind, place);
    const more = title === undefined || kind !== 'kudos' ? {} : await askMore(kind);
    if (kind !== undefined && title !== undefined && more !== undefined) {
      await logAndTell(app, session, { kind, title, ...more, code: [place] });
    }
  };
}

async function askKind(): Promise<EntryKind | undefined> {
  const items = entryKinds.map((kind) => ({
    label: kindName(kind),
    iconPath: iconOf({ kind }),
    entryKind: kind,
  }));
  const picked = await showPick(items, {
    placeHolder: vscode.l10n.t('What is it?'),
  });
  return picked?.entryKind;
}

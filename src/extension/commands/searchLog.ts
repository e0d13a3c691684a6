import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { Entry } from '../../core/entries/entry.ts';
import { systemClock } from '../../node/systemClock.ts';
import type { App } from '../app.ts';
import { literalIcons } from '../literalIcons.ts';
import { iconOf, kindName } from '../log/kindLooks.ts';
import { dayName } from '../log/logDates.ts';
import type { Session } from '../session.ts';
import { needSession } from './needSession.ts';
import { showFailure } from './showFailure.ts';

interface FoundItem extends vscode.QuickPickItem {
  readonly session: Session;
  readonly entry: Entry;
}

/** How many entries the list shows: more is a reason to type another word. */
const most = 50;

/** Finds entries by their words while they are typed, and opens the one that is chosen. */
export function searchLog(app: App) {
  return async (): Promise<void> => {
    await needSession(app);
    const pick = vscode.window.createQuickPick<FoundItem>();
    pick.placeholder = vscode.l10n.t('Search titles, texts, tags and people');
    pick.matchOnDescription = true;
    pick.ignoreFocusOut = true;
    let asked = 0;
    const show = async (words: string): Promise<void> => {
      const question = ++asked;
      pick.busy = true;
      const items = await findItems(app, words);
      if (question === asked) {
        pick.items = items;
        pick.busy = false;
      }
    };
    const start = (words: string) => {
      show(words).catch((error: unknown) => {
        pick.hide();
        showFailure(error, app.output);
      });
    };
    pick.onDidChangeValue(start);
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      pick.hide();
      if (chosen !== undefined) {
        void vscode.commands.executeCommand('vscode.open', chosen.session.uriOf(chosen.entry.path));
        void app.logView.select(chosen.session, chosen.entry.path);
      }
    });
    pick.onDidHide(() => pick.dispose());
    pick.show();
    start('');
  };
}

async function findItems(app: App, words: string): Promise<FoundItem[]> {
  const found = await Promise.all(
    app.sessions.all.map(async (session) => {
      const entries =
        words.trim() === '' ? session.log.entries.slice(0, most) : await session.log.search(words, most);
      return entries.map((entry) => itemFor(session, entry));
    }),
  );
  return found.flat().slice(0, most);
}

function itemFor(session: Session, entry: Entry): FoundItem {
  return {
    session,
    entry,
    label: literalIcons(displayText(entry.title)),
    description: [kindName(entry.kind), dayName(entry.date, systemClock.today())].join(' · '),
    iconPath: iconOf(entry),
    // The list was made for these words: the picker must not sift it again.
    alwaysShow: true,
  };
}

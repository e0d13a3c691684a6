import * as vscode from 'vscode';
import type { LogEdit } from '../../core/log/logEdit.ts';
import { isoTime } from '../../core/git/isoTime.ts';
import { linkTo } from '../../core/links/linkTo.ts';
import type { WalkedCommit } from '../../core/ports/history.ts';
import type { App } from '../app.ts';
import type { ChosenEntry } from '../entryInEditor.ts';
import { pickCommits } from '../links/commitPicker.ts';
import { needHistory } from '../links/needHistory.ts';
import { offerUndo } from '../links/offerUndo.ts';
import { sayingSo } from '../links/sayingSo.ts';
import { chooseEntry } from '../work/chooseEntry.ts';
import { needWritableSession } from './needSession.ts';

/** Links an entry to commits that are looked for in the whole history. */
export function linkCommits(app: App) {
  return async (row: unknown): Promise<void> => {
    const chosen = await chooseEntry(app, row, () => true);
    if (chosen === undefined) {
      return;
    }
    const { session, entry } = chosen;
    await needWritableSession(app, session.uriOf(entry.path));
    const commits = await pickCommits(needHistory(session), {
      title: vscode.l10n.t('Link commits'),
      linked: new Set(
        entry.commits.flatMap(({ sha }) => [sha, session.links.of(entry.path, sha)?.now ?? sha]),
      ),
    });
    if (commits !== undefined) {
      const undo = await sayingSo(vscode.l10n.t('Linking commits'), write(chosen, commits));
      offerUndo(app, session, undo, linkedText(commits.length));
    }
  };
}

async function write(
  { session, entry }: ChosenEntry,
  commits: readonly WalkedCommit[],
): Promise<readonly LogEdit[]> {
  const { history } = needHistory(session);
  const undo: LogEdit[] = [];
  for (const { sha, subject, authored } of commits) {
    const link = await linkTo({ sha, subject, authored: isoTime(authored) }, history);
    const applied = await session.log.apply({ type: 'linkCommit', path: entry.path, link });
    undo.push(...(applied.undo === undefined ? [] : [applied.undo]));
  }
  return undo;
}

function linkedText(count: number): string {
  return count === 1 ? vscode.l10n.t('Linked one commit.') : vscode.l10n.t('Linked {0} commits.', count);
}

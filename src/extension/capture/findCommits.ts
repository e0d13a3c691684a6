import * as vscode from 'vscode';
import type { CommitChoice } from '../../protocol/draft.ts';
import { pickCommits } from '../links/commitPicker.ts';
import type { Session } from '../session.ts';
import { commitChoiceOf } from './commitChoiceOf.ts';

/** As many as a draft takes. */
const most = 50;

/** Lets a person look for commits for the entry that is being written; `undefined` where none was chosen. */
export async function findCommits(
  session: Session | undefined,
  linked: readonly string[],
): Promise<readonly CommitChoice[] | undefined> {
  if (session?.git === undefined || session.history === undefined) {
    return undefined;
  }
  const commits = await pickCommits(
    { git: session.git, history: session.history },
    { title: vscode.l10n.t('Commits that this entry is about'), linked: new Set(linked) },
  );
  return commits?.slice(0, most).map(commitChoiceOf);
}

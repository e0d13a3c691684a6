import * as vscode from 'vscode';
import type { ThankOffer } from '../../protocol/capture.ts';
import { type CommitChoice, longestList } from '../../protocol/draft.ts';
import { pickCommits } from '../links/commitPicker.ts';
import type { Session } from '../session.ts';
import { commitChoiceOf } from './commitChoiceOf.ts';
import { thankOffers } from './thankOffers.ts';

/** Commits that were looked for, and who could be thanked for them. */
export interface FoundCommits {
  readonly commits: readonly CommitChoice[];
  readonly toThank: readonly ThankOffer[];
}

/**
 * Lets a person look for commits for the entry that is being written; `undefined` where none was chosen.
 *
 * @param linked full hashes of those that it has
 * @param title what they are for
 */
export async function findCommits(
  session: Session | undefined,
  linked: readonly string[],
  title = vscode.l10n.t('Commits that this entry is about'),
): Promise<FoundCommits | undefined> {
  if (session?.git === undefined || session.history === undefined) {
    return undefined;
  }
  const found = await pickCommits(
    { git: session.git, history: session.history },
    { title, linked: new Set(linked) },
  );
  const commits = found?.slice(0, longestList);
  return (
    commits && {
      commits: commits.map(commitChoiceOf),
      toThank: await thankOffers(
        session,
        commits.map(({ sha, author }) => ({ author, commit: sha })),
      ),
    }
  );
}

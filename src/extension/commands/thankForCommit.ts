import * as vscode from 'vscode';
import { emptyDraft } from '../../protocol/draft.ts';
import type { App } from '../app.ts';
import { commitChoiceOf } from '../capture/commitChoiceOf.ts';
import { findCommits, type FoundCommits } from '../capture/findCommits.ts';
import { thankOffers } from '../capture/thankOffers.ts';
import { needHistory } from '../links/needHistory.ts';
import type { Session } from '../session.ts';
import { answered, chosenCommit, commitMissing } from './chosenCommit.ts';
import { needWritableSession } from './needSession.ts';

/** Begins thanks for a commit: of the row that it was called on, or looked for in the whole history. */
export function thankForCommit(app: App) {
  return async (argument: unknown): Promise<void> => {
    const session = await needWritableSession(app);
    const found =
      argument === undefined ? { session, ...(await looked(session)) } : await named(app, argument);
    if (found?.commits !== undefined && found.toThank !== undefined) {
      const draft = { ...emptyDraft('kudos'), commits: found.commits };
      await app.capture.thank(draft, found.session, found.toThank);
    }
  };
}

async function looked(session: Session): Promise<FoundCommits | undefined> {
  needHistory(session);
  return findCommits(session, [], vscode.l10n.t('What do you want to say thank you for?'));
}

async function named(
  app: App,
  argument: unknown,
): Promise<(FoundCommits & { readonly session: Session }) | undefined> {
  const chosen = await chosenCommit(app, argument);
  if (chosen === undefined) {
    return undefined;
  }
  const { session, sha } = chosen;
  const answer = await session.git?.resolve(sha);
  const commit = answer && answered(answer);
  if (commit === undefined) {
    throw commitMissing(sha);
  }
  const toThank = await thankOffers(session, [{ author: commit.author, commit: commit.sha }]);
  return { session, commits: [commitChoiceOf(commit)], toThank };
}

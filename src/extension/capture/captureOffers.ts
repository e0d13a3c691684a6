import * as vscode from 'vscode';
import { wordsInUse } from '../../core/log/wordsInUse.ts';
import type { Commit, GitAnswer } from '../../core/ports/git.ts';
import type { CaptureState } from '../../protocol/capture.ts';
import { dayIn } from '../../node/systemClock.ts';
import { promiseOf } from '../pages/promiseOf.ts';
import type { Session } from '../session.ts';
import { commitChoiceOf } from './commitChoiceOf.ts';

/** What is offered that has to be asked of git or counted. */
export interface Offers
  extends Pick<CaptureState, 'tags' | 'people' | 'commits' | 'justCommitted' | 'noCommits' | 'promise'> {
  /** How many of the commits were made today where the person is; a few at most. */
  readonly today: number;
}

/** Before anything was asked. */
export const noOffers: Offers = {
  tags: [],
  people: [],
  commits: [],
  justCommitted: false,
  noCommits: '',
  promise: '',
  today: 0,
};

const mostWords = 1000;
const mostCommits = 8;
const mostOfToday = 4;
const hour = 60 * 60 * 1000;

/**
 * Asks the log and git what there is to offer. Where git cannot say, no commits are offered and it is said why.
 *
 * @param now milliseconds since the epoch
 */
export async function captureOffers(session: Session, now: number): Promise<Offers> {
  await session.log.load();
  const [recent, people] = await Promise.all([
    session.git?.recent({ mine: true, limit: mostCommits }),
    session.git?.people(),
  ]);
  const commits = recent?.state === 'ok' ? recent.value : [];
  const names = people?.state === 'ok' ? people.value : [];
  return {
    tags: fitting(wordsInUse(session.log.entries, 'tags')),
    people: fitting([...new Set([...wordsInUse(session.log.entries, 'people'), ...names])]),
    commits: commits.map(commitChoiceOf),
    justCommitted: commits[0] !== undefined && now - Date.parse(commits[0].authored) < hour,
    noCommits: whyNone(recent),
    promise: await promiseOf(session),
    today: commits.slice(0, mostOfToday).filter(({ authored }) => dayIn(Date.parse(authored)) === dayIn(now))
      .length,
  };
}

function fitting(words: readonly string[]): readonly string[] {
  return words.filter((word) => word.length <= 100).slice(0, mostWords);
}

function whyNone(recent: GitAnswer<readonly Commit[]> | undefined): string {
  switch (recent?.state) {
    case undefined:
      return vscode.l10n.t('Git was not found, so there are none to choose from.');
    case 'noRepository':
      return vscode.l10n.t('This folder is not in a git repository, so there are none to choose from.');
    case 'failed':
      return vscode.l10n.t('Git could not be asked for them.');
    case 'ok':
      return recent?.value.length === 0 ? vscode.l10n.t('None of yours yet.') : '';
  }
}

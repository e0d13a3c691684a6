import { mentionedIds } from '../links/messageMarks.ts';
import type { PastCommit, PastTag } from '../ports/past.ts';
import { Mainline } from './mainline.ts';
import { messageLines } from './messageLines.ts';
import { explanationOf, subjectOf } from './messageText.ts';
import { quickPatches } from './quickPatches.ts';
import { isAboutRevert, isRevert } from './revertSubject.ts';
import { suggestedCommit } from './suggestedCommit.ts';
import { type DraftSignal, type FixSignal, type Signal, suggestionRules } from './suggestion.ts';

/**
 * Every sign in a history that something may be worth an entry, newest first, and of one commit the surest first.
 * Commits that name an entry give none. What was tried and told nothing gives none either: a fix soon after a
 * release, a fix of lines that were changed lately, “spike” or “try” in a subject.
 *
 * @param commits as `Past` gives them
 */
export function findSignals(commits: readonly PastCommit[], tags: readonly PastTag[]): readonly Signal[] {
  const history = new Mainline(commits);
  const open = commits.filter(({ message }) => mentionedIds(message).length === 0);
  const telling = open.filter(({ message }) => anyWord.test(message));
  const place = new Map(open.map(({ sha }, index) => [sha, index]));
  const signals = [
    ...telling.flatMap((commit) => [
      ...lineSignals(commit),
      ...(isMerge(commit) ? [] : signsOf(commit, history)),
    ]),
    ...quickPatches(tags, history).filter((signal) => place.has(signal.commits[0].sha)),
  ];
  const rank = (signal: Signal) => place.get(signal.commits[0].sha) ?? 0;
  const order = (signal: Signal) => suggestionRules.indexOf(signal.rule);
  return signals.sort((a, b) => rank(a) - rank(b) || order(a) - order(b));
}

/** What every rule for messages needs at least one of: most commits are not looked at more closely. */
const anyWord = /revert|roll|flak|fixup!|fixes:|win:|failure:|learned:|learning:/i;

function isMerge({ parents }: PastCommit): boolean {
  return parents.length > 1;
}

function lineSignals(commit: PastCommit): readonly DraftSignal[] {
  const lines = messageLines(commit.message);
  const siblings = lines.map((line) => line.kind);
  return lines.map(({ kind, title, body }) => ({
    rule: 'message-line',
    kind,
    title,
    body,
    date: commit.day,
    commits: [suggestedCommit(commit)],
    ...(siblings.length > 1 && { siblings }),
  }));
}

function signsOf(commit: PastCommit, history: Mainline): readonly Signal[] {
  return [...fixSignals(commit, history), ...revertSignals(commit, history), ...flakySignals(commit)];
}

/** What follows the line `This reverts commit` that git writes. */
const reverted = /^This reverts commits? ([0-9a-f]{7,64})(?![0-9a-zA-Z])/m;

function revertSignals(commit: PastCommit, history: Mainline): readonly DraftSignal[] {
  const subject = subjectOf(commit.message);
  const hash = reverted.exec(commit.message)?.[1];
  const target = hash === undefined ? undefined : history.find(hash);
  if (target !== undefined && isAboutRevert(subjectOf(target.message))) {
    return [];
  }
  if (isRevert(subject)) {
    return [failure('revert', commit, target)];
  }
  const isTold = target !== undefined && history.isBelow(target, commit) && !isAboutRevert(subject);
  return isTold ? [failure('reverts-commit', commit, target)] : [];
}

const flaky = /\b(?:flaky|flake)\b(?!\.(?:nix|lock)\b)/i;

function flakySignals(commit: PastCommit): readonly DraftSignal[] {
  const subject = subjectOf(commit.message);
  return flaky.test(subject) && !/\bnix(?:os|pkgs)?\b/i.test(subject) ? [failure('flaky', commit)] : [];
}

function failure(rule: DraftSignal['rule'], commit: PastCommit, about?: PastCommit): DraftSignal {
  return {
    rule,
    kind: 'failure',
    title: subjectOf(commit.message),
    body: explanationOf(commit.message),
    date: commit.day,
    commits: [suggestedCommit(commit), ...(about === undefined ? [] : [suggestedCommit(about)])],
  };
}

function fixSignals(commit: PastCommit, history: Mainline): readonly FixSignal[] {
  const subject = subjectOf(commit.message);
  const squashed = /^(?:fixup! )+(\S.*)$/.exec(subject)?.[1];
  const hashes = [...commit.message.matchAll(/^Fixes:[ \t]+([0-9a-f]{7,64})(?![0-9a-zA-Z])/gim)];
  const named = [...(squashed === undefined ? [] : [squashed]), ...hashes.map(([, hash = '']) => hash)];
  return named.map((name) => {
    const target = history.find(name) ?? history.lastCalled(name, commit);
    return {
      rule: 'fixes-commit',
      title: subject,
      body: '',
      date: commit.day,
      commits: [suggestedCommit(commit)],
      named: name,
      ...(target === undefined ? {} : { target: suggestedCommit(target) }),
    };
  });
}

import type { Entry } from '../entries/entry.ts';
import type { EntryKind } from '../entries/kinds.ts';
import type { DraftSignal, FixSignal, Signal, SuggestedCommit, Suggestion } from './suggestion.ts';
import { isDismissed, isSilent, type SuggestionMemory } from './suggestionMemory.ts';

/** A suggestion of which it is not known yet what its commit touches. */
export type OpenSuggestion = Omit<Suggestion, 'paths'>;

/**
 * The signs that the log does not know of, that their person has not turned down, and whose rules are not silent,
 * in their order. One a commit, but for a message that words several entries.
 *
 * @param entries of the log, the newest first
 */
export function openSuggestions(
  signals: readonly Signal[],
  entries: readonly Entry[],
  memory: SuggestionMemory,
): readonly OpenSuggestion[] {
  const linked = new LinkedCommits(entries);
  const open = new Map<string, OpenSuggestion>();
  const commits = new Map<string, Signal['rule']>();
  for (const signal of signals) {
    const suggestion = isSilent(memory, signal.rule)
      ? undefined
      : signal.rule === 'fixes-commit'
        ? linkOf(signal, entries, linked)
        : draftOf(signal, entries, linked);
    const sha = signal.commits[0].sha;
    const isFirst = (commits.get(sha) ?? signal.rule) === signal.rule;
    if (
      suggestion !== undefined &&
      isFirst &&
      !isDismissed(memory, suggestion.id) &&
      !open.has(suggestion.id)
    ) {
      commits.set(sha, signal.rule);
      open.set(suggestion.id, suggestion);
    }
  }
  return [...open.values()];
}

function draftOf(
  signal: DraftSignal,
  entries: readonly Entry[],
  linked: LinkedCommits,
): OpenSuggestion | undefined {
  if (isTold(signal, linked) || (signal.rule === 'message-line' && hasTwin(signal, entries))) {
    return undefined;
  }
  const { siblings: _siblings, ...suggestion } = signal;
  return {
    ...suggestion,
    id: idOf(signal, signal.rule === 'message-line' ? [signal.kind, signal.title] : []),
  };
}

/** Whether an entry is about the commit or, if it has the same kind, about another one of the suggestion. */
function isTold(
  { kind, siblings, commits: [first, ...others] }: DraftSignal,
  linked: LinkedCommits,
): boolean {
  const kinds = linked.kindsOf(first);
  // A message that words several entries is not told by the first of them.
  const oneOfSeveral = siblings !== undefined && siblings.some((sibling) => kinds.has(sibling));
  return oneOfSeveral
    ? kinds.has(kind)
    : kinds.size > 0 || others.some((commit) => linked.kindsOf(commit).has(kind));
}

/** Whether the log has the words of a message already, from before its commit was squashed. */
function hasTwin({ kind, title }: { kind: EntryKind; title: string }, entries: readonly Entry[]): boolean {
  const same = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  return entries.some((entry) => entry.kind === kind && same(entry.title) === same(title));
}

function linkOf(
  signal: FixSignal,
  entries: readonly Entry[],
  linked: LinkedCommits,
): OpenSuggestion | undefined {
  const { named, target, ...suggestion } = signal;
  const isMeant = (link: { readonly sha: string; readonly subject?: string; readonly authored?: string }) =>
    link.sha.startsWith(named) ||
    (target === undefined
      ? link.subject === named
      : link.sha === target.sha || identityOf(link) === identityOf(target));
  const entry = entries.find(({ commits }) => commits.some(isMeant));
  if (entry === undefined || linked.kindsOf(signal.commits[0]).size > 0) {
    return undefined;
  }
  const { id, path, title, kind } = entry;
  return { ...suggestion, kind, id: idOf(signal, [id]), entry: { id, path, title } };
}

/** By what a commit is still told when it was rebased; a link that does not say so is told by its hash alone. */
function identityOf(commit: { readonly subject?: string; readonly authored?: string }): string | undefined {
  const { subject, authored } = commit;
  return subject === undefined || authored === undefined ? undefined : `${authored} ${subject}`;
}

const longestId = 300;

function idOf({ rule, commits: [commit] }: Signal, more: readonly string[]): string {
  return [rule, ...more, identityOf(commit) ?? commit.sha].join(' ').slice(0, longestId);
}

/** Which kinds of entry link to which commits. */
class LinkedCommits {
  readonly #kinds = new Map<string, Set<string>>();

  constructor(entries: readonly Entry[]) {
    for (const { kind, commits } of entries) {
      for (const link of commits) {
        this.#add(link.sha, kind);
        this.#add(identityOf(link), kind);
      }
    }
  }

  kindsOf(commit: SuggestedCommit): ReadonlySet<string> {
    const identity = identityOf(commit) ?? commit.sha;
    return this.#kinds.get(commit.sha) ?? this.#kinds.get(identity) ?? new Set();
  }

  #add(key: string | undefined, kind: string): void {
    if (key !== undefined) {
      this.#kinds.set(key, (this.#kinds.get(key) ?? new Set()).add(kind));
    }
  }
}

import type { EntryKind } from '../entries/kinds.ts';

/** What can give rise to a suggestion, the surest first. The words are part of what scripts get. */
export const suggestionRules = [
  'message-line',
  'fixes-commit',
  'revert',
  'reverts-commit',
  'flaky',
  'quick-patch',
] as const;

/**
 * One of `suggestionRules`. `message-line`: a message has a line `Win:`, `Failure:`, `Learned:` or `Learning:`.
 * `fixes-commit`: a commit says that it mends one which an entry is about. `revert`: its subject says that it takes
 * something back. `reverts-commit`: only its body says so. `flaky`: its subject has that word. `quick-patch`: the
 * first patch of a release came within three days, where that is rare.
 */
export type SuggestionRule = (typeof suggestionRules)[number];

export function isSuggestionRule(word: unknown): word is SuggestionRule {
  return (suggestionRules as readonly unknown[]).includes(word);
}

/** A commit that a suggestion is about. */
export interface SuggestedCommit {
  /** Full hash, 40 or 64 lower-case hexadecimal digits. */
  readonly sha: string;
  readonly subject: string;
  /** ISO 8601 in UTC. */
  readonly authored: string;
}

/** The parts of a suggestion that the history alone gives. */
export interface Suggested {
  readonly rule: SuggestionRule;
  /** One line. */
  readonly title: string;
  /** Markdown below the title; may be empty. */
  readonly body: string;
  /** ISO 8601 date. */
  readonly date: string;
  /** At least one; the first is what gave rise to it. */
  readonly commits: readonly [SuggestedCommit, ...SuggestedCommit[]];
}

/** Something in the history that may be worth an entry, or that belongs to one. Nothing of it is written anywhere. */
export interface Suggestion extends Suggested {
  /** Tells it from all others, also after its commit was rebased. */
  readonly id: string;
  /** Of the entry that it would make, or that its commit would be linked to; a newer version's word in that case. */
  readonly kind: string;
  /** The first paths that its first commit touches outside the log's folder, POSIX, from the root of the work tree. */
  readonly paths: readonly string[];
  /** The entry that its commit belongs to. Absent: it makes a new entry. */
  readonly entry?: { readonly id: string; readonly path: string; readonly title: string };
}

/** A sign of something in the history, before it was looked whether the log knows of it. */
export type Signal = DraftSignal | FixSignal;

/** What would be an entry of its own. */
export interface DraftSignal extends Suggested {
  readonly rule: Exclude<SuggestionRule, 'fixes-commit'>;
  readonly kind: EntryKind;
  /** Of a message with lines of several kinds, all of these kinds. */
  readonly siblings?: readonly EntryKind[];
}

/** A commit that says which one it mends. */
export interface FixSignal extends Suggested {
  readonly rule: 'fixes-commit';
  /** How it names the other: a full or abbreviated hash, or a subject. */
  readonly named: string;
  /** The commit that it names, where it is in the part of the history that was read. */
  readonly target?: SuggestedCommit;
}

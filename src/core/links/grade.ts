import type { CommitLink } from '../entries/entry.ts';

/** How sure it is which commit a link means today, the surest first. */
export const grades = ['exact', 'same-change', 'rewritten', 'squashed-into', 'lost'] as const;

/**
 * One of `grades`. `exact`: a branch, a remote-tracking branch or a tag reaches the commit itself. `same-change`: a
 * mark that was made to survive says so. `rewritten`: it is the commit itself, made anew. `squashed-into`: it went
 * into a larger commit. `lost`: none of these.
 */
export type Grade = (typeof grades)[number];

/** What told which commit a link means. The words are part of what scripts get. */
export type FoundBy =
  | 'reachable'
  | 'change-id'
  | 'id-in-message'
  | 'git-record'
  | 'identity'
  | 'patch'
  | 'range'
  | 'pull-request'
  | 'squash-list'
  | 'entry-commit';

/** A link to a commit, and the entry that it stands in. */
export interface EntryLink {
  /** Of the entry. */
  readonly id: string;
  /** Of the entry's file, POSIX, from the root of the log. */
  readonly path: string;
  readonly link: CommitLink;
}

/** A link, and which commit it means today. */
export interface GradedLink extends EntryLink {
  readonly grade: Grade;
  /** The full hash of the commit that is meant; absent if the link is lost. */
  readonly now?: string;
  /** Absent if the link is lost. */
  readonly by?: FoundBy;
  /** Whether it is sure enough to be written into the link without asking. False for `exact` and `lost`. */
  readonly certain: boolean;
}

/** What grading some links came to. */
export interface Grading {
  /** In the order in which they were asked about. */
  readonly links: readonly GradedLink[];
  /** History is cut off, or parts of it are elsewhere: what is lost here may be found in a full clone. */
  readonly incomplete: boolean;
  /** How many patch-ids had to be computed; what was computed once is kept. */
  readonly patchIds: number;
}

/** What is certain enough to be written: one commit, told by what is not shared by chance. */
export function isCertain(grade: Grade, by: FoundBy | undefined): boolean {
  switch (grade) {
    case 'same-change':
    case 'rewritten':
      return true;
    case 'squashed-into':
      return by === 'range' || by === 'pull-request';
    case 'exact':
    case 'lost':
      return false;
  }
}

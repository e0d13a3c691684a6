import type { WalkedCommit } from '../ports/history.ts';

/** The words of a search for commits, in lower case. */
export type CommitWords = readonly string[];

/** How a search looks for commits by a file. */
export interface FileQuestion {
  /** A part of the file's path. */
  readonly touching: string;
  /** What the commit itself has to have besides. */
  readonly words: CommitWords;
}

const hashStart = /^[0-9a-f]{4,64}$/;
/** Paths hold so much of everything that a shorter part of one finds nothing in particular. */
const shortestPath = 3;

/** Takes apart what was typed. */
export function commitWords(typed: string): CommitWords {
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Whether each of the words stands in a commit's subject or its author's name, or begins its hash. */
export function matchesCommit(
  commit: Pick<WalkedCommit, 'sha' | 'subject' | 'author'>,
  words: CommitWords,
): boolean {
  if (words.length === 0) {
    return true;
  }
  const text = `${commit.subject}\n${commit.author}`.toLowerCase();
  return words.every((word) => text.includes(word) || (hashStart.test(word) && commit.sha.startsWith(word)));
}

/** The one word that can be the beginning of a hash, if it is all that was typed. */
export function hashTyped(typed: string): string | undefined {
  const [word, ...others] = commitWords(typed);
  return word !== undefined && others.length === 0 && hashStart.test(word) ? word : undefined;
}

/**
 * How to look for what was typed by file: the word that looks most like a path is one, and the others have to stand
 * in the commit. `undefined` where no word can be a part of a path.
 */
export function fileQuestion(typed: string): FileQuestion | undefined {
  const words = commitWords(typed);
  const touching = words
    .filter((word) => word.length >= shortestPath)
    .reduce<string | undefined>(
      (best, word) => (best === undefined || isMoreLikePath(word, best) ? word : best),
      undefined,
    );
  return touching === undefined ? undefined : { touching, words: words.filter((word) => word !== touching) };
}

function isMoreLikePath(word: string, other: string): boolean {
  const [one, two] = [word, other].map((text) => Number(text.includes('/')) * 2 + Number(/\.\w/.test(text)));
  return one === two ? word.length > other.length : (one ?? 0) > (two ?? 0);
}

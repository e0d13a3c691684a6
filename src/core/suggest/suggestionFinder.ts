import type { Entry } from '../entries/entry.ts';
import type { Cancellation } from '../ports/cancellation.ts';
import type { Git, GitAnswer } from '../ports/git.ts';
import type { Past, Touched } from '../ports/past.ts';
import { findSignals } from './findSignals.ts';
import { type OpenSuggestion, openSuggestions } from './openSuggestions.ts';
import type { Signal, Suggestion } from './suggestion.ts';
import type { SuggestionMemory } from './suggestionMemory.ts';

/** More at a time are a chore. */
export const mostSuggestions = 5;

/** How many of the newest commits are read. */
export const commitsRead = 5000;
const tagsRead = 2000;
const lookedUpAtOnce = 20;

/** What to look for. */
export interface SuggestionQuery {
  /** Of the log, the newest first. */
  readonly entries: readonly Entry[];
  readonly memory: SuggestionMemory;
  /** ISO 8601 date: nothing from before that day. */
  readonly since?: string;
}

/** What was found, and how much of the history was looked at. */
export interface FoundSuggestions {
  /** The newest, at most `mostSuggestions`. */
  readonly suggestions: readonly Suggestion[];
  /** Whether there are more. */
  readonly more: boolean;
  /** Whether commits were left out: older ones, or such as this clone does not have. */
  readonly partial: boolean;
}

interface ReadPast {
  readonly head: string | undefined;
  readonly signals: readonly Signal[];
  readonly oldest: string | undefined;
  readonly partial: boolean;
}

/**
 * Finds what the history suggests. What was read is kept until HEAD names another commit, so that asking again
 * after the log has changed costs next to nothing.
 */
export class SuggestionFinder {
  readonly #git: Pick<Git, 'head'>;
  readonly #past: Past;
  readonly #touched = new Map<string, Touched>();
  #read: ReadPast | undefined;

  constructor(git: Pick<Git, 'head'>, past: Past) {
    this.#git = git;
    this.#past = past;
  }

  async find(query: SuggestionQuery, cancellation?: Cancellation): Promise<GitAnswer<FoundSuggestions>> {
    const past = await this.#readPast(cancellation);
    if (past.state !== 'ok') {
      return past;
    }
    const { signals, oldest, partial } = past.value;
    const { since = '' } = query;
    const recent = signals.filter(({ date }) => date >= since);
    const open = openSuggestions(recent, query.entries, query.memory);
    const files = new Set(query.entries.map(({ path }) => path));
    const chosen = await this.#choose(open, files, cancellation);
    if (chosen.state !== 'ok') {
      return chosen;
    }
    const suggestions = chosen.value.slice(0, mostSuggestions);
    const more = chosen.value.length > mostSuggestions;
    return ok({ suggestions, more, partial: partial && (oldest === undefined || since <= oldest) });
  }

  async #readPast(cancellation: Cancellation | undefined): Promise<GitAnswer<ReadPast>> {
    const head = await this.#git.head();
    if (head.state !== 'ok') {
      return head;
    }
    if (this.#read !== undefined && this.#read.head === head.value.sha) {
      return ok(this.#read);
    }
    const commits = await this.#past.commits(commitsRead, cancellation);
    if (commits.state !== 'ok') {
      return commits;
    }
    const tags = await this.#past.tags(tagsRead, cancellation);
    if (tags.state !== 'ok') {
      return tags;
    }
    this.#touched.clear();
    this.#read = {
      head: head.value.sha,
      signals: findSignals(commits.value, tags.value),
      oldest: commits.value.at(-1)?.day,
      partial: head.value.incomplete || commits.value.length >= commitsRead,
    };
    return ok(this.#read);
  }

  /** Takes one more than are shown, of those that are not about the log itself. */
  async #choose(
    open: readonly OpenSuggestion[],
    files: ReadonlySet<string>,
    cancellation: Cancellation | undefined,
  ): Promise<GitAnswer<readonly Suggestion[]>> {
    const chosen: Suggestion[] = [];
    for (let at = 0; at < open.length && chosen.length <= mostSuggestions; at += lookedUpAtOnce) {
      const some = open.slice(at, at + lookedUpAtOnce);
      const unknown = new Set(some.map((one) => one.commits[0].sha).filter((sha) => !this.#touched.has(sha)));
      const touched = await this.#past.touched([...unknown], cancellation);
      if (touched.state !== 'ok') {
        return touched;
      }
      touched.value.forEach((what, sha) => this.#touched.set(sha, what));
      for (const suggestion of some) {
        const what = this.#touched.get(suggestion.commits[0].sha) ?? { paths: [], log: [] };
        if (isAboutCode(suggestion, what, files)) {
          chosen.push({ ...suggestion, paths: what.paths });
        }
      }
    }
    return ok(chosen);
  }
}

/**
 * A commit that touches the log alone, or an entry that is there, is told by that, unless its message words an
 * entry. “flake” is also what Nix calls a package.
 */
function isAboutCode({ rule }: OpenSuggestion, { paths, log }: Touched, files: ReadonlySet<string>): boolean {
  if (rule === 'message-line' || rule === 'fixes-commit') {
    return true;
  }
  const told = log.some((path) => files.has(path)) || (log.length > 0 && paths.length === 0);
  return !told && !(rule === 'flaky' && paths.some((path) => /(?:^|\/)flake\.(?:nix|lock)$/.test(path)));
}

function ok<T>(value: T): GitAnswer<T> {
  return { state: 'ok', value };
}

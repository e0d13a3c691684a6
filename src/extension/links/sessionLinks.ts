import * as vscode from 'vscode';
import type { Entry } from '../../core/entries/entry.ts';
import type { GradedLink, Grading } from '../../core/links/grade.ts';
import { type MentionsById, mentionsById, withMentionedCommits } from '../../core/links/mentionedCommits.ts';
import type { Mention } from '../../core/ports/history.ts';
import { put } from '../../core/put.ts';

/** What is known of where a log's links lead. */
export type LinksState =
  | { readonly name: 'unknown' }
  | { readonly name: 'graded'; readonly grading: Grading }
  /** A sentence why it could not be found out. */
  | { readonly name: 'unchecked'; readonly reason: string };

/** Where the links of one log lead today, and which commits name its entries, as it was found out last. */
export class SessionLinks {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #state: LinksState = { name: 'unknown' };
  #byPath = new Map<string, GradedLink[]>();
  #mentions: MentionsById = new Map();

  get state(): LinksState {
    return this.#state;
  }

  /** History is cut off here: what was not found is not lost. */
  get incomplete(): boolean {
    return this.#state.name === 'graded' && this.#state.grading.incomplete;
  }

  /** Takes in what was found out. It is told only where it is something else: who draws rows anew loses open menus. */
  become(state: LinksState): void {
    const isOther = saying(this.#state) !== saying(state);
    this.#state = state;
    this.#byPath = new Map();
    for (const link of state.name === 'graded' ? state.grading.links : []) {
      put(this.#byPath, link.path, link);
    }
    if (isOther) {
      this.#changed.fire();
    }
  }

  /** Takes in which commits name entries. */
  mentioned(mentions: readonly Mention[]): void {
    const known = [...this.#mentions.values()].flat();
    this.#mentions = mentionsById(mentions);
    if (tellApart(known) !== tellApart(mentions)) {
      this.#changed.fire();
    }
  }

  /** The links of the entry in one file; none where they were not graded. */
  at(path: string): readonly GradedLink[] {
    return this.#byPath.get(path) ?? [];
  }

  /** One of them, by the hash that it has. */
  of(path: string, sha: string): GradedLink | undefined {
    return this.at(path).find(({ link }) => link.sha === sha);
  }

  /** Whether the message of a commit names an entry. */
  isNamed(id: string, sha: string): boolean {
    return this.#mentions.get(id.toLowerCase())?.some((mention) => mention.sha === sha) === true;
  }

  /** An entry with the commits whose message names it behind those that it links. */
  withNaming(entry: Entry): Entry {
    return withMentionedCommits(entry, this.#mentions, ({ sha }) => this.of(entry.path, sha)?.now);
  }
}

/** What a person could tell two states apart by. */
function saying(state: LinksState): string {
  return state.name === 'graded'
    ? JSON.stringify([
        state.grading.incomplete,
        state.grading.links.map(({ path, link, grade, now, by }) => [path, link.sha, grade, now, by]),
      ])
    : JSON.stringify(state);
}

function tellApart(mentions: readonly Mention[]): string {
  return mentions
    .map(({ id, sha }) => `${id.toLowerCase()} ${sha}`)
    .sort()
    .join();
}

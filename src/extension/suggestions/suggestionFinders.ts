import type * as vscode from 'vscode';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { Suggestion } from '../../core/suggest/suggestion.ts';
import { SuggestionFinder } from '../../core/suggest/suggestionFinder.ts';
import { readMemory } from '../../core/suggest/suggestionMemory.ts';
import { NodePast } from '../../node/git/nodePast.ts';
import type { Session } from '../session.ts';
import { isOn } from '../settingOf.ts';

/** A finder for each log, which keeps what it has read of the history. */
export class SuggestionFinders {
  readonly #finders = new WeakMap<Session, SuggestionFinder>();
  readonly #output: vscode.LogOutputChannel;

  constructor(output: vscode.LogOutputChannel) {
    this.#output = output;
  }

  /**
   * Finds what to suggest for some logs. Nothing is run for one that is not read, whose workspace is not trusted,
   * or that suggestions are switched off for.
   *
   * @param kept what this person said to suggestions
   * @returns `undefined` for a log whose history could not be read just now
   */
  async find(
    sessions: readonly Session[],
    kept: unknown,
    cancellation: Cancellation,
  ): Promise<ReadonlyMap<Session, readonly Suggestion[] | undefined>> {
    const memory = readMemory(kept);
    const found = new Map<Session, readonly Suggestion[] | undefined>();
    for (const session of sessions) {
      const finder = this.#finderOf(session);
      const query = { entries: session.log.entries, memory };
      const answer = finder && !cancellation.aborted ? await finder.find(query, cancellation) : undefined;
      if (answer?.state === 'ok') {
        found.set(session, answer.value.suggestions);
      } else if (answer?.state === 'failed' && !cancellation.aborted) {
        this.#output.debug(answer.reason);
        found.set(session, undefined);
      }
    }
    return found;
  }

  #finderOf(session: Session): SuggestionFinder | undefined {
    const { git, log, root } = session;
    if (git === undefined || log.state.name !== 'ready' || !isOn('suggestions', session.uriOf(log.folder))) {
      return undefined;
    }
    const finder =
      this.#finders.get(session) ?? new SuggestionFinder(git, new NodePast({ root, folder: log.folder }));
    this.#finders.set(session, finder);
    return finder;
  }
}

import * as vscode from 'vscode';
import type { Suggestion } from '../../core/suggest/suggestion.ts';
import type { SuggestionMemory } from '../../core/suggest/suggestionMemory.ts';
import { FoundInBackground } from '../foundInBackground.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { SuggestionFinders } from './suggestionFinders.ts';

/** Where what this person said to suggestions is remembered. */
const memoryKey = 'retrolog.suggestions';

/**
 * What the history of each log's repository suggests, as far as it is known. It is looked for after a log was read and
 * whenever HEAD or a log has changed.
 */
export class Suggestions implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #found: FoundInBackground<Suggestion>;
  readonly #disposables: vscode.Disposable[];
  readonly onDidChange: vscode.Event<void>;
  #finders: SuggestionFinders | undefined;

  constructor(sessions: Sessions, memento: vscode.Memento, output: vscode.LogOutputChannel) {
    this.#memento = memento;
    this.#found = new FoundInBackground(async (stop) => {
      this.#finders ??= new (await import('./suggestionFinders.ts')).SuggestionFinders(output);
      return this.#finders.find(sessions.all, this.kept, stop);
    }, output);
    this.onDidChange = this.#found.onDidChange;
    this.#disposables = [this.#found, this.#found.followHistory(sessions, 'retrolog.suggestions')];
  }

  of(session: Session): readonly Suggestion[] {
    return this.#found.of(session);
  }

  /** What was kept of this person's answers, as it was kept: see `readMemory`. */
  get kept(): unknown {
    return this.#memento.get(memoryKey);
  }

  /** Remembers an answer, and finds anew. */
  async keep(memory: SuggestionMemory): Promise<void> {
    await this.#memento.update(memoryKey, memory);
    await this.#found.now();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

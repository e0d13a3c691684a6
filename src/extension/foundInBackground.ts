import * as vscode from 'vscode';
import { RepeatedSearch } from './repeatedSearch.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

/**
 * Looks for something in every log. What it finds after the signal was given is thrown away. `undefined`: it could not be
 * looked for there, and is again after a while.
 */
type Find<T> = (stop: AbortSignal) => Promise<ReadonlyMap<Session, readonly T[] | undefined>>;

/** What is found for each log in the background, and stands here until it is found anew. */
export class FoundInBackground<T> implements vscode.Disposable {
  readonly #find: Find<T>;
  readonly #search: RepeatedSearch;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #found: ReadonlyMap<Session, readonly T[]> = new Map();

  constructor(find: Find<T>, output: vscode.LogOutputChannel) {
    this.#find = find;
    this.#search = new RepeatedSearch(
      (stop) => this.#look(stop),
      (error) => output.error(String(error)),
    );
  }

  /** What was found in a log, as far as it is known. */
  of(session: Session): readonly T[] {
    return this.#found.get(session) ?? [];
  }

  /** Finds anew in a moment: changes come in numbers. */
  soon(): void {
    this.#search.soon();
  }

  /** Finds anew whenever a log or its history is another one, or a setting of this name. */
  followHistory(sessions: Sessions, setting: string): vscode.Disposable {
    return vscode.Disposable.from(
      sessions.onDidChange(() => this.soon()),
      sessions.onDidMoveHistory(() => this.soon()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(setting)) {
          this.soon();
        }
      }),
    );
  }

  /** Finds anew; where that is begun again meanwhile, the later one counts. */
  now(): Promise<void> {
    return this.#search.now();
  }

  dispose(): void {
    this.#search.dispose();
    this.#changed.dispose();
  }

  /** @returns whether it could be looked for everywhere; where not, what was found before stays */
  async #look(stop: AbortSignal): Promise<boolean> {
    const found = await this.#find(stop);
    if (stop.aborted) {
      return false;
    }
    this.#found = new Map([...found].map(([session, some]) => [session, some ?? this.of(session)]));
    this.#changed.fire();
    return [...found.values()].every((some) => some !== undefined);
  }
}

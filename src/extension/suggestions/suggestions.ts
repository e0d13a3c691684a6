import * as vscode from 'vscode';
import type { Suggestion } from '../../core/suggest/suggestion.ts';
import type { SuggestionMemory } from '../../core/suggest/suggestionMemory.ts';
import { sameForLogs } from '../sameForLogs.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { SuggestionFinders } from './suggestionFinders.ts';

/** Where what this person said to suggestions is remembered. */
const memoryKey = 'retrolog.suggestions';
/** Milliseconds in which changes are gathered before the history is looked at again. */
const gathering = 300;

/**
 * What the history of each log's repository suggests. It is found in the background, after a log was read and
 * whenever HEAD or a log has changed, and stands here until it is found anew.
 */
export class Suggestions implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #memento: vscode.Memento;
  readonly #output: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;
  #found: ReadonlyMap<Session, readonly Suggestion[]> = new Map();
  #finders: SuggestionFinders | undefined;
  #finding = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(sessions: Sessions, memento: vscode.Memento, output: vscode.LogOutputChannel) {
    this.#sessions = sessions;
    this.#memento = memento;
    this.#output = output;
    this.#disposables = [
      this.#changed,
      sessions.onDidChange(() => this.#findSoon()),
      sessions.onDidMoveHistory(() => this.#findSoon()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('retrolog.suggestions')) {
          this.#findSoon();
        }
      }),
    ];
  }

  /** The suggestions for a log, as far as they are known. */
  of(session: Session): readonly Suggestion[] {
    return this.#found.get(session) ?? [];
  }

  /** What was kept of this person's answers, as it was kept: see `readMemory`. */
  get kept(): unknown {
    return this.#memento.get(memoryKey);
  }

  /** Remembers an answer, and finds anew. */
  async keep(memory: SuggestionMemory): Promise<void> {
    await this.#memento.update(memoryKey, memory);
    await this.#find();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#finding.abort();
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #findSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#find().catch((error: unknown) => this.#output.error(String(error)));
    }, gathering);
  }

  async #find(): Promise<void> {
    this.#finding.abort();
    const { signal } = (this.#finding = new AbortController());
    this.#finders ??= new (await import('./suggestionFinders.ts')).SuggestionFinders(this.#output);
    const found = await this.#finders.find(this.#sessions.all, this.kept, signal);
    if (!signal.aborted) {
      const isOther = !sameForLogs(this.#found, found);
      this.#found = found;
      if (isOther) {
        this.#changed.fire();
      }
    }
  }
}

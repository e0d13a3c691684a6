import * as vscode from 'vscode';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

/** Milliseconds in which changes are gathered before something is looked for again. */
const gathering = 300;

/** Looks for something in every log. What it finds after the signal was given is thrown away. */
type Find<T> = (stop: AbortSignal) => Promise<ReadonlyMap<Session, readonly T[]>>;

/** What is found for each log in the background, and stands here until it is found anew. */
export class FoundInBackground<T> implements vscode.Disposable {
  readonly #find: Find<T>;
  readonly #output: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #found: ReadonlyMap<Session, readonly T[]> = new Map();
  #finding = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(find: Find<T>, output: vscode.LogOutputChannel) {
    this.#find = find;
    this.#output = output;
  }

  /** What was found in a log, as far as it is known. */
  of(session: Session): readonly T[] {
    return this.#found.get(session) ?? [];
  }

  /** Finds anew in a moment: changes come in numbers. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.now().catch((error: unknown) => this.#output.error(String(error)));
    }, gathering);
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
  async now(): Promise<void> {
    this.#finding.abort();
    const { signal } = (this.#finding = new AbortController());
    const found = await this.#find(signal);
    if (!signal.aborted) {
      this.#found = found;
      this.#changed.fire();
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#finding.abort();
    this.#changed.dispose();
  }
}

import * as vscode from 'vscode';
import type { OpenLoop } from '../../core/loops/openLoops.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** Milliseconds in which changes are gathered before the loops are looked for again. */
const gathering = 300;

/** The open loops of each log. They are found in the background, and stand here until they are found anew. */
export class Loops implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #output: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;
  #found: ReadonlyMap<Session, readonly OpenLoop[]> = new Map();
  #timer: NodeJS.Timeout | undefined;

  constructor(sessions: Sessions, output: vscode.LogOutputChannel) {
    this.#sessions = sessions;
    this.#output = output;
    this.#disposables = [
      this.#changed,
      sessions.onDidChange(() => this.#findSoon()),
      new vscode.Disposable(() => clearTimeout(this.#timer)),
    ];
  }

  /** The open loops of a log, as far as they are known. */
  of(session: Session): readonly OpenLoop[] {
    return this.#found.get(session) ?? [];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #findSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#find().catch((error: unknown) => this.#output.error(String(error)));
    }, gathering);
  }

  async #find(): Promise<void> {
    const { findLoops } = await import('./findLoops.ts');
    this.#found = new Map(this.#sessions.all.map((session) => [session, findLoops(session)]));
    this.#changed.fire();
  }
}

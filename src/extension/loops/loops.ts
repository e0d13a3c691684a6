import * as vscode from 'vscode';
import type { OpenLoop } from '../../core/loops/openLoops.ts';
import { FoundInBackground } from '../foundInBackground.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** The open loops of each log, as far as they are known. */
export class Loops implements vscode.Disposable {
  readonly #found: FoundInBackground<OpenLoop>;
  readonly #disposables: vscode.Disposable[];
  readonly onDidChange: vscode.Event<void>;

  constructor(sessions: Sessions, output: vscode.LogOutputChannel) {
    this.#found = new FoundInBackground(async () => {
      const { findLoops } = await import('./findLoops.ts');
      return new Map(sessions.all.map((session) => [session, findLoops(session)]));
    }, output);
    this.onDidChange = this.#found.onDidChange;
    this.#disposables = [this.#found, sessions.onDidChange(() => this.#found.soon())];
  }

  of(session: Session): readonly OpenLoop[] {
    return this.#found.of(session);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

import * as vscode from 'vscode';
import type { Blamed } from '../../core/git/blameLines.ts';
import type { CodeHistory } from '../../core/ports/codeHistory.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { Session } from '../session.ts';

interface KeptBlame {
  /** The commit that HEAD named when it was asked. */
  readonly commit: string;
  readonly answer: Promise<Blamed | undefined>;
  readonly stop: AbortController;
}

/**
 * Asks git once for each file and each HEAD which commits its lines are from, and keeps the answer while the file
 * is open. What is typed costs nothing: it is followed from there.
 */
export class BlameKeeper implements vscode.Disposable {
  readonly #kept = new Map<string, KeptBlame>();
  readonly #heads = new Map<Session, Promise<string | undefined>>();
  readonly #output: vscode.LogOutputChannel;
  readonly #listening: vscode.Disposable;

  constructor(output: vscode.LogOutputChannel) {
    this.#output = output;
    this.#listening = vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString()));
  }

  /** HEAD may have moved: it is looked at again before anything that is kept is used. */
  doubt(): void {
    this.#heads.clear();
  }

  /** The lines of a file in HEAD; `undefined` where git could not say, which the output then tells. */
  async of(session: Session, uri: vscode.Uri): Promise<Blamed | undefined> {
    const path = session.pathOf(uri);
    const { code } = session;
    const commit = code && (await this.#head(session, code));
    if (code === undefined || commit === undefined || path === undefined) {
      return undefined;
    }
    const key = uri.toString();
    const kept = this.#kept.get(key);
    if (kept?.commit === commit) {
      return kept.answer;
    }
    kept?.stop.abort();
    const stop = new AbortController();
    const answer = code
      .blame(commit, path, stop.signal)
      .then((blamed) => (stop.signal.aborted ? undefined : this.#value(blamed)));
    this.#kept.set(key, { commit, answer, stop });
    return answer;
  }

  dispose(): void {
    this.#listening.dispose();
    for (const key of [...this.#kept.keys()]) {
      this.#forget(key);
    }
  }

  #head(session: Session, code: CodeHistory): Promise<string | undefined> {
    const known = this.#heads.get(session);
    if (known !== undefined) {
      return known;
    }
    const asked = code.place().then((place) => this.#value(place)?.head);
    this.#heads.set(session, asked);
    return asked;
  }

  #value<T>(answer: GitAnswer<T>): T | undefined {
    if (answer.state === 'failed') {
      this.#output.info(vscode.l10n.t('No entries are shown beside the code: {0}', answer.reason));
    }
    return answer.state === 'ok' ? answer.value : undefined;
  }

  #forget(key: string): void {
    this.#kept.get(key)?.stop.abort();
    this.#kept.delete(key);
  }
}

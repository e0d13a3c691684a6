import * as vscode from 'vscode';
import type { Entry } from '../../core/entries/entry.ts';
import { FoundInBackground } from '../foundInBackground.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** Thanks that name the person at this machine. */
export interface ThanksForMe {
  readonly entry: Entry;
  /** The name of whoever wrote them; absent where that cannot be told. */
  readonly writer?: string;
}

/** What keeps which thanks were seen: this machine, and never the repository. */
const seenKey = 'retrolog.seenThanks';
/**
 * The thanks that wait for this person. They are looked for in the background.
 *
 * They do not go through the gate that every nudge passes: they ask for nothing and offer nothing, so they neither use
 * up the one nudge of a day nor wait for it, and there is no “never” to keep. What holds for nudges holds for them all
 * the same: they come in the log view's own place and never pop up, each is gone for good once it was opened or put
 * away, and while quiet is on they wait.
 */
export class Thanks implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #found: FoundInBackground<ThanksForMe>;
  readonly #disposables: vscode.Disposable[];
  readonly onDidChange: vscode.Event<void>;

  constructor(sessions: Sessions, memory: vscode.Memento, output: vscode.LogOutputChannel) {
    this.#memory = memory;
    this.#found = new FoundInBackground(() => this.#find(sessions), output);
    this.onDidChange = this.#found.onDidChange;
    this.#disposables = [this.#found, this.#found.followHistory(sessions, 'retrolog.quiet')];
  }

  /** The newest thanks in a log that wait for this person, as far as they are known; none while quiet is on. */
  of(session: Session): readonly ThanksForMe[] {
    return this.#found.of(session);
  }

  /** Some thanks were opened or put away: they are never shown again on this machine. */
  async see({ id }: Entry): Promise<void> {
    const { readSeenThanks, withSeenThanks } = await import('../../core/kudos/seenThanks.ts');
    await this.#memory.update(seenKey, withSeenThanks(readSeenThanks(this.#memory.get(seenKey)), id));
    await this.#found.now();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async #find({ all }: Sessions): Promise<ReadonlyMap<Session, readonly ThanksForMe[]>> {
    const { findThanks } = await import('./findThanks.ts');
    const seen: unknown = this.#memory.get(seenKey);
    const found = new Map<Session, readonly ThanksForMe[]>();
    for (const session of all) {
      found.set(session, await findThanks(session, seen));
    }
    return found;
  }
}

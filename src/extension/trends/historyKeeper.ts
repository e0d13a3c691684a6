import * as vscode from 'vscode';
import type { HistoryAnswer } from '../../core/trends/historyFacts.ts';
import type { HistoryNeed } from '../../core/trends/historyNeed.ts';
import { historyAnswerOf } from '../../core/trends/missingHistory.ts';
import type { HistoryState } from '../../protocol/trends.ts';
import type { Session } from '../session.ts';

/** What git knows of one log, as far as figures need it. Figures go on with what is known while more is read. */
export class HistoryKeeper implements vscode.Disposable {
  readonly #session: Session;
  readonly #changed: () => void;
  #answer: HistoryAnswer = { state: 'reading' };
  #reading: AbortController | undefined;
  #asked = 0;
  #stopped = false;

  /** @param changed called when the answer is another one */
  constructor(session: Session, changed: () => void) {
    this.#session = session;
    this.#changed = changed;
  }

  /** What is known now. Where that does not reach back far enough, it is being read. */
  answerFor(need: HistoryNeed): HistoryAnswer {
    if (this.#session.history === undefined) {
      return restricted();
    }
    const isEnough = this.#answer.state !== 'ok' || this.#answer.facts.since <= need.since;
    return isEnough ? this.#answer : { state: 'reading' };
  }

  stateFor(need: HistoryNeed): HistoryState {
    if (this.#session.history === undefined) {
      return 'restricted';
    }
    const { state } = this.answerFor(need);
    return this.#stopped ? 'stopped' : state === 'ok' || state === 'reading' ? state : 'missing';
  }

  /** Asks for what is needed, unless somebody stopped that. What was read before is not read again. */
  async renew(need: HistoryNeed): Promise<void> {
    const { history, log } = this.#session;
    if (history === undefined || this.#stopped) {
      return;
    }
    const asked = ++this.#asked;
    this.#reading ??= new AbortController();
    const { signal } = this.#reading;
    const answer = historyAnswerOf(await history.facts(log.team, need, signal));
    if (!signal.aborted && asked === this.#asked && !isSame(answer, this.#answer)) {
      this.#answer = answer;
      this.#changed();
    }
  }

  /** Ends the reading: figures that need the history are then incomplete. */
  stop(): void {
    this.#reading?.abort();
    this.#reading = undefined;
    this.#stopped = true;
    this.#answer = { state: 'incomplete', reason: vscode.l10n.t('reading it was stopped.') };
    this.#changed();
  }

  /** Reads again what was stopped or could not be read. */
  again(): void {
    this.#stopped = false;
    this.#answer = { state: 'reading' };
    this.#changed();
  }

  dispose(): void {
    this.#reading?.abort();
  }
}

function restricted(): HistoryAnswer {
  return {
    state: 'incomplete',
    reason: vscode.l10n.t('this workspace is restricted, so git is not run.'),
  };
}

/** Facts that have not changed are the same object. */
function isSame(one: HistoryAnswer, other: HistoryAnswer): boolean {
  if (one.state === 'ok') {
    return other.state === 'ok' && one.facts === other.facts;
  }
  return JSON.stringify(one) === JSON.stringify(other);
}

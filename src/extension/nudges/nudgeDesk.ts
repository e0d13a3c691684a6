import * as vscode from 'vscode';
import { isFridayAfternoon, passGate, type Verdict } from '../../core/nudges/gate.ts';
import type { Moment } from '../../core/nudges/moment.ts';
import type { Nudge } from '../../core/nudges/nudge.ts';
import {
  awake,
  isAsked,
  type NudgeState,
  type ShownNudge,
  snoozedThisWeek,
  snoozedUntilTomorrow,
  standingOffer,
  withAnswer,
  withLogged,
} from '../../core/nudges/nudgeState.ts';
import { NudgeStore } from '../../core/nudges/nudgeStore.ts';
import { NodeFiles } from '../../node/files/nodeFiles.ts';
import { localMoment } from '../../node/localMoment.ts';
import { systemClock } from '../../node/systemClock.ts';
import { showFailure } from '../commands/showFailure.ts';
import { setContext } from '../setContext.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { isOn } from '../settingOf.ts';
import { askQuestion } from './askQuestion.ts';
import { digestChance } from './digestChance.ts';
import { doingNow } from './doingNow.ts';
import { Moments } from './moments.ts';
import type { Around } from './nudges.ts';
import { nudgeWishes } from './nudgeWishes.ts';
import { WeekItem } from './weekItem.ts';

/** Milliseconds from one look at the clock to the next: a machine that slept is found out about. */
const interval = 30_000;

/** Milliseconds for which a moment may wait until somebody has time. */
const momentLasts = 60 * 60 * 1000;

/** What the desk goes by. */
interface Surroundings extends Around {
  /** Whether the log view can be seen. */
  readonly isLogSeen: () => boolean;
}

/** Looks at the clock, asks the gate, and shows what it lets through. */
export class NudgeDesk implements vscode.Disposable {
  readonly #store: Promise<NudgeStore>;
  readonly #sessions: Sessions;
  readonly #around: Surroundings;
  readonly #output: vscode.LogOutputChannel;
  readonly #offered: (offer: ShownNudge | undefined) => void;
  readonly #week: WeekItem;
  readonly #disposables: vscode.Disposable[];
  #offer: ShownNudge | undefined;
  #moment: { readonly nudge: Nudge; readonly until: number } | undefined;
  #looking: Promise<void> = Promise.resolve();
  #turn = 0;

  /** @param offered told what stands in the log view, whenever that is something else */
  constructor(
    context: vscode.ExtensionContext,
    around: Surroundings,
    output: vscode.LogOutputChannel,
    offered: (offer: ShownNudge | undefined) => void,
  ) {
    const { sessions } = around;
    this.#sessions = sessions;
    this.#around = around;
    this.#output = output;
    this.#offered = offered;
    this.#store = openStore(context.globalStorageUri);
    this.#week = new WeekItem(sessions, around.thanks);
    const timer = setInterval(() => this.lookSoon(), interval);
    this.#disposables = [
      this.#week,
      new Moments(
        sessions,
        (session, moment) => this.#came(session, moment),
        (error) => this.#fail(error),
      ),
      new vscode.Disposable(() => clearInterval(timer)),
      vscode.window.onDidChangeWindowState(() => this.lookSoon()),
      vscode.debug.onDidTerminateDebugSession(() => this.lookSoon()),
      sessions.onDidLog(() => this.#logged()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('retrolog')) {
          this.#week.show();
          this.lookSoon();
        }
      }),
    ];
    this.lookSoon();
  }

  /** Shows what is due, unless the gate says no. */
  lookSoon(): void {
    this.#looking = this.#looking.then(() => this.#look()).catch((error: unknown) => this.#fail(error));
  }

  /** Keeps an answer to what was shown. */
  async answer(nudge: Nudge, answer: 'taken' | 'declined'): Promise<void> {
    await this.#change((state) => withAnswer(state, nudge, answer));
  }

  /** The answer to today's question is being written. */
  async answerQuestion(): Promise<void> {
    await this.answer({ kind: 'question', occasion: localMoment(systemClock.now()).day }, 'taken');
  }

  /** A question that was asked does not come again before the next Monday after its day. */
  async snooze(question: Nudge): Promise<void> {
    await this.#change((state) =>
      snoozedThisWeek(withAnswer(state, question, 'declined'), 'question', question.occasion),
    );
  }

  /** A time was chosen for the question: it is waited for from now on, or from tomorrow on where it has passed. */
  async timeChosen(minute: number): Promise<void> {
    const now = localMoment(systemClock.now());
    await this.#change((state) =>
      now.minute < minute ? awake(state, 'question') : snoozedUntilTomorrow(state, 'question', now.day),
    );
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #came({ root }: Session, moment: Moment): void {
    const time = systemClock.now();
    const occasion = `${moment.what} ${moment.commit?.sha ?? localMoment(time).day}`;
    this.#moment = { nudge: { kind: 'moment', occasion, root, moment }, until: time + momentLasts };
    this.lookSoon();
  }

  #logged(): void {
    const { day } = localMoment(systemClock.now());
    this.#change((state) => withLogged(state, day)).catch((error: unknown) => this.#fail(error));
  }

  async #change(change: (state: NudgeState) => NudgeState): Promise<void> {
    await (await this.#store).change(change);
    await this.#stand();
  }

  async #look(): Promise<void> {
    this.#week.show();
    const store = await this.#store;
    const judge = this.#canLog() ? await this.#judge() : undefined;
    if (judge?.(await store.read()).show !== undefined) {
      const shown = await this.#claim(store, judge);
      if (shown?.kind === 'question') {
        askQuestion(this, shown).catch((error: unknown) => showFailure(error, this.#output));
      }
    }
    await this.#stand();
  }

  /** Whether there is a log that something could be written to. */
  #canLog(): boolean {
    return vscode.workspace.isTrusted && this.#sessions.all.some(({ log }) => log.state.name === 'ready');
  }

  /** The gate, with all that it looks at now. */
  async #judge(): Promise<(state: NudgeState) => Verdict> {
    const isSeen = this.#around.isLogSeen();
    const wanted = nudgeWishes();
    const wishes = { ...wanted, invitation: wanted.invitation && isSeen };
    const time = systemClock.now();
    const mayDigest = isSeen && wishes.digest && isFridayAfternoon(localMoment(time));
    const digest = mayDigest ? await digestChance(this.#sessions.current) : undefined;
    const moment =
      isSeen && this.#moment !== undefined && time < this.#moment.until ? this.#moment.nudge : undefined;
    const chances = { ...(digest !== undefined && { digest }), ...(moment !== undefined && { moment }) };
    const doing = doingNow(this.#around.capture, time);
    return (state) => passGate(state, { wishes, chances, doing, now: localMoment(time) });
  }

  /** Keeps that something is shown, unless another window was faster. */
  async #claim(store: NudgeStore, judge: (state: NudgeState) => Verdict): Promise<Nudge | undefined> {
    let shown: Nudge | undefined;
    await store.change((state) => {
      const verdict = judge(state);
      shown = verdict.show;
      return verdict.show && verdict.state;
    });
    return shown;
  }

  /** Says what is asked and offered at the moment, where that is something else; whoever asks last has the last word. */
  async #stand(): Promise<void> {
    const turn = ++this.#turn;
    const state = await (await this.#store).read();
    const { day } = localMoment(systemClock.now());
    setContext('retrolog.asked', isAsked(state, day));
    const standing = standingOffer(state, day);
    const offer = (await this.#isOver(standing)) ? undefined : standing;
    if (turn === this.#turn && JSON.stringify(offer) !== JSON.stringify(this.#offer)) {
      this.#offer = offer;
      this.#offered(offer);
    }
  }

  /** Whether there is nothing more to offer: quiet was switched on, or somebody has passed the digest on. */
  async #isOver(offer: ShownNudge | undefined): Promise<boolean> {
    if (offer?.kind !== 'digest') {
      return isOn('quiet') || (offer?.kind === 'moment' && !isOn('offerMoments'));
    }
    const session = this.#sessions.all.find(({ root }) => root === offer.root);
    return isOn('quiet') || !isOn('offerDigest') || (await digestChance(session)) === undefined;
  }

  #fail(error: unknown): void {
    this.#output.warn(String(error));
  }
}

async function openStore(folder: vscode.Uri): Promise<NudgeStore> {
  await vscode.workspace.fs.createDirectory(folder);
  return new NudgeStore(new NodeFiles(folder.fsPath));
}

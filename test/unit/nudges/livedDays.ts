import { addDays, startOfWeek } from '../../../src/core/dates.ts';
import {
  type Chances,
  type Doing,
  type NudgeWishes,
  passGate,
  type Silence,
} from '../../../src/core/nudges/gate.ts';
import type { LocalMoment, Nudge } from '../../../src/core/nudges/nudge.ts';
import {
  awake,
  nothingShown,
  type NudgeState,
  snoozedThisWeek,
  withAnswer,
  withLogged,
} from '../../../src/core/nudges/nudgeState.ts';
import { type SeededRandom, seededRandom } from '../../support/seededRandom.ts';
import { free } from './nudgeCases.ts';

/** How somebody works, and how they take being asked. Shares are from 0 to 1. */
export interface Habits {
  readonly name: string;
  /** Whole minutes since midnight, or never. */
  readonly question: number | undefined;
  /** Of the days, those on which they log something unasked. */
  readonly logs: number;
  /** Of the looks at the clock, those at which they are busy with something. */
  readonly busy: number;
  /** Of the questions, those that they answer; put off for the week; never want to see again. */
  readonly answers: number;
  readonly putsOff: number;
  readonly hasEnough: number;
  /** Of the weeks, those in which the team has something to pass on. */
  readonly weeksWithWins: number;
  /** Of the looks at the clock, those just before which something happened. */
  readonly moments: number;
  /** Whether they leave settings alone, and so may be offered the question. */
  readonly untouched: boolean;
}

/** Something that was shown while somebody lived. */
export interface Lived {
  readonly nudge: Nudge;
  readonly now: LocalMoment;
  readonly doing: Doing;
  /** Whether they had said never to it before. */
  readonly refused: boolean;
}

/** What became of some days. */
export interface LivedDays {
  readonly shown: readonly Lived[];
  /** Days on which something was due and nothing was shown, by what stood in its way last. */
  readonly muted: ReadonlyMap<Silence, number>;
}

/** Minutes between two looks at the clock. */
const step = 15;

/** Lives through days of work, from Monday to Friday with a day off here and there, with a clock that runs by itself. */
export function liveThrough(first: string, days: number, habits: Habits, seed: string | number): LivedDays {
  const life = new Life(habits, seededRandom(seed));
  for (let at = 0; at < days; at++) {
    life.live(addDays(first, at));
  }
  return life;
}

class Life implements LivedDays {
  readonly shown: Lived[] = [];
  readonly muted = new Map<Silence, number>();
  readonly #habits: Habits;
  readonly #random: SeededRandom;
  #state: NudgeState = nothingShown;
  #wishes: NudgeWishes;
  #refused = false;
  #hasWins = false;

  constructor(habits: Habits, random: SeededRandom) {
    this.#habits = habits;
    this.#random = random;
    this.#wishes = {
      ...(habits.question !== undefined && { question: habits.question }),
      invitation: habits.untouched,
      digest: true,
      moments: true,
    };
  }

  live(day: string): void {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6 || this.#random.chance(0.1)) {
      return;
    }
    this.#hasWins = weekday === 1 ? this.#random.chance(this.#habits.weeksWithWins) : this.#hasWins;
    const before = this.shown.length;
    let silence: Silence = 'nothingDue';
    const logsAt = this.#random.chance(this.#habits.logs) ? this.#random.between(9 * 60, 18 * 60) : undefined;
    for (let minute = 9 * 60; minute < 18 * 60; minute += step) {
      if (logsAt !== undefined && logsAt >= minute && logsAt < minute + step) {
        this.#state = withLogged(this.#state, day);
      }
      const because = this.#look({ day, minute });
      silence = because === undefined || because === 'nothingDue' ? silence : because;
    }
    if (this.shown.length === before && silence !== 'nothingDue') {
      this.muted.set(silence, (this.muted.get(silence) ?? 0) + 1);
    }
  }

  #look(now: LocalMoment): Silence | undefined {
    const doing = this.#doing();
    const verdict = passGate(this.#state, {
      wishes: this.#wishes,
      chances: this.#chances(now),
      doing,
      now,
    });
    if (verdict.show === undefined) {
      return verdict.because;
    }
    this.#state = verdict.state;
    this.shown.push({ nudge: verdict.show, now, doing, refused: this.#refused });
    this.#react(verdict.show, now.day);
    return undefined;
  }

  #chances({ day, minute }: LocalMoment): Chances {
    return {
      ...(this.#hasWins && { digest: { kind: 'digest', occasion: startOfWeek(day) } }),
      ...(this.#random.chance(this.#habits.moments) && {
        moment: { kind: 'moment', occasion: `tests ${day} ${minute}` },
      }),
    };
  }

  #doing(): Doing {
    if (!this.#random.chance(this.#habits.busy)) {
      return free;
    }
    const busy = this.#random.pick(['quiet', 'debugging', 'boardOpen', 'writing', 'elsewhere'] as const);
    return { ...free, [busy]: true };
  }

  #react(nudge: Nudge, day: string): void {
    const { answers, putsOff, hasEnough } = this.#habits;
    const said = this.#random.next();
    if (nudge.kind === 'moment') {
      this.#state = withAnswer(this.#state, nudge, said < answers ? 'taken' : 'declined');
    } else if (nudge.kind === 'digest') {
      this.#state = withAnswer(this.#state, nudge, said < answers ? 'taken' : 'declined');
      this.#hasWins = said >= answers;
    } else if (nudge.kind === 'invitation') {
      if (said < answers) {
        this.#wishes = { ...this.#wishes, question: 16 * 60, invitation: false };
        this.#state = awake(withAnswer(this.#state, nudge, 'taken'), 'question');
      }
    } else if (said < answers) {
      this.#state = withLogged(withAnswer(this.#state, nudge, 'taken'), day);
    } else if (said < answers + putsOff) {
      this.#state = snoozedThisWeek(withAnswer(this.#state, nudge, 'declined'), 'question', day);
    } else if (said < answers + putsOff + hasEnough) {
      this.#wishes = { invitation: false, digest: false, moments: false };
      this.#refused = true;
    }
  }
}

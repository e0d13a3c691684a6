import type { Moment } from './moment.ts';

/** What a person may be asked or offered without having called for it. */
export const nudgeKinds = ['digest', 'question', 'moment', 'invitation'] as const;

/**
 * One of `nudgeKinds`, what comes first first. `digest`: to pass on the week's wins, on its Friday. `question`: what was learned today, at the time of day that the person chose. `moment`: to write down what has just been learned. `invitation`:
 * to choose such a time, once and never again.
 */
export type NudgeKind = (typeof nudgeKinds)[number];

/** One thing that may be asked or offered. */
export interface Nudge {
  readonly kind: NudgeKind;
  /** Tells it from all others of its kind: the day of a question, the Monday of a digest, the commit of a moment. */
  readonly occasion: string;
  /** The root of the log's repository, where it is about one; an absolute path. */
  readonly root?: string;
  readonly moment?: Moment;
}

/** A moment where the person is. */
export interface LocalMoment {
  /** ISO 8601 date. */
  readonly day: string;
  /** Whole minutes since midnight, by the clock on the wall. */
  readonly minute: number;
}

export function isNudgeKind(word: unknown): word is NudgeKind {
  return (nudgeKinds as readonly unknown[]).includes(word);
}

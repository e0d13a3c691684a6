import type { Interval } from '../statistics/interval.ts';
import { medianTime } from '../statistics/medianTime.ts';
import { poissonInterval } from '../statistics/poissonInterval.ts';
import { wilsonInterval } from '../statistics/wilsonInterval.ts';

/** A figure that cannot be given, and why. Never 0. */
export interface Missing {
  readonly missing: string;
}

/** How many, in the indicator's own window, and in the same span just before it. */
export interface Count {
  readonly value: number;
  /** The exact interval of a count, at 95 %. */
  readonly interval: Interval;
  readonly previous: number;
  /** The same for every 10 weeks in which one person was active; absent where that is not known. */
  readonly perPersonWeeks?: { readonly value: number; readonly interval: Interval };
}

/** So many of so many. */
export interface Ratio {
  readonly k: number;
  readonly n: number;
}

/** A part of a whole. */
export interface Share extends Ratio {
  /** The score interval at 95 %, as shares between 0 and 1; null where `n` is too small to show one. */
  readonly interval: Interval | null;
  readonly previous: Ratio;
}

/** How long something takes, in days. */
export interface DurationFigure {
  /** With what is still open taken into account; null where fewer than half are known to have ended. */
  readonly median: number | null;
  /** Of what was seen for 14 days or ended sooner: how many ended within 14. */
  readonly within14: Ratio;
  readonly open: number;
  readonly n: number;
}

/** One thing that took, or takes, its time. */
export interface Stretch {
  readonly days: number;
  readonly ended: boolean;
}

/** A share is shown from so many on. */
export const leastShown = 5;
const shortTime = 14;
const personWeeksShown = 10;

export function isMissing(figure: object): figure is Missing {
  return 'missing' in figure;
}

/** @param personWeeks weeks in which one person was active, in the window; `undefined`: not known */
export function countOf(value: number, previous: number, personWeeks?: number): Count {
  const interval = poissonInterval(value);
  if (personWeeks === undefined || personWeeks === 0) {
    return { value, interval, previous };
  }
  const scaled = (count: number): number => (count * personWeeksShown) / personWeeks;
  const [low, high] = interval;
  return {
    value,
    interval,
    previous,
    perPersonWeeks: { value: scaled(value), interval: [scaled(low), scaled(high)] },
  };
}

/** @param least from how many on an interval is given */
export function shareOf({ k, n }: Ratio, previous: Ratio, least: number = leastShown): Share {
  return {
    k,
    n,
    interval: n < least || n === 0 ? null : wilsonInterval(k, n),
    previous: { k: previous.k, n: previous.n },
  };
}

/** How many of some fit. */
export function ratioOf<T>(all: readonly T[], fits: (one: T) => boolean): Ratio {
  return { k: all.filter(fits).length, n: all.length };
}

export function durationOf(stretches: readonly Stretch[]): DurationFigure {
  const median = medianTime(stretches.map(({ days, ended }) => ({ time: days, ended })));
  const seen = stretches.filter(({ days, ended }) => ended || days >= shortTime);
  return {
    median: median ?? null,
    within14: ratioOf(seen, ({ days, ended }) => ended && days <= shortTime),
    open: stretches.filter(({ ended }) => !ended).length,
    n: stretches.length,
  };
}

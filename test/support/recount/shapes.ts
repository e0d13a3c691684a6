import { between } from './days.ts';
import { exactInterval, medianLeft, scoreInterval } from './plainStatistics.ts';

/** How many of some fit, now and before. */
export interface Parts {
  readonly k: number;
  readonly n: number;
}

export function partsOf<T>(all: readonly T[], fits: (one: T) => boolean): Parts {
  return { k: all.filter(fits).length, n: all.length };
}

/** @param weeks person-weeks, where the figure is told for 10 of them */
export function count(value: number, previous: number, weeks: number): unknown {
  const [low, high] = exactInterval(value);
  const per = (number: number): number => (10 * number) / weeks;
  return {
    value,
    interval: [low, high],
    previous,
    ...(weeks > 0 && { perPersonWeeks: { value: per(value), interval: [per(low), per(high)] } }),
  };
}

/** @param least from how many on there is an interval */
export function share(now: Parts, previous: Parts, least = 5): unknown {
  return { ...now, interval: now.n >= least ? scoreInterval(now.k, now.n) : null, previous };
}

/** What took from one day to another, or lasts on the last day. */
export function duration(
  all: readonly { readonly from: string; readonly to: string | undefined }[],
  end: string,
): unknown {
  const spans = all.map(({ from, to }) => ({
    days: Math.max(0, between(from, to ?? end)),
    ended: to !== undefined,
  }));
  return {
    median: medianLeft(spans),
    within14: partsOf(
      spans.filter(({ days, ended }) => ended || days >= 14),
      ({ days, ended }) => ended && days <= 14,
    ),
    open: spans.filter(({ ended }) => !ended).length,
    n: spans.length,
  };
}

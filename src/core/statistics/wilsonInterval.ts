import { type Interval, normalQuantile } from './interval.ts';

/**
 * The score interval of a share, at 95 %, without continuity correction.
 *
 * Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22.
 *
 * @param k how many of `n`, from 0 to `n`
 * @param n at least 1
 * @returns shares between 0 and 1
 */
export function wilsonInterval(k: number, n: number): Interval {
  const square = normalQuantile ** 2;
  const share = k / n;
  const middle = share + square / (2 * n);
  const half = normalQuantile * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const low = k === 0 ? 0 : (middle - half) / (1 + square / n);
  const high = k === n ? 1 : (middle + half) / (1 + square / n);
  return [low, high];
}

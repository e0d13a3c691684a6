import { gammaShare } from './gammaShare.ts';
import type { Interval } from './interval.ts';

const tail = 0.025;
const halvings = 200;

/**
 * The exact interval of a count, at 95 %: half the 2.5 % quantile of chi-squared with 2k degrees of freedom, to half
 * the 97.5 % quantile with 2k + 2.
 *
 * Source: F. Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28.
 *
 * @param count a whole number, 0 or more
 */
export function poissonInterval(count: number): Interval {
  const low = count === 0 ? 0 : gammaQuantile(count, tail);
  return [low, gammaQuantile(count + 1, 1 - tail)];
}

/** The x at which `gammaShare(a, x)` is `share`, by halving. */
function gammaQuantile(a: number, share: number): number {
  let low = 0;
  let high = a + 10 * Math.sqrt(a) + 10;
  for (let at = 0; at < halvings; at += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) {
      break;
    }
    if (gammaShare(a, middle) < share) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

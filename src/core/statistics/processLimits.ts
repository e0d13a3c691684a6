/** Between these, a process moves without a cause of its own. */
export interface ProcessLimits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** 3 / d2, where d2 = 1.128 is the mean range of two values in units of the standard deviation. */
const factor = 2.66;

/**
 * The natural process limits of an XmR chart: the mean, less and plus 2.66 times the mean moving range.
 * `undefined` for fewer than two values.
 *
 * Source: W. A. Shewhart (1931); D. J. Wheeler, Understanding Variation (1993), for the constant.
 */
export function processLimits(values: readonly number[]): ProcessLimits | undefined {
  if (values.length < 2) {
    return undefined;
  }
  const centre = meanOf(values);
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
  const reach = factor * meanOf(ranges);
  return { centre, lower: centre - reach, upper: centre + reach };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

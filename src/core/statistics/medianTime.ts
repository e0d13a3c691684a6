/** How long something took, or has taken so far. */
export interface Duration {
  /** 0 or more, in any one unit. */
  readonly time: number;
  /** False: it was still open when it was last seen. */
  readonly ended: boolean;
}

/**
 * The median of durations of which some are still open: the first time at which the Kaplan–Meier estimate of what
 * is left is a half or less. `undefined` where it never falls so far.
 *
 * Source: E. L. Kaplan and P. Meier (1958), Nonparametric estimation from incomplete observations, JASA 53. What
 * ends and what is last seen at the same time: the end counts first, as there.
 */
export function medianTime(durations: readonly Duration[]): number | undefined {
  const sorted = durations.toSorted((a, b) => a.time - b.time);
  let left = 1;
  for (let at = 0; at < sorted.length; ) {
    const time = sorted[at]?.time ?? 0;
    const atRisk = sorted.length - at;
    let ended = 0;
    for (; sorted[at]?.time === time; at += 1) {
      ended += sorted[at]?.ended === true ? 1 : 0;
    }
    left *= 1 - ended / atRisk;
    // A product of fractions that should be a half may be a little above it.
    if (left <= 0.5 + 1e-12) {
      return time;
    }
  }
  return undefined;
}

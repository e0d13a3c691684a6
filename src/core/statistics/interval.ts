/** Where a figure lies, at a confidence of 95 %: from and to. */
export type Interval = readonly [number, number];

/** The 97.5 % quantile of the standard normal distribution. */
export const normalQuantile = 1.959963984540054;

/** Whether two intervals share a point: then a difference between their figures is not a change. */
export function overlap(a: Interval, b: Interval): boolean {
  return a[0] <= b[1] && b[0] <= a[1];
}

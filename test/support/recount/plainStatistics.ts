/** Statistics from their definitions alone, slow and plain. */

/** At most so many events, where so many are to be expected: term by term. */
function atMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let at = 1; at <= count; at += 1) {
    term *= mean / at;
    sum += term;
  }
  return sum;
}

/** The means at which a count, or one further away, has a chance of 2.5 % on either side. */
export function exactInterval(count: number): readonly [number, number] {
  const low = count === 0 ? 0 : root((mean) => 1 - atMost(count - 1, mean) - 0.025, count * 10 + 10);
  return [low, root((mean) => 0.025 - atMost(count, mean), count * 10 + 10)];
}

/** The shares that are 1.96 of their own standard errors away from k of n. */
export function scoreInterval(k: number, n: number): readonly [number, number] {
  const squared = 1.959963984540054 ** 2 / n;
  const seen = k / n;
  // (seen − p)² = squared · p · (1 − p), as a quadratic equation in p.
  const [a, b, c] = [1 + squared, -2 * seen - squared, seen ** 2];
  const spread = Math.sqrt(b * b - 4 * a * c);
  return [(-b - spread) / (2 * a), (-b + spread) / (2 * a)];
}

/** The first day on which the product of what is left, over all days on which something ended, is a half or less. */
export function medianLeft(
  spans: readonly { readonly days: number; readonly ended: boolean }[],
): number | null {
  const ends = [...new Set(spans.filter(({ ended }) => ended).map(({ days }) => days))].sort((a, b) => a - b);
  for (const day of ends) {
    const left = ends
      .filter((each) => each <= day)
      .reduce((product, each) => {
        const there = spans.filter(({ days }) => days >= each).length;
        const gone = spans.filter(({ days, ended }) => ended && days === each).length;
        return (product * (there - gone)) / there;
      }, 1);
    if (left <= 0.5 + 1e-9) {
      return day;
    }
  }
  return null;
}

/** Where something that rises with x is 0. */
function root(of: (x: number) => number, most: number): number {
  let [low, high] = [0, most];
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    [low, high] = of(middle) < 0 ? [middle, high] : [low, middle];
  }
  return (low + high) / 2;
}

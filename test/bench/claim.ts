/** A figure that the project promises, and whether this run kept it. */
export interface Claim {
  readonly what: string;
  readonly measured: number;
  readonly most: number;
  readonly unit: string;
}

/** Prints claims in columns; a broken one makes the program fail. */
export function report(claims: readonly Claim[]): void {
  for (const { what, measured, most, unit } of claims) {
    const kept = measured <= most;
    console.log(
      `${kept ? 'kept  ' : 'BROKEN'} ${figure(measured).padStart(9)} ${unit.padEnd(6)} (at most ${figure(most)})  ${what}`,
    );
    if (!kept) {
      process.exitCode = 1;
    }
  }
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that a share of the measurements does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Milliseconds that a task takes. */
export async function time(task: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

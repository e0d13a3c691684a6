/** Sizes go up to this. */
export const largest = 128 * 1024;

/** Processor time of one run, in microseconds. */
function cost(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * How many times longer twice as much takes, up to `size`: the root of what four times as much takes, which is easier
 * to tell. Each quarter is measured beside its whole, and the fastest of each counts: others on the machine only ever
 * add to it. What is over within two milliseconds is too short to be measured, and fast enough; what takes a second
 * is not measured as often.
 */
export function growth(run: (size: number) => unknown, size = largest): number {
  const [less, all] = measured(size);
  let quarter = Number.POSITIVE_INFINITY;
  let whole = Number.POSITIVE_INFINITY;
  for (let times = 0; times < 60; times += 1) {
    quarter = Math.min(
      quarter,
      cost(() => run(less)),
    );
    whole = Math.min(
      whole,
      cost(() => run(all)),
    );
    if (whole < 2_000 || (times >= 4 && whole / quarter < 9) || (times >= 3 && whole > 1_000_000)) {
      break;
    }
  }
  return whole < 2_000 ? 0 : Math.sqrt(whole / Math.max(quarter, 1));
}

/** The texts that `growth` asks for up to a size, made once. */
export function madeFor(make: (size: number) => string, size = largest): (size: number) => string {
  const texts = new Map(measured(size).map((each) => [each, make(each)]));
  return (each) => texts.get(each) ?? '';
}

/** The sizes that `growth` runs, up to one. */
export function measured(size = largest): readonly [quarter: number, whole: number] {
  return [size / 4, size];
}

/** A text of about this size. */
export function fill(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length));
}

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { gammaShare } from '../../../src/core/statistics/gammaShare.ts';
import { overlap } from '../../../src/core/statistics/interval.ts';
import { medianTime } from '../../../src/core/statistics/medianTime.ts';
import { poissonInterval } from '../../../src/core/statistics/poissonInterval.ts';
import { processLimits } from '../../../src/core/statistics/processLimits.ts';
import { wilsonInterval } from '../../../src/core/statistics/wilsonInterval.ts';

const counts = fc.integer({ min: 0, max: 5000 });
const shares = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

function rounded(values: readonly number[], digits: number): number[] {
  return values.map((value) => Number(value.toFixed(digits)));
}

describe('the exact interval of a count', () => {
  // The table of Garwood as textbooks print it, to two places.
  for (const [count, low, high] of [
    [0, 0, 3.69],
    [1, 0.03, 5.57],
    [2, 0.24, 7.22],
    [3, 0.62, 8.77],
    [5, 1.62, 11.67],
    [8, 3.45, 15.76],
    [10, 4.8, 18.39],
    [12, 6.2, 20.96],
    [50, 37.11, 65.92],
    [100, 81.36, 121.63],
  ] as const) {
    it(`is ${low} to ${high} for ${count}`, () => {
      assert.deepEqual(rounded(poissonInterval(count), 2), [low, high]);
    });
  }

  it('ends where nothing at all has a chance of 2.5 %: at −ln 0.025', () => {
    assert.ok(Math.abs(poissonInterval(0)[1] + Math.log(0.025)) < 1e-12);
  });

  it('holds the count, and grows with it', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const [low, high] = poissonInterval(count);
        const [nextLow, nextHigh] = poissonInterval(count + 1);
        assert.ok(low <= count && count < high && low < nextLow && high < nextHigh);
      }),
    );
  });

  it('leaves 2.5 % on either side, by adding up the terms of the distribution', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), (count) => {
        const [low, high] = poissonInterval(count);
        assert.ok(Math.abs(1 - upTo(count - 1, low) - 0.025) < 1e-9);
        assert.ok(Math.abs(upTo(count, high) - 0.025) < 1e-9);
      }),
    );
  });

  it('rests on a share that is 1 − e^−x for one event', () => {
    for (const x of [0.1, 1, 1.9, 2.1, 10]) {
      assert.ok(Math.abs(gammaShare(1, x) - (1 - Math.exp(-x))) < 1e-13);
    }
  });
});

/** The chance of at most `count` events, term by term. */
function upTo(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let at = 1; at <= count; at += 1) {
    term *= mean / at;
    sum += term;
  }
  return sum;
}

describe('the score interval of a share', () => {
  it('is 23 to 88 % for 3 of 5', () => {
    assert.deepEqual(rounded(wilsonInterval(3, 5), 2), [0.23, 0.88]);
  });

  it('is that of Newcombe’s examples: 81 of 263, 15 of 148, 0 of 20, 1 of 29', () => {
    // R. G. Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
    assert.deepEqual(rounded(wilsonInterval(81, 263), 4), [0.2553, 0.3662]);
    assert.deepEqual(rounded(wilsonInterval(15, 148), 4), [0.0624, 0.1605]);
    assert.deepEqual(rounded(wilsonInterval(0, 20), 4), [0, 0.1611]);
    assert.deepEqual(rounded(wilsonInterval(1, 29), 4), [0.0061, 0.1718]);
  });

  it('has ends that are 1.96 standard errors of their own away from the share', () => {
    fc.assert(
      fc.property(shares, ([k, n]) => {
        for (const end of wilsonInterval(k, n).filter((value) => value > 0 && value < 1)) {
          const distance = Math.abs(k / n - end) / Math.sqrt((end * (1 - end)) / n);
          assert.ok(Math.abs(distance - 1.959964) < 1e-5);
        }
      }),
    );
  });

  it('holds the share, stays between 0 and 1, and is the mirror of the rest’s', () => {
    fc.assert(
      fc.property(shares, ([k, n]) => {
        const [low, high] = wilsonInterval(k, n);
        const [restLow, restHigh] = wilsonInterval(n - k, n);
        assert.ok(low >= 0 && low <= k / n && k / n <= high && high <= 1);
        assert.ok(Math.abs(low + restHigh - 1) < 1e-12 && Math.abs(high + restLow - 1) < 1e-12);
      }),
    );
  });

  it('narrows as more is known', () => {
    fc.assert(
      fc.property(shares, ([k, n]) => {
        const width = ([low, high]: readonly [number, number]): number => high - low;
        assert.ok(width(wilsonInterval(2 * k, 2 * n)) < width(wilsonInterval(k, n)));
      }),
    );
  });
});

describe('the median of what is partly still open', () => {
  const ended = (time: number): { time: number; ended: boolean } => ({ time, ended: true });
  const open = (time: number): { time: number; ended: boolean } => ({ time, ended: false });

  it('is that of the published trial of 6-mercaptopurine: 23 weeks, and 8 without it', () => {
    // E. Freireich et al. (1963), as in D. Collett and in Kleinbaum & Klein: 21 patients each.
    const treated = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(ended);
    const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(open);
    assert.equal(medianTime([...treated, ...censored]), 23);
    const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map(ended);
    assert.equal(medianTime(placebo), 8);
  });

  it('counts one that is open as long as it was seen: 4/5 · 2/3 is above a half, · 1/2 below', () => {
    assert.equal(medianTime([ended(1), open(2), ended(3), ended(4), open(9)]), 4);
  });

  it('is not reached where too little has ended, or nothing is there', () => {
    assert.equal(medianTime([ended(1), open(2), open(3)]), undefined);
    assert.equal(medianTime([open(1)]), undefined);
    assert.equal(medianTime([]), undefined);
  });

  const durations = fc.array(fc.record({ time: fc.integer({ min: 0, max: 90 }), ended: fc.boolean() }), {
    maxLength: 40,
  });

  it('does not depend on the order, and is one of the times at which something ended', () => {
    fc.assert(
      fc.property(durations, (some) => {
        const median = medianTime(some);
        assert.equal(medianTime(some.toReversed()), median);
        assert.ok(median === undefined || some.some(({ time, ended }) => ended && time === median));
      }),
    );
  });

  it('without open ones is the lower middle value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 60 }), (times) => {
        const sorted = times.toSorted((a, b) => a - b);
        assert.equal(medianTime(times.map(ended)), sorted[Math.ceil(times.length / 2) - 1]);
      }),
    );
  });

  it('never falls when something that ended turns out to be open', () => {
    fc.assert(
      fc.property(durations, fc.nat(), (some, pick) => {
        const at = some.length === 0 ? -1 : pick % some.length;
        const opened = some.map((one, index) => (index === at ? { ...one, ended: false } : one));
        assert.ok((medianTime(opened) ?? Infinity) >= (medianTime(some) ?? Infinity));
      }),
    );
  });
});

describe('the limits of a process', () => {
  it('are the mean and 2.66 mean moving ranges around it', () => {
    // Mean 5, moving ranges 2, 4, 2, 0: their mean is 2.
    assert.deepEqual(processLimits([4, 6, 2, 4, 4].map((value) => value + 1)), {
      centre: 5,
      lower: 5 - 5.32,
      upper: 5 + 5.32,
    });
  });

  it('are those of the flow rates in the handbook of NIST and SEMATECH: 50.81, 45.82 and 55.80', () => {
    // Section 6.3.2.2, individuals control charts: a mean moving range of 1.8778, and 3 / 1.128 in place of 2.66.
    const rates = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    const { centre, lower, upper } = processLimits(rates) ?? assert.fail();
    assert.deepEqual(rounded([centre, lower, upper], 2), [50.81, 45.82, 55.8]);
  });

  it('need two values', () => {
    assert.equal(processLimits([3]), undefined);
  });

  it('move with the values, and mirror them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2 }), (values) => {
        const { centre = 0, lower = 0, upper = 0 } = processLimits(values) ?? {};
        const mirrored = processLimits(values.map((value) => 10 - value)) ?? {
          centre: 0,
          lower: 0,
          upper: 0,
        };
        assert.ok(Math.abs(mirrored.centre - (10 - centre)) < 1e-9);
        assert.ok(
          Math.abs(mirrored.lower - (10 - upper)) < 1e-9 && Math.abs(mirrored.upper - (10 - lower)) < 1e-9,
        );
      }),
    );
  });
});

describe('two intervals', () => {
  it('overlap where the counts 3 and 5 are compared, and not where 3 and 30 are', () => {
    assert.ok(overlap(poissonInterval(3), poissonInterval(5)));
    assert.ok(!overlap(poissonInterval(3), poissonInterval(30)));
  });
});

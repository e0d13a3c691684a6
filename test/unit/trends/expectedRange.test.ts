import assert from 'node:assert/strict';
import { chartOf } from '../../../src/core/trends/chartOf.ts';
import { expectedRange } from '../../../src/core/trends/expectedRange.ts';
import type { Series } from '../../../src/core/trends/series.ts';
import type { Trends } from '../../../src/core/trends/trends.ts';

/** Mean 5, mean moving range 2: from 5 - 5.32, which is below 0, to 5 + 5.32. */
const values = [4, 6, 4, 6, 4, 6, 4, 6, 4, 6];

function seriesOf(numbers: readonly (number | null)[], more: Partial<Series> = {}): Series {
  const points = numbers.map((value, at) => {
    const month = `2026-${String(at + 1).padStart(2, '0')}`;
    return { from: `${month}-01`, end: `${month}-28`, finished: at < 10, value, interval: null };
  });
  return { key: 'learningRate', unit: 'count', points, ...more };
}

describe('what a series may be without a cause', () => {
  it('is the natural process limits of its finished points, and never below 0', () => {
    const range = expectedRange(seriesOf(values), 'month');
    assert.equal(range?.lower, 0);
    assert.equal(range.upper.toFixed(2), '10.32');
    assert.deepEqual(expectedRange(seriesOf([...values, 90]), 'month'), range);
  });

  it('is not said where points share days, or are too few', () => {
    assert.equal(expectedRange(seriesOf(values), 'week'), undefined);
    assert.equal(expectedRange(seriesOf(values, { key: 'experimentFlow' }), 'month'), undefined);
    assert.equal(expectedRange(seriesOf(values.slice(1)), 'month'), undefined);
    assert.equal(expectedRange(seriesOf([null, ...values.slice(1)]), 'quarter'), undefined);
  });

  it('stands in the description of the chart', () => {
    const trends = {
      every: 'month',
      indicators: { learningRate: { value: 6, interval: [2.2, 13.1], previous: 4 } },
    } as unknown as Trends;
    const { description } = chartOf(trends, seriesOf(values));
    assert.match(description, / Numbers from 0 to 10\.3 need no cause of their own here\./);
  });
});

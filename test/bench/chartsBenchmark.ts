import type { Chart, ChartPoint } from '../../src/core/charts/chart.ts';
import { drawChart } from '../../src/core/charts/drawChart.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { median, report, time } from './claim.ts';

/** A year of weeks, as long as the panel draws most. */
const weeks = 52;
const rounds = 9;

const random = seededRandom('charts');
const charts = Array.from({ length: 10 }, (_, at): Chart => {
  const points = Array.from({ length: weeks }, (_, week): ChartPoint => {
    const value = random.chance(0.1) ? null : random.between(0, 20);
    return {
      label: `W${week}`,
      group: '2026',
      value,
      interval: value === null ? null : [value / 2, value * 2],
      finished: week < weeks - 1,
    };
  });
  return {
    ...{ id: `chart-${at}`, title: 'A finding', description: 'What can be seen.', unit: 'number', points },
    mark: at % 2 === 0 ? 'line' : 'bar',
    colour: 'purple',
  };
});

let length = 0;
const draw = (): void => {
  length += charts.reduce((sum, chart) => sum + drawChart(chart).length, 0);
};
const times: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  times.push(await time(draw));
}
if (length === 0) {
  throw new Error('Nothing was drawn.');
}
report([
  { what: 'ten charts of a year of weeks, drawn together', measured: median(times), most: 20, unit: 'ms' },
]);

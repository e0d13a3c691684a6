import { max, range, tickStep } from 'd3-array';
import type { Chart, ChartSize } from './chart.ts';
import { numberText } from './numberText.ts';

/** Where everything of a chart is, in pixels from its upper left corner. */
export interface ChartLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How wide a bucket is. */
  readonly step: number;
  /** The middle of a bucket. */
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  /** The values of the lines across, from the foot up. */
  readonly ticks: readonly number[];
  /** The buckets whose names are written: the last one always is. */
  readonly named: readonly number[];
}

/** How wide a character is, as a part of the size of its font: a guess on the safe side. */
const characterWidth = 0.6;
const gap = 8;
const mostTicks = 3;

/** Lays out a chart: the axis begins at its foot, and names do not touch. */
export function chartLayout(chart: Chart, size: ChartSize): ChartLayout {
  const { points, unit, foot = 0 } = chart;
  const { ticks, end } = scaleOf(chart);
  const wide = (texts: readonly string[]): number =>
    Math.ceil((max(texts, (text) => text.length) ?? 0) * size.fontSize * characterWidth);
  const last = points.findLast(({ value }) => value !== null);
  const ends = [last?.value, ...(last?.interval ?? [])].map((value) => numberText(value ?? 0, unit));
  const left = wide(ticks.map((tick) => numberText(tick, unit))) + gap;
  const right = Math.max(left, size.width - wide(ends) - gap * 2);
  const top = Math.ceil(size.fontSize * 0.7);
  const bottom = Math.max(top, size.height - Math.ceil(size.fontSize * 3));
  const step = (right - left) / Math.max(1, points.length);
  const every = Math.max(1, Math.ceil((wide(points.map(({ label }) => label)) + gap) / Math.max(1, step)));
  return {
    left,
    right,
    top,
    bottom,
    step,
    x: (at) => left + (at + 0.5) * step,
    y: (value) => bottom - ((Math.min(value, end) - foot) / (end - foot)) * (bottom - top),
    ticks,
    named: range(points.length - 1, -1, -every).toReversed(),
  };
}

/** From the foot to where everything is in; whole numbers are not split. */
function scaleOf({ points, foot = 0, top, unit }: Chart): {
  readonly ticks: readonly number[];
  readonly end: number;
} {
  const values = points.flatMap(({ value, interval }) => [value ?? 0, interval?.[1] ?? 0]);
  const largest = top ?? Math.max(1, max(values) ?? 1);
  const fine = tickStep(foot, largest, unit === 'share' || unit === 'index' ? 2 : mostTicks);
  const step = top === undefined ? Math.max(1, fine) : fine;
  const end = top ?? Math.ceil(largest / step) * step;
  return { ticks: range(Math.floor((end - foot) / step) + 1).map((at) => foot + at * step), end };
}

import type { Interval } from '../statistics/interval.ts';

/** The theme's colours for charts. */
export const chartColours = ['blue', 'green', 'orange', 'purple', 'yellow', 'foreground'] as const;

export type ChartColour = (typeof chartColours)[number];

/** How numbers are written. A share and an index go from 0 to 1. */
export const chartUnits = ['number', 'share', 'days', 'index'] as const;

export type ChartUnit = (typeof chartUnits)[number];

/** One bucket of time. */
export interface ChartPoint {
  /** What stands under the axis. */
  readonly label: string;
  /** What stands below that, once for all neighbours that share it: the year. */
  readonly group: string;
  /** Null is a gap, and is never drawn as 0. */
  readonly value: number | null;
  /** Drawn as a band, or as a line through the end of a bar. */
  readonly interval: Interval | null;
  /** False is drawn hollow: the bucket is not over. */
  readonly finished: boolean;
}

/** A chart as plain data: one number over time. */
export interface Chart {
  /** Tells this drawing from others in one document: letters, digits and `-`. */
  readonly id: string;
  /** What was found, as a sentence without its full stop. */
  readonly title: string;
  /** What can be seen, for those who cannot. */
  readonly description: string;
  readonly mark: 'line' | 'bar';
  readonly colour: ChartColour;
  readonly unit: ChartUnit;
  /** Where the axis ends; default: at or above the largest number. */
  readonly top?: number;
  readonly points: readonly ChartPoint[];
}

/** How large a drawing is, in pixels of the page that it goes into. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  /** Of the words in it. */
  readonly fontSize: number;
}

/** Large enough for a page of text. */
export const pageSize: ChartSize = { width: 640, height: 200, fontSize: 12 };

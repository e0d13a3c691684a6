import type { Interval } from '../statistics/interval.ts';

/** The theme's colours for charts. */
export const chartColours = ['blue', 'green', 'orange', 'purple', 'yellow', 'foreground'] as const;

export type ChartColour = (typeof chartColours)[number];

/** How numbers are written. A share and an index go from 0 to 1. */
export const chartUnits = ['number', 'share', 'days', 'index'] as const;

export type ChartUnit = (typeof chartUnits)[number];

/** How numbers are drawn. */
export const chartMarks = ['line', 'bar', 'round'] as const;

export type ChartMark = (typeof chartMarks)[number];

/** One bucket of time, or one round. */
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
  /** Of a round: it cannot be compared with the point before, and the line between them is broken. */
  readonly isApart?: boolean;
}

/** A chart as plain data: one number over time. */
export interface Chart {
  /** Tells this drawing from others in one document: letters, digits and `-`. */
  readonly id: string;
  /** What was found, as a sentence without its full stop. */
  readonly title: string;
  /** What can be seen, for those who cannot. */
  readonly description: string;
  /** A round stands for itself: every point has its number, and a line to the one before. */
  readonly mark: ChartMark;
  readonly colour: ChartColour;
  readonly unit: ChartUnit;
  /** Where the axis begins; default: at 0. */
  readonly foot?: number;
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

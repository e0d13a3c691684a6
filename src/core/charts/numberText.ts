import type { ChartUnit } from './chart.ts';

/** A number of a chart, the same in every language. */
export function numberText(value: number, unit: ChartUnit): string {
  switch (unit) {
    case 'share':
      return `${Math.round(value * 100)} %`;
    case 'index':
      return String(Math.round(value * 100) / 100);
    case 'number':
    case 'days':
      return String(Math.round(value * 10) / 10);
  }
}

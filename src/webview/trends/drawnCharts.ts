import type { ChartSize } from '../../core/charts/chart.ts';
import { drawChart } from '../../core/charts/drawChart.ts';
import type { ChartView } from '../../protocol/trends.ts';

interface Drawing {
  readonly view: ChartView;
  readonly size: ChartSize;
  readonly svg: string;
}

/** Charts as they were drawn last, so that each is drawn once for each size. */
export class DrawnCharts {
  readonly #drawings = new Map<string, Drawing>();

  /** The text of the SVG of a chart at a size. */
  svgOf(view: ChartView, size: ChartSize): string {
    const known = this.#drawings.get(view.key);
    if (
      known?.view === view &&
      known.size.width === size.width &&
      known.size.height === size.height &&
      known.size.fontSize === size.fontSize
    ) {
      return known.svg;
    }
    const svg = drawChart(view.chart, size);
    this.#drawings.set(view.key, { view, size, svg });
    return svg;
  }
}

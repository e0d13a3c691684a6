import * as l10n from '@vscode/l10n';
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import type { ChartSize } from '../../core/charts/chart.ts';
import { chartLayout } from '../../core/charts/chartLayout.ts';
import type { ChartView, FigureView, PointView } from '../../protocol/trends.ts';
import type { DrawnCharts } from './drawnCharts.ts';
import type { TrendsActions } from './trendsActions.ts';
import { pointOf, type TrendsModel } from './trendsModel.ts';

/** What charts are drawn on: how much room each has, as the page was laid out last. */
export interface Canvas {
  readonly drawings: DrawnCharts;
  /** `undefined`: it was not laid out yet. */
  readonly sizeOf: (key: string) => ChartSize | undefined;
}

/**
 * A chart with its points laid over it, which can be gone to and pressed. The drawing itself is one picture to a
 * screen reader; the points are buttons.
 */
export function renderChart(
  { key, name }: Pick<FigureView, 'key' | 'name'>,
  model: TrendsModel,
  actions: TrendsActions,
  { drawings, sizeOf }: Canvas,
): TemplateResult {
  const view = model.charts.get(key);
  const size = sizeOf(key);
  const at = pointOf(model, key);
  const point = view?.points[at];
  return html`<div class="chart-box" data-chart=${key}>
      ${
        view === undefined || size === undefined
          ? nothing
          : // Every text in the drawing was escaped where it was drawn.
            html`${unsafeHTML(drawings.svgOf(view, size))}${renderPoints(view, name, at, size, actions)}`
      }
    </div>
    <p class="readout" aria-hidden="true">
      ${point === undefined ? nothing : pointWords(point, isOver(view, at))}
    </p>`;
}

function renderPoints(
  view: ChartView,
  name: string,
  current: number,
  size: ChartSize,
  actions: TrendsActions,
): TemplateResult {
  const { left, top, bottom, step } = chartLayout(view.chart, size);
  return html`<svg
    class="points"
    role="group"
    aria-label=${l10n.t('{0} over time', name)}
    viewBox="0 0 ${size.width} ${size.height}"
    width=${size.width}
    height=${size.height}
  >
    ${view.points.map(
      (point, at) => svg`<rect
        class="point"
        role="button"
        tabindex=${at === current ? '0' : '-1'}
        aria-label=${pointLabel(point, isOver(view, at))}
        aria-disabled=${point.hasEntries ? 'false' : 'true'}
        data-key=${view.key}
        data-at=${at}
        x=${round(left + at * step)}
        y=${top}
        width=${round(step)}
        height=${bottom - top}
        @click=${() => actions.showEntries(view.key, at)}
        @pointerenter=${() => actions.pick(view.key, at)}
        @focus=${() => actions.pick(view.key, at)}
      ></rect>`,
    )}
  </svg>`;
}

function isOver(view: ChartView | undefined, at: number): boolean {
  return view?.chart.points[at]?.finished !== false;
}

function pointWords({ title, words }: PointView, isOver: boolean): string {
  return l10n.t('{0}: {1}', isOver ? title : l10n.t('{0}, not over', title), words);
}

function pointLabel(point: PointView, isOver: boolean): string {
  const words = pointWords(point, isOver);
  return point.hasEntries ? l10n.t('{0}. Enter shows its entries.', words) : words;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { FigureView } from '../../protocol/trends.ts';
import { kindIcon } from '../capture/kindIcon.ts';
import { type Canvas, renderChart } from './renderChart.ts';
import { renderTable } from './renderTable.ts';
import type { TrendsActions } from './trendsActions.ts';
import type { TrendsModel } from './trendsModel.ts';

/** One indicator: what was found, the number, what it means, its chart, and what a list says better. */
export function renderFigure(
  figure: FigureView,
  model: TrendsModel,
  actions: TrendsActions,
  canvas: Canvas,
): TemplateResult {
  return html`<section class="figure" aria-labelledby="figure-${figure.key}">
    <h2 id="figure-${figure.key}" tabindex="-1">${figure.finding}</h2>
    <p class="value">
      <span class="name">${figure.name}</span> ${figure.value} <span class="quiet">(${figure.span})</span>
    </p>
    <p class="quiet meaning">${figure.meaning}</p>
    ${
      figure.isDrawn
        ? html`${renderChart(figure, model, actions, canvas)} ${renderTable(figure, model, actions)}`
        : nothing
    }
    ${renderRows(figure, actions)}
  </section>`;
}

function renderRows({ rows, moreRows }: FigureView, actions: TrendsActions): TemplateResult | typeof nothing {
  return rows.length === 0
    ? nothing
    : html`<ul class="rows">
        ${rows.map(
          ({ files, words }) => html`<li>
            ${files.map(
              ({ path, kind, title, note }) =>
                html`<span class="file"
                  >${kindIcon(kind)}<button type="button" class="link" @click=${() => actions.openFile(path)}>
                    ${title}</button
                  ><span class="quiet">${note}</span></span
                >`,
            )}
            ${words === '' ? nothing : html`<span class=${files.length === 0 ? '' : 'quiet'}>${words}</span>`}
          </li>`,
        )}
        ${moreRows === 0 ? nothing : html`<li class="quiet">${l10n.t('and {0} more', moreRows)}</li>`}
      </ul>`;
}

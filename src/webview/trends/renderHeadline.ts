import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { FigureView } from '../../protocol/trends.ts';
import { type Canvas, renderChart } from './renderChart.ts';
import { renderTable } from './renderTable.ts';
import type { TrendsActions } from './trendsActions.ts';
import type { TrendsModel } from './trendsModel.ts';

/** The answer to “how are we doing?”: one number, one sentence, and how it came to that. */
export function renderHeadline(
  figure: FigureView,
  model: TrendsModel,
  actions: TrendsActions,
  canvas: Canvas,
): TemplateResult {
  const { value, interval, perPerson } = model.state.headline;
  return html`<section class="headline" aria-labelledby="figure-${figure.key}">
    <div class="answer">
      <p class="number">${value}</p>
      <h1 id="figure-${figure.key}" tabindex="-1">${figure.finding}.</h1>
      <p>${l10n.t('The interval at 95 % is {0}.', interval)} ${perPerson === '' ? nothing : `${perPerson}.`}</p>
      <p class="quiet">${figure.meaning}</p>
    </div>
    <div class="seen">
      ${renderChart(figure, model, actions, canvas)} ${renderTable(figure, model, actions)}
    </div>
  </section>`;
}

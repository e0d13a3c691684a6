import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import { drawSmall } from '../../core/charts/drawSmall.ts';
import type { StatementView, SurveyView } from '../../protocol/trends.ts';
import { type Canvas, renderChart } from './renderChart.ts';
import { renderTable } from './renderTable.ts';
import type { TrendsActions } from './trendsActions.ts';
import type { TrendsModel } from './trendsModel.ts';

/** The indicator that the rounds of a survey tell better than a chart of its own. */
export const toldBySurveys = 'psychologicalSafety';

/** What the team said in surveys, round by round. */
export function renderSurveys(model: TrendsModel, actions: TrendsActions, canvas: Canvas): TemplateResult {
  const { surveys, choice } = model.state;
  return html`<section class="surveys" aria-labelledby="figure-${toldBySurveys}">
    <h2 id="figure-${toldBySurveys}" tabindex="-1">${l10n.t('Surveys')}</h2>
    ${
      surveys.length > 0
        ? surveys.map((survey) => renderSurvey(survey, model, actions, canvas))
        : html`<p class="quiet meaning">
            ${
              choice.area === undefined && choice.tag === undefined
                ? l10n.t(
                    'No survey was answered yet. Share the board of a retro, then choose the pulse at its top: from five answers on, the means of the round stand here, and nothing else is kept.',
                  )
                : l10n.t('Surveys are about the whole log, not a part of it.')
            }
          </p>`
    }
  </section>`;
}

function renderSurvey(
  { name, finding, scale, change, chart, statements, moreStatements }: SurveyView,
  model: TrendsModel,
  actions: TrendsActions,
  canvas: Canvas,
): TemplateResult {
  const { key } = chart;
  return html`<section class="survey" aria-labelledby="figure-${key}">
    <div class="figure">
      <h3 id="figure-${key}" tabindex="-1">${finding}</h3>
      <p class="quiet meaning">${scale}${change === '' ? nothing : ` ${change}`}</p>
      ${renderChart({ key, name }, model, actions, canvas)} ${renderTable({ key, name }, model, actions)}
    </div>
    <table class="statements">
      <caption class="unseen">
        ${l10n.t('{0}: each statement in the newest round', name)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${l10n.t('Statement')}</th>
          <th scope="col"><span class="unseen">${l10n.t('Over time')}</span></th>
          <th scope="col">${l10n.t('Now')}</th>
          <th scope="col">${l10n.t('Before')}</th>
        </tr>
      </thead>
      <tbody>
        ${statements.map((statement) => renderStatement(statement, chart.chart.foot ?? 0, chart.chart.top ?? 1))}
      </tbody>
    </table>
    ${moreStatements === 0 ? nothing : html`<p class="quiet">${l10n.t('and {0} more', moreStatements)}</p>`}
  </section>`;
}

function renderStatement(
  { text, now, before, means, words }: StatementView,
  foot: number,
  top: number,
): TemplateResult {
  return html`<tr>
    <th scope="row">${text}</th>
    <td class="small">
      ${means.length < 2 ? nothing : unsafeHTML(drawSmall(means, { foot, top }))}<span class="unseen">${words}</span>
    </td>
    <td>${now}</td>
    <td class="before">${before}</td>
  </tr>`;
}

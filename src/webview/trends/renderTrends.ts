import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Canvas } from './renderChart.ts';
import { renderChoices } from './renderChoices.ts';
import { renderFigure } from './renderFigure.ts';
import { renderHeadline } from './renderHeadline.ts';
import { renderKudos } from './renderKudos.ts';
import { renderKeys } from './renderKeys.ts';
import { renderNotes } from './renderNotes.ts';
import { renderOverview } from './renderOverview.ts';
import { renderSurveys, toldBySurveys } from './renderSurveys.ts';
import { renderUnavailable } from './renderUnavailable.ts';
import type { TrendsActions } from './trendsActions.ts';
import type { TrendsModel } from './trendsModel.ts';

/** The whole panel: one number and one sentence; the others at a glance; then each with its chart. */
export function renderTrends(model: TrendsModel, actions: TrendsActions, canvas: Canvas): TemplateResult {
  const { figures, choice, isWhole } = model.state;
  const [first, ...others] = figures;
  return html`<div class="trends" aria-busy=${model.isAsking || !isWhole ? 'true' : 'false'}>
    ${
      renderUnavailable(model, actions) ??
      html`${renderChoices(model, actions)}
      ${first === undefined ? nothing : renderHeadline(first, model, actions, canvas)}
      ${isWhole ? renderOverview(others, actions) : nothing} ${renderNotes(model, actions)}
      <div class="figures">${others
        .filter(({ key }) => key !== toldBySurveys)
        .map((figure) => [
          renderFigure(figure, model, actions, canvas),
          figure.key === 'recognition' ? renderKudos(model, actions) : nothing,
        ])}</div>
      ${isWhole ? renderSurveys(model, actions, canvas) : nothing}
      <p class="quiet last">
        ${
          choice.area === undefined && choice.tag === undefined
            ? l10n.t('No figure is about one person. How each is computed stands in the documentation.')
            : l10n.t('These figures are about a part of the log. No figure is about one person.')
        }
      </p>`
    }
    ${renderKeys()}
  </div>`;
}

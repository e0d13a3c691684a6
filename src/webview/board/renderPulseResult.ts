import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { PulseResult, QuestionResult } from '../../core/pulse/pulseResult.ts';
import type { SurveyScale } from '../../core/pulse/survey.ts';
import type { PulseFacts } from '../../protocol/livePulse.ts';

/** What a round came to: the mean of each statement, and where it lies on the scale. */
export function renderPulseResult({ survey, path }: PulseFacts, result: PulseResult): TemplateResult {
  const scale = survey?.scale ?? { from: 1, to: 5, low: '', high: '' };
  return html`<p class="quiet">${l10n.t('Answers: {0}. {1} is the best, whichever way a statement is put.', result.answers, scale.to)}</p>
    <table class="result">
      <thead class="unseen">
        <tr><th scope="col">${l10n.t('Statement')}</th><th scope="col">${l10n.t('Mean')}</th></tr>
      </thead>
      <tbody>${result.questions.map((question) => renderRow(question, scale))}</tbody>
    </table>
    ${survey === undefined || survey.source === '' ? nothing : html`<p class="quiet">${survey.source}</p>`}
    ${path === '' ? nothing : html`<p class="quiet anywhere">${l10n.t('Kept in {0}.', path)}</p>`}`;
}

function renderRow(
  { text, reversed, mean, distribution }: QuestionResult,
  { from, to }: SurveyScale,
): TemplateResult {
  const share = ((mean - from) / (to - from)) * 100;
  return html`<tr>
    <th scope="row">
      ${text} ${reversed ? html`<span class="quiet">${l10n.t('(turned round)')}</span>` : nothing}
      <svg class="meter" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${share} height="1"></rect></svg>
      ${
        distribution === undefined
          ? nothing
          : html`<span class="quiet number">${l10n.t('Answers from {0} to {1}: {2}', from, to, distribution.join(', '))}</span>`
      }
    </th>
    <td class="number">${mean.toFixed(1)}</td>
  </tr>`;
}

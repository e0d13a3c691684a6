import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { FigureView } from '../../protocol/trends.ts';
import type { TrendsActions } from './trendsActions.ts';

/** The other indicators at a glance, each a way to its chart; in halves, that can stand beside one another. */
export function renderOverview(figures: readonly FigureView[], actions: TrendsActions): TemplateResult {
  const half = Math.ceil(figures.length / 2);
  return html`<div class="overview">
    ${renderHalf(figures.slice(0, half), l10n.t('The first half of the other indicators'), actions)}
    ${renderHalf(figures.slice(half), l10n.t('The second half of the other indicators'), actions)}
  </div>`;
}

function renderHalf(figures: readonly FigureView[], caption: string, actions: TrendsActions): TemplateResult {
  return html`<table>
    <caption class="unseen">
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${l10n.t('Indicator')}</th>
        <th scope="col">${l10n.t('Now')}</th>
        <th scope="col">${l10n.t('Before')}</th>
      </tr>
    </thead>
    <tbody>
      ${figures.map(
        ({ key, name, brief, before }) => html`<tr>
          <th scope="row">
            <button type="button" class="link" @click=${() => actions.goTo(key)}>${name}</button>
          </th>
          <td>${brief}</td>
          <td class="before">${before}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ChartView, FigureView } from '../../protocol/trends.ts';
import type { TrendsActions } from './trendsActions.ts';
import type { TrendsModel } from './trendsModel.ts';

/** The table beside a chart: the same points in words, the newest first. Its rows are made when it is opened. */
export function renderTable(
  { key, name }: Pick<FigureView, 'key' | 'name'>,
  { charts, tables }: TrendsModel,
  actions: TrendsActions,
): TemplateResult {
  const chart = charts.get(key);
  const isOpen = tables.has(key);
  return html`<details
    class="table"
    id="table-${key}"
    .open=${isOpen}
    @toggle=${(event: Event) => actions.toggleTable(key, (event.target as HTMLDetailsElement).open)}
  >
    <summary>${l10n.t('Table')}<span class="unseen">: ${name}</span></summary>
    ${isOpen && chart !== undefined ? renderRows(chart, name, actions) : nothing}
  </details>`;
}

function renderRows({ key, points }: ChartView, name: string, actions: TrendsActions): TemplateResult {
  const rows = points.map((point, at) => ({ ...point, at })).toReversed();
  return html`<table>
    <caption class="unseen">
      ${name}
    </caption>
    <thead>
      <tr>
        <th scope="col">${l10n.t('When')}</th>
        <th scope="col">${l10n.t('Figure')}</th>
        <th scope="col">${l10n.t('Made from')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ title, words, hasEntries, at }) => html`<tr>
          <th scope="row">${title}</th>
          <td>${words}</td>
          <td>
            ${
              hasEntries
                ? html`<button
                    type="button"
                    class="link"
                    aria-label=${l10n.t('Entries of {0}', title)}
                    @click=${() => actions.showEntries(key, at)}
                  >
                    ${l10n.t('Entries…')}
                  </button>`
                : nothing
            }
          </td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

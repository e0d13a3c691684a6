import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';

/** The list of keys, over the page. Escape closes it, as it does any dialog. */
export function renderKeys(): TemplateResult {
  const keys: readonly (readonly [string, string])[] = [
    ['Tab', l10n.t('to the next chart, table or choice')],
    ['← →', l10n.t('to the point before or after')],
    ['Home, End', l10n.t('to the first or the last point')],
    ['↑ ↓', l10n.t('to the chart above or below')],
    ['Enter', l10n.t('shows the entries behind the point')],
    ['T', l10n.t('opens or closes the table of the chart')],
    ['?', l10n.t('shows these keys')],
  ];
  return html`<dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">${l10n.t('Keys')}</h2>
    <dl>
      ${keys.map(([key, words]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words}</dd></div>`)}
    </dl>
    <form method="dialog"><button class="button">${l10n.t('Close')}</button></form>
  </dialog>`;
}

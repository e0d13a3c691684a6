import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ThanksView } from '../../protocol/trends.ts';
import { kindIcon } from '../capture/kindIcon.ts';
import type { TrendsActions } from './trendsActions.ts';
import type { TrendsModel } from './trendsModel.ts';

/** The kudos board: who was thanked in the period, and for what. Nobody is counted. */
export function renderKudos({ state }: TrendsModel, actions: TrendsActions): TemplateResult {
  const { thanks, moreThanks } = state;
  return html`<section class="figure kudos" aria-labelledby="figure-kudos">
    <h2 id="figure-kudos" tabindex="-1">${l10n.t('Kudos')}</h2>
    ${
      thanks.length === 0
        ? html`<p class="quiet">${l10n.t('Nobody was thanked in this period yet. One line is enough.')}</p>`
        : html`<ul class="kudos-cards">
          ${thanks.map((one) => renderThanks(one, actions))}
        </ul>`
    }
    ${moreThanks === 0 ? nothing : html`<p class="quiet">${l10n.t('and {0} more', moreThanks)}</p>`}
    <p>
      <button type="button" class="link" @click=${() => actions.logKudos()}>${l10n.t('Thank someone…')}</button>
    </p>
  </section>`;
}

function renderThanks({ path, title, people, day }: ThanksView, actions: TrendsActions): TemplateResult {
  return html`<li class="kudos-card">
    <p class="kudos-head">
      ${kindIcon('kudos')}
      ${people.length === 0 ? nothing : html`<span class="kudos-people">${people.join(', ')}</span>`}
      <span class="quiet">${day}</span>
    </p>
    <button type="button" class="link kudos-title" @click=${() => actions.openFile(path)}>${title}</button>
  </li>`;
}

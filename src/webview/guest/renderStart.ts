import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { namingWords } from '../../core/board/namingWords.ts';
import { type Naming, namings } from '../../core/templates/template.ts';
import type { LiveFacts } from '../../protocol/boardPanel.ts';
import type { OfferedTemplate, RoomControl } from '../../protocol/liveRoom.ts';
import { renderRoom } from '../board/renderPeople.ts';
import { renderWaiting } from '../board/renderWaiting.ts';

/** What whoever facilitates can do before the retro begins. */
export interface StartActions {
  control(control: RoomControl): void;
  copyInvitation(): void;
  start(template: string, names: Naming): void;
}

/** The beginning of a retro: who is invited, by which template, and whose names are seen. */
export function renderStart(
  offer: readonly OfferedTemplate[],
  live: LiveFacts,
  actions: StartActions,
): TemplateResult {
  return html`<h1>${l10n.t('Start the retro')}</h1>
    ${renderWaiting(live, actions)} ${renderRoom(live, actions)}
    ${offer.length === 0 ? nothing : renderChoice(offer, actions)}`;
}

function renderChoice(offer: readonly OfferedTemplate[], actions: StartActions): TemplateResult {
  const [first] = offer;
  const valueOf = (event: Event, name: string): string =>
    (event.currentTarget as Element)
      .closest('.door')
      ?.querySelector<HTMLSelectElement>(`[data-field="${name}"]`)?.value ?? '';
  const describe = (event: Event): void => {
    const select = event.currentTarget as HTMLSelectElement;
    const chosen = offer.find(({ key }) => key === select.value);
    const door = select.closest('.door');
    const about = door?.querySelector('#about-template');
    const names = door?.querySelector<HTMLSelectElement>('[data-field="names"]');
    if (chosen !== undefined && about && names) {
      about.textContent = aboutTemplate(chosen);
      names.value = chosen.names;
    }
  };
  return html`<label class="field">
      <span>${l10n.t('Template')}</span>
      <select data-field="template" aria-describedby="about-template" @change=${describe}>
        ${offer.map(({ key, name }) => html`<option value=${key}>${name}</option>`)}
      </select>
    </label>
    <p class="quiet" id="about-template">${first === undefined ? '' : aboutTemplate(first)}</p>
    <label class="field">
      <span>${l10n.t('Names on cards')}</span>
      <select data-field="names">
        ${namings.map((naming) => html`<option value=${naming} ?selected=${naming === first?.names}>${namingWords(naming)}</option>`)}
      </select>
    </label>
    <button
      type="button"
      class="button"
      @click=${(event: Event) => actions.start(valueOf(event, 'template'), namingOf(valueOf(event, 'names')))}
    >
      ${l10n.t('Start')}
    </button>`;
}

function aboutTemplate({ purpose, columns }: OfferedTemplate): string {
  return [purpose, columns.join(', ')].filter((part) => part !== '').join(' · ');
}

function namingOf(value: string): Naming {
  return namings.find((naming) => naming === value) ?? 'named';
}

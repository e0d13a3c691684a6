import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { displayText } from '../../core/entries/displayText.ts';
import type { CaptureActions } from './captureActions.ts';
import { type CaptureModel, isWriting } from './captureModel.ts';
import { renderOffer } from './renderChip.ts';
import { renderField } from './renderField.ts';
import { toThank } from './toThank.ts';

/** What one kind of entry asks for besides its text. */
export function renderKindFields(
  model: CaptureModel,
  actions: CaptureActions,
): TemplateResult | typeof nothing {
  switch (model.record.draft.kind) {
    case 'experiment':
      return html`<div class="rows">
        ${renderSection(model, 'hypothesis', l10n.t('Hypothesis'), l10n.t('If we …, then …, because …'), actions)}
        ${renderSection(model, 'measure', l10n.t('Measure'), l10n.t('What is it now, and what should it be?'), actions)}
        ${renderDay(model, 'timebox', l10n.t('Timebox'), actions)}
        ${renderOwner(model, actions)}
      </div>`;
    case 'action':
      return html`<div class="rows">
        ${renderOwner(model, actions)}
        ${renderDay(model, 'due', l10n.t('Due'), actions)}
      </div>`;
    case 'kudos':
      return html`<div class="rows">${renderPeople(model, actions)} ${renderToThank(model, actions)}</div>`;
    case 'win':
    case 'failure':
    case 'learning':
    case 'blocker':
      return nothing;
  }
}

/** Who is thanked, or was involved. */
export function renderPeople(model: CaptureModel, actions: CaptureActions): TemplateResult {
  const kudos = model.record.draft.kind === 'kudos';
  const label = kudos ? l10n.t('Thank') : l10n.t('People');
  return renderField(
    model,
    { name: 'people', label, ask: kudos ? l10n.t('Whom?') : l10n.t('Add a name') },
    actions,
  );
}

/** Those whom git names, one press away: whether they are meant is for the writer to say. */
function renderToThank(model: CaptureModel, actions: CaptureActions): TemplateResult | typeof nothing {
  const names = toThank(model);
  return names.length === 0
    ? nothing
    : html`<div class="to-thank" role="group" aria-label=${l10n.t('Named by git')}>
        ${names.map((name) => {
          const shown = displayText(name);
          const title = l10n.t('Thank {0}, whom git names for this', shown);
          return renderOffer(l10n.t('Thank {0}', shown), title, () => actions.thank(name));
        })}
      </div>`;
}

function renderSection(
  model: CaptureModel,
  name: 'hypothesis' | 'measure',
  label: string,
  ask: string,
  actions: CaptureActions,
): TemplateResult {
  return html`<vscode-text-area
    class="section"
    rows="1"
    placeholder=${ask}
    ?readonly=${!isWriting(model)}
    .value=${live(model.record.draft[name])}
    @input=${(event: Event) => actions.write(name, (event.target as HTMLTextAreaElement).value)}
    >${label}</vscode-text-area
  >`;
}

function renderOwner(model: CaptureModel, actions: CaptureActions): TemplateResult {
  const words = { name: 'owner', label: l10n.t('Owner'), ask: l10n.t('Who sees to it?') } as const;
  return renderField(model, words, actions);
}

function renderDay(
  model: CaptureModel,
  name: 'timebox' | 'due',
  label: string,
  actions: CaptureActions,
): TemplateResult {
  const day = model.record.draft[name];
  return html`<div class="row">
    <label class="row-label" for=${name}>${label}</label>
    <div class="field">
      <div class="field-box">
        <input
          id=${name}
          type="date"
          class=${day === '' ? 'empty' : ''}
          min="1000-01-01"
          max="9998-12-31"
          ?readonly=${!isWriting(model)}
          .value=${live(day)}
          @change=${(event: Event) => actions.write(name, (event.target as HTMLInputElement).value)}
        />
      </div>
    </div>
  </div>`;
}

import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { displayText } from '../../core/entries/displayText.ts';
import type { EarlierFailure } from '../../protocol/capture.ts';
import type { EntryChoice } from '../../protocol/draft.ts';
import { codicon } from '../codicon.ts';
import type { CaptureActions } from './captureActions.ts';
import type { CaptureModel } from './captureModel.ts';
import { kindIcon } from './kindIcon.ts';
import { dayName, entryName, firstWords } from './shownNames.ts';

/**
 * Earlier failures that resemble what is being written, what they have in common with it, and what the team learned from
 * them. The line above them is always there, so that a screen reader hears when it says something.
 */
export function renderEarlier(model: CaptureModel, actions: CaptureActions): TemplateResult {
  const { earlier } = model;
  return html`<section class="earlier" aria-label=${l10n.t('Earlier failures')}>
    <p class="quiet" role="status">${
      earlier.length === 0 ? nothing : l10n.t('Something like this happened before')
    }</p>
    ${
      earlier.length === 0
        ? nothing
        : html`<ul>
          ${earlier.map((one) => html`<li>${renderOne(one, model, actions)}</li>`)}
        </ul>`
    }
  </section>`;
}

function renderOne(failure: EarlierFailure, model: CaptureModel, actions: CaptureActions): TemplateResult {
  const choice = { id: failure.id, kind: 'failure', title: failure.title };
  return html`${renderName(choice, actions)}
    <p class="quiet small">${dayName(failure.date)} · ${l10n.t('In common: {0}', inCommon(failure))}</p>
    ${failure.learnings.map((learning) => renderName(learning, actions))}
    ${
      model.record.draft.links.some(({ id }) => id === failure.id)
        ? html`<p class="quiet small">${codicon('check')} ${l10n.t('This one follows from it.')}</p>`
        : html`<button
          type="button"
          class="link small"
          title=${l10n.t('Note that this follows from “{0}”', firstWords(failure.title))}
          @click=${() => actions.followFrom(choice)}
        >${l10n.t('This follows from it')}</button>`
    }`;
}

function renderName(entry: EntryChoice, actions: CaptureActions): TemplateResult {
  return html`<div class="earlier-name">
    ${kindIcon(entry.kind)}<button
      type="button"
      class="link cut"
      title=${entryName(entry)}
      @click=${() => actions.openEntry(entry.id)}
    >${entryName(entry)}</button>
  </div>`;
}

function inCommon({ tags, places, words }: EarlierFailure): string {
  const quoted = words.map((word) => l10n.t('“{0}”', word));
  return displayText([...tags, ...places, ...quoted].join(', '), 300);
}

import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { codicon } from '../codicon.ts';
import type { CaptureActions } from './captureActions.ts';
import type { CaptureModel } from './captureModel.ts';
import { firstWords } from './shownNames.ts';

/**
 * The line that says what happened. Its two places are always there, so that a screen reader hears what is put
 * into them, and so that nothing moves: one for what went well, one for what needs to be read now.
 */
export function renderOutcome(model: CaptureModel, actions: CaptureActions): TemplateResult {
  return html`<div class="outcome">
    <div role="status">${renderDone(model, actions)}</div>
    <div role="alert">${renderComplaint(model)}</div>
  </div>`;
}

function renderDone(model: CaptureModel, actions: CaptureActions): TemplateResult | typeof nothing {
  const { outcome, record } = model;
  switch (outcome.name) {
    case 'saving':
      return html`<span class="quiet">${l10n.t('Logging…')}</span>`;
    case 'takingBack':
      return html`<span class="quiet">${l10n.t('Taking it back…')}</span>`;
    case 'logged':
      return html`${codicon('check')}<span>${l10n.t('Logged.')}</span>
        ${link(l10n.t('Open'), l10n.t('Open “{0}”', firstWords(outcome.entry.title)), () => actions.openEntry(outcome.entry.id))}
        ${link(l10n.t('Undo'), l10n.t('Take “{0}” back', firstWords(outcome.entry.title)), () => actions.takeBack())}`;
    case 'none':
      if (record.interrupted !== undefined) {
        return html`<span class="quiet"
          >${l10n.t('What you were writing comes back when this is logged or thrown away.')}</span
        >`;
      }
      return record.setAside === undefined
        ? nothing
        : html`<span class="quiet">${l10n.t('Thrown away.')}</span>
            ${link(l10n.t('Undo'), l10n.t('Put “{0}” back', firstWords(record.setAside.text)), () => actions.putBack())}`;
    case 'failed':
    case 'noText':
    case 'tooLong':
      return nothing;
  }
}

function renderComplaint(model: CaptureModel): TemplateResult | typeof nothing {
  switch (model.outcome.name) {
    case 'noText':
      return html`${codicon('info')}<span>${l10n.t('Write a few words first.')}</span>`;
    case 'tooLong':
      return html`${codicon('info')}<span>${l10n.t('This is too long for one entry. Log a part of it, or shorten it.')}</span>`;
    case 'failed':
      return html`${codicon('error')}<span>${l10n.t('{0} Your text is kept.', model.outcome.message)}</span>`;
    case 'none':
    case 'saving':
    case 'takingBack':
    case 'logged':
      return nothing;
  }
}

function link(words: string, title: string, act: () => void): TemplateResult {
  return html`<button type="button" class="link" title=${title} @click=${act}>${words}</button>`;
}

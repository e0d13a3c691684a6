import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { isBlank } from '../../protocol/draft.ts';
import { codicon } from '../codicon.ts';
import type { CaptureActions } from './captureActions.ts';
import { logKeyName } from './captureKeys.ts';
import { type CaptureModel, isWriting } from './captureModel.ts';
import { kindWords } from './kindWords.ts';
import { renderAttachments } from './renderAttachments.ts';
import { renderDetails } from './renderDetails.ts';
import { renderEarlier } from './renderEarlier.ts';
import { renderKindFields } from './renderKindFields.ts';
import { renderKinds } from './renderKinds.ts';
import { renderOutcome } from './renderOutcome.ts';
import { renderUnavailable } from './renderUnavailable.ts';

/** The whole view: what kind, the text, one button; below it, quietly, what is on offer and the details. */
export function renderCapture(model: CaptureModel, actions: CaptureActions, mac: boolean): TemplateResult {
  return (
    renderUnavailable(model.state.availability, actions) ??
    html`<div class="capture">
      <h1 class="unseen">${l10n.t('Log an entry')}</h1>
      ${renderKinds(model.record.draft.kind, actions)} ${renderText(model, actions)}
      ${renderPromise(model, actions)}
      ${renderKindFields(model, actions)} ${renderButtons(model, actions, mac)} ${renderOutcome(model, actions)}
      ${renderEarlier(model, actions)} ${renderAttachments(model, actions)} ${renderDetails(model, actions)}
    </div>`
  );
}

function renderText(model: CaptureModel, actions: CaptureActions): TemplateResult {
  const { draft } = model.record;
  return html`<vscode-text-area
    id="text"
    class="text"
    rows="3"
    placeholder=${kindWords(draft.kind).question}
    aria-invalid=${model.outcome.name === 'noText' ? 'true' : 'false'}
    ?readonly=${!isWriting(model)}
    .value=${draft.text}
    @input=${(event: Event) => actions.write('text', (event.target as HTMLTextAreaElement).value)}
    >${l10n.t('What happened. The first line is the title.')}</vscode-text-area
  >`;
}

/** What the team promised, where somebody is about to tell of a failure. */
function renderPromise(model: CaptureModel, actions: CaptureActions): TemplateResult | typeof nothing {
  const { promise } = model.state;
  return model.record.draft.kind !== 'failure' || promise === ''
    ? nothing
    : html`<p class="promise">
        ${promise}
        <button type="button" class="link" @click=${() => actions.openAgreement()}>
          ${l10n.t('Our agreement')}
        </button>
      </p>`;
}

function renderButtons(model: CaptureModel, actions: CaptureActions, mac: boolean): TemplateResult {
  const throwAway = l10n.t('Throw away');
  return html`<div class="buttons">
    <vscode-button class="log" @click=${() => actions.log()}
      >${l10n.t('Log it')}<span class="key">${logKeyName(mac)}</span></vscode-button
    >
    <vscode-button
      class="throw-away"
      appearance="icon"
      title=${throwAway}
      aria-label=${throwAway}
      ?hidden=${isBlank(model.record.draft)}
      @click=${() => actions.throwAway()}
      >${codicon('trash')}<span class="word">${throwAway}</span></vscode-button
    >
  </div>`;
}

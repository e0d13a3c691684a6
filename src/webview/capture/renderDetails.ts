import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { CommitChoice } from '../../protocol/draft.ts';
import type { CaptureActions } from './captureActions.ts';
import type { CaptureModel } from './captureModel.ts';
import { renderField } from './renderField.ts';
import { renderPeople } from './renderKindFields.ts';
import { commitName } from './shownNames.ts';

/** What can be said about any entry, and never has to be. */
export function renderDetails(model: CaptureModel, actions: CaptureActions): TemplateResult {
  const { draft } = model.record;
  return html`<section class="rows details" aria-label=${l10n.t('Details')}>
    ${renderField(model, { name: 'tags', label: l10n.t('Tags'), ask: l10n.t('Add a tag') }, actions)}
    ${draft.kind === 'kudos' ? nothing : renderPeople(model, actions)}
    ${renderField(model, { name: 'links', label: l10n.t('Follows from'), ask: l10n.t('Find an entry') }, actions)}
    ${renderCommits(model, actions)}
  </section>`;
}

function renderCommits(model: CaptureModel, actions: CaptureActions): TemplateResult | typeof nothing {
  const { commits, noCommits, availability } = model.state;
  if (availability === 'loading' || (commits.length === 0 && noCommits === '')) {
    return nothing;
  }
  return html`<div class="row" role="group" aria-labelledby="commits-label">
    <span class="row-label" id="commits-label">${l10n.t('Commits')}</span>
    <div class="commit-field">
      ${
        commits.length === 0
          ? html`<p class="quiet why">${noCommits}</p>`
          : html`<details class="commits">
            <summary>${l10n.t('Choose…')}</summary>
            ${commits.map((commit) => renderCommit(commit, model, actions))}
          </details>`
      }
      <button type="button" class="find-commits" @click=${() => actions.findCommits()}>
        ${l10n.t('Find a commit…')}
      </button>
    </div>
  </div>`;
}

function renderCommit(commit: CommitChoice, model: CaptureModel, actions: CaptureActions): TemplateResult {
  const linked = model.record.draft.commits.some((one) => one.sha === commit.sha);
  const name = commitName(commit);
  return html`<label class="commit" title=${name}>
    <input type="checkbox" .checked=${live(linked)} @change=${() => actions.toggleCommit(commit)} />
    <span class="cut">${name}</span>
  </label>`;
}

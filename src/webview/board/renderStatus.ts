import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { renderReady } from './renderLive.ts';

/** One line at the bottom: what was just done and how to take it back, what went wrong, and where the minutes are. */
export function renderStatus(
  model: BoardModel,
  view: BoardView,
  actions: BoardActions,
  mac: boolean,
): TemplateResult {
  const { told } = model;
  const complaint = model.unanswered
    ? l10n.t('The editor does not answer. What you wrote is kept here; reload the window to go on.')
    : model.complaint;
  return html`<footer class="status">
    <div class="told">
      <div role="status">
        ${told.sentence === '' || complaint !== '' ? nothing : html`<span>${told.sentence}</span>`}
      </div>
      ${
        told.undo && complaint === '' && view.state === 'open'
          ? html`<button type="button" class="link" @click=${() => actions.undo()}>${l10n.t('Undo')} <span class="quiet key">${mac ? '⌘Z' : 'Ctrl+Z'}</span></button>`
          : nothing
      }
      <div role="alert">${complaint === '' ? nothing : html`${codicon('error')}<span>${complaint}</span>`}</div>
    </div>
    ${renderReady(model.facts.live, view, actions)} ${renderMinutes(model, actions)}
  </footer>`;
}

function renderMinutes({ facts }: BoardModel, actions: BoardActions): TemplateResult | typeof nothing {
  const { state, path, reason } = facts.minutes;
  switch (state) {
    case 'saved':
      return path === ''
        ? nothing
        : actions.canOpen
          ? html`<button type="button" class="link quiet" title=${path} @click=${() => actions.openMinutes()}>${l10n.t('Minutes saved')}</button>`
          : html`<span class="quiet" title=${path}>${l10n.t('Minutes saved')}</span>`;
    case 'saving':
      return html`<span class="quiet">${l10n.t('Saving the minutes…')}</span>`;
    case 'changed':
      return html`<span class="changed" role="alert">${codicon('warning')}<span>${l10n.t('Somebody else changed the minutes. They are left as they are.')}</span>
        <button type="button" class="link" @click=${() => actions.keepBoth()}>${l10n.t('Keep both')}</button>
        ${actions.canOpen ? html`<button type="button" class="link" @click=${() => actions.openMinutes()}>${l10n.t('Look')}</button>` : nothing}</span>`;
    case 'failed':
      return html`<span class="changed" role="alert">${codicon('warning')}<span>${reason}</span></span>`;
  }
}

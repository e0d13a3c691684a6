import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { renderColumns } from './renderColumns.ts';
import { renderMade } from './renderMade.ts';

/** A meeting that has ended: where its minutes are, what came out, and the board as it was. */
export function renderClosed(model: BoardModel, view: BoardView, actions: BoardActions): TemplateResult {
  const { ending } = model;
  return html`<div class="closed-note" role="status">
      <span class="closed-what">${codicon('check')}<span>${ending.name === 'done' ? ending.sentence : l10n.t('This meeting is closed, and its minutes are in the repository.')}</span></span>
      ${actions.canOpen ? html`<button type="button" class="button secondary" @click=${() => actions.openMinutes()}>${l10n.t('Open the minutes')}</button>` : nothing}
      ${view.facilitates ? html`<button type="button" class="link" @click=${() => actions.ask({ type: 'reopen' }, l10n.t('The meeting is open again.'))}>${l10n.t('Reopen the meeting')}</button>` : nothing}
      ${
        model.facts.live?.host === true
          ? html`<button type="button" class="link" @click=${() => actions.open({ name: 'end' })}>${l10n.t('End it for everyone…')}</button>`
          : nothing
      }
    </div>
    ${
      view.made.length === 0
        ? nothing
        : html`<section class="came-out">
            <h2>${l10n.t('What came out of it')}</h2>
            ${renderMade(view.made, view, actions)}
          </section>`
    }
    ${renderColumns(model, view, actions)}`;
}

import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { BoardActions } from './boardActions.ts';
import { renderMade, renderMakeButtons } from './renderMade.ts';

/** All that comes out of the meeting, in one list, and a way to add to it. */
export function renderDecide(view: BoardView, actions: BoardActions): TemplateResult {
  return html`<div class="page">
    <h2>${l10n.t('What comes out of this meeting')} <span class="count quiet">${view.made.length || ''}</span></h2>
    ${
      view.made.length === 0
        ? html`<p class="quiet empty">${l10n.t('Nothing yet. One thing that somebody does until a day is worth more than five that nobody has.')}</p>`
        : renderMade(view.made, view, actions)
    }
    ${renderMakeButtons('', actions)}
  </div>`;
}

import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import { type BoardModel, viewAhead } from './boardModel.ts';
import { renderCheckIn } from './renderCheckIn.ts';
import { renderClosed } from './renderClosed.ts';
import { renderClose } from './renderClose.ts';
import { renderColumns } from './renderColumns.ts';
import { renderDecide } from './renderDecide.ts';
import { renderDiscuss } from './renderDiscuss.ts';
import { renderHeader } from './renderHeader.ts';
import { renderLive } from './renderLive.ts';
import { renderOver } from './renderOver.ts';
import { renderPhaseBar } from './renderPhaseBar.ts';
import { renderReview } from './renderReview.ts';
import { renderStatus } from './renderStatus.ts';

/** The whole board: where the meeting stands, what can be done now, and what the team has said. */
export function renderBoard(model: BoardModel, actions: BoardActions, mac: boolean): TemplateResult {
  const view = viewAhead(model);
  if (view === undefined) {
    return html`<div class="opening quiet" role="status">${l10n.t('Opening the board…')}</div>`;
  }
  return html`<div class="board phase-${view.phase} ${view.state}" data-waiting=${model.pending.length}>
    ${renderHeader(model, view, actions)} ${renderPhaseBar(model, view, actions)} ${renderLive(model, view, actions)} ${renderRecovered(model)}
    <div class="room">${renderPhase(model, view, actions)}</div>
    ${renderStatus(model, view, actions, mac)}
  </div>
  ${renderOver(model, view, actions, mac)}`;
}

function renderPhase(model: BoardModel, view: BoardView, actions: BoardActions): TemplateResult {
  if (view.state === 'closed') {
    return renderClosed(model, view, actions);
  }
  switch (view.phase) {
    case 'review':
      return renderReview(view, actions);
    case 'check-in':
      return renderCheckIn(model, view, actions);
    case 'write':
    case 'group':
    case 'vote':
      return renderColumns(model, view, actions);
    case 'discuss':
      return renderDiscuss(model, view, actions);
    case 'decide':
      return renderDecide(view, actions);
    case 'close':
      return renderClose(model, view, actions);
  }
}

/** What was wrong with the journal is said once, where it is seen. */
function renderRecovered({ facts }: BoardModel): TemplateResult | typeof nothing {
  return facts.recovered === ''
    ? nothing
    : html`<div class="notice" role="status">${codicon('info')}<span>${facts.recovered}</span></div>`;
}

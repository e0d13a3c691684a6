import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import { icebreakers } from '../../core/templates/icebreakers.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { renderAnswers } from './renderAnswers.ts';
import { renderAttendees } from './renderAttendees.ts';
import { titleField } from './titleField.ts';

/** A question to begin with, and who is in the room. */
export function renderCheckIn(model: BoardModel, view: BoardView, actions: BoardActions): TemplateResult {
  const questions = icebreakers();
  const shown =
    view.question === '' ? (questions[firstFor(view.meeting.id, questions.length)] ?? '') : view.question;
  const next = questions[(questions.indexOf(shown) + 1) % questions.length] ?? '';
  const ask = (question: string): void => actions.ask({ type: 'askCheckIn', question });
  return html`<div class="page check-in">
    ${
      model.editing === 'question' && view.facilitates
        ? titleField('question', shown, l10n.t('Question to begin with'), actions, ask)
        : html`<h2 class="question">${shown}</h2>`
    }
    ${
      view.facilitates
        ? html`<div class="line">
      <button type="button" class="button secondary" @click=${() => ask(next)}>${codicon('refresh')}<span>${l10n.t('Another question')}</span></button>
      <button type="button" class="link" @click=${() => actions.edit('question')}>${l10n.t('Write your own')}</button>
    </div>`
        : nothing
    }
    ${model.facts.live === undefined ? renderAttendees(view, actions) : renderAnswers(view, actions)}
  </div>`;
}

/** Each meeting begins with another question, and the same one again after a reload. */
function firstFor(meeting: string, count: number): number {
  return Array.from(meeting).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % count, 7);
}

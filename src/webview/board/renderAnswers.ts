import * as l10n from '@vscode/l10n';
import { html, noChange, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { BoardActions } from './boardActions.ts';

/** What each answers at the beginning, where everyone has a screen of their own. */
export function renderAnswers(view: BoardView, actions: BoardActions): TemplateResult {
  const mine = view.answers.find(({ id }) => id === view.me)?.text ?? '';
  const nameOf = (who: string): string => view.participants.find(({ id }) => id === who)?.name ?? '';
  const answer = (field: HTMLInputElement): void => {
    if (field.value.trim() !== mine) {
      actions.ask({ type: 'answerCheckIn', text: field.value.trim() }, l10n.t('Your answer is there.'));
    }
  };
  return html`<div class="answers">
    <label class="field">
      <span class="quiet">${l10n.t('Your answer, if you like')}</span>
      <input
        class="title-field"
        maxlength="500"
        data-field="answer"
        .value=${isTyping() ? noChange : mine}
        @change=${(event: Event) => answer(event.currentTarget as HTMLInputElement)}
      />
    </label>
    ${
      view.answers.length === 0
        ? nothing
        : html`<ul class="rows">
            ${view.answers.map(({ id, text }) => html`<li><span class="quiet">${nameOf(id)}</span> <span class="what">${text}</span></li>`)}
          </ul>`
    }
  </div>`;
}

/** Their answer may come back while its writer goes on with it. */
function isTyping(): boolean {
  return document.activeElement?.matches('[data-field="answer"]') === true;
}

import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { BoardActions } from './boardActions.ts';
import { formBox } from './formBox.ts';

/** Why an action is dropped. */
export function renderDrop(action: string, view: BoardView, actions: BoardActions): TemplateResult {
  const title = view.given.actions.find(({ id }) => id === action)?.title ?? '';
  return formBox({
    content: html`<h2 id="over-title">${l10n.t('Why is “{0}” dropped?', title)}</h2>
      <label class="field"><span class="quiet">${l10n.t('A few words for whoever has the idea again')}</span>
        <input name="reason" required maxlength="200" autocomplete="off" autofocus />
      </label>`,
    words: l10n.t('Drop the action'),
    cancel: () => actions.closeOver(),
    keep: (text) => {
      const reason = text('reason');
      actions.ask(
        { type: 'reviewAction', action, decision: 'drop', reason },
        l10n.t('“{0}” is dropped.', title),
      );
      actions.closeOver();
    },
  });
}

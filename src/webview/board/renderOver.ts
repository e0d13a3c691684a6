import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { renderDrop } from './renderDrop.ts';
import { renderHelp } from './renderHelp.ts';
import { renderMakeForm } from './renderMakeForm.ts';
import { renderEndRoom, renderPeople } from './renderPeople.ts';
import { renderPicker } from './renderPicker.ts';
import { renderPulse } from './renderPulse.ts';
import { renderUnsent } from './renderUnsent.ts';

/** What is open over the board, in a dialog of its own; Escape closes it. */
export function renderOver(
  model: BoardModel,
  view: BoardView,
  actions: BoardActions,
  mac: boolean,
): TemplateResult | typeof nothing {
  const { over } = model;
  if (over === undefined) {
    return nothing;
  }
  return html`<dialog
    class="over over-${over.name}"
    aria-labelledby="over-title"
    @close=${() => actions.closeOver()}
    @click=${(event: MouseEvent) => (event.target === event.currentTarget ? actions.closeOver() : undefined)}
  >
    ${renderInside(model, over, view, actions, mac)}
  </dialog>`;
}

function renderInside(
  model: BoardModel,
  over: NonNullable<BoardModel['over']>,
  view: BoardView,
  actions: BoardActions,
  mac: boolean,
): TemplateResult {
  switch (over.name) {
    case 'help':
      return renderHelp(actions, mac);
    case 'drop':
      return renderDrop(over.action, view, actions);
    case 'picker':
      return renderPicker(over.picker, view, actions);
    case 'people':
      return renderPeople(model.facts.live, view, actions);
    case 'pulse':
      return renderPulse(model, view, actions);
    case 'unsent':
      return renderUnsent(model, view, actions);
    case 'end':
      return renderEndRoom(model.facts.live, actions);
    case 'make':
      return renderMakeForm(over.form, model.facts.people, actions);
  }
}

import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { BoardActions } from './boardActions.ts';
import { iconButton } from './iconButton.ts';

/** How many people are in the room. */
export function renderAttendees({ attendees }: BoardView, actions: BoardActions): TemplateResult {
  const set = (count: number): void =>
    actions.ask({ type: 'setAttendees', count }, l10n.t('{0} people in the room.', count));
  return html`<div class="attendees" role="group" aria-label=${l10n.t('People in the room')}>
    <span class="quiet">${l10n.t('People in the room')}</span>
    ${iconButton('remove', l10n.t('One fewer'), () => set(attendees - 1), { disabled: attendees <= 1 })}
    <span class="number">${attendees}</span>
    ${iconButton('add', l10n.t('One more'), () => set(attendees + 1), { disabled: attendees >= 1000 })}
  </div>`;
}

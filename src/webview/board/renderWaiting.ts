import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { LiveFacts } from '../../protocol/boardPanel.ts';
import type { BoardActions } from './boardActions.ts';
import { renderNotice } from './renderNotice.ts';
import type { WaitingRow } from './steadyRows.ts';
import { waitingRows } from './waitingRows.ts';

type Doorkeeper = Pick<BoardActions, 'control'>;

/** Who wants to come in, one click for each: in a room of its own, so that nothing else moves when somebody comes or goes. */
export function renderWaiting({ waiting, locked }: LiveFacts, actions: Doorkeeper): TemplateResult {
  const empty = locked ? l10n.t('The door is locked.') : l10n.t('Nobody waits at the door.');
  return html`<section class="at-door" aria-label=${l10n.t('At the door')} tabindex=${waiting.length > 2 ? 0 : nothing}>
    ${waitingRows(waiting, (rows) =>
      rows.length === 0
        ? html`<p class="quiet">${empty}</p>`
        : repeat(
            rows,
            ({ id }) => id,
            (row) => renderRow(row, actions),
          ),
    )}
  </section>`;
}

/** The same above the board, in one line: where there are several, it leads to them. Empty places are above it. */
export function renderKnock(
  { waiting }: LiveFacts,
  actions: Pick<BoardActions, 'control' | 'open'>,
): TemplateResult {
  return html`${waitingRows(waiting, (rows) => {
    const here = rows.filter(({ gone }) => !gone);
    const [only, ...more] = here;
    return html`${rows.filter(({ gone }) => gone).map((row) => renderRow(row, actions))}
    ${
      only === undefined
        ? nothing
        : more.length === 0
          ? renderRow(only, actions)
          : renderNotice(
              'person',
              html`<span>${l10n.t('{0} people want to come in.', here.length)}</span>
                <button type="button" class="button secondary" @click=${() => actions.open({ name: 'people' })}>${l10n.t('Show them')}</button>`,
            )
    }`;
  })}`;
}

function renderRow({ id, name, gone }: WaitingRow, actions: Doorkeeper): TemplateResult {
  return renderNotice(
    'person',
    gone
      ? html`<span class="cut quiet">${l10n.t('{0} waits no more.', name)}</span>`
      : html`<span class="cut">${l10n.t('{0} wants to come in.', name)}</span>
          <button type="button" class="button secondary" aria-label=${`${l10n.t('Let in')}: ${name}`} @click=${() => actions.control({ type: 'admit', who: id })}>${l10n.t('Let in')}</button>
          <button type="button" class="link" aria-label=${`${l10n.t('No')}: ${name}`} @click=${() => actions.control({ type: 'turnAway', who: id })}>${l10n.t('No')}</button>`,
  );
}

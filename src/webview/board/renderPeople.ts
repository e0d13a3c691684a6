import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView, ParticipantView } from '../../core/board/boardView.ts';
import type { LiveFacts } from '../../protocol/boardPanel.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import { qrCode } from './qrCode.ts';
import { leads } from './renderLive.ts';
import { renderWaiting } from './renderWaiting.ts';

/** Who is at a live board, and what whoever leads can do about it. */
export function renderPeople(
  live: LiveFacts | undefined,
  view: BoardView,
  actions: BoardActions,
): TemplateResult {
  const canLead = leads(live, view);
  return html`<h2 id="over-title">${l10n.t('People')}</h2>
    ${live === undefined || !canLead ? nothing : renderWaiting(live, actions)}
    <ul class="rows at-board">
      ${view.participants.map((person) => renderPerson(person, view, actions))}
    </ul>
    ${live !== undefined && canLead ? renderRoom(live, actions) : nothing}
    <div class="line">
      <button type="button" class="button" autofocus @click=${() => actions.closeOver()}>${l10n.t('Close')}</button>
      ${canLead ? html`<button type="button" class="link" @click=${() => actions.open({ name: 'end' })}>${l10n.t('End it for everyone…')}</button>` : nothing}
    </div>`;
}

/** The link to pass on, and whether anybody new can come. */
export function renderRoom(
  { invitation, locked }: LiveFacts,
  actions: Pick<BoardActions, 'control' | 'copyInvitation'>,
): TemplateResult {
  return html`<div class="invitation">
    ${
      invitation === ''
        ? html`<p class="quiet">${l10n.t('The invitation is more than four hours old and lets nobody new in.')}</p>`
        : html`<label class="field"><span class="quiet">${l10n.t('Invitation, for everybody else')}</span>
            <input readonly .value=${invitation} @focus=${(event: Event) => (event.currentTarget as HTMLInputElement).select()} /></label>
            <button type="button" class="button secondary" @click=${() => actions.copyInvitation()}>${codicon('copy')}<span>${l10n.t('Copy')}</span></button>`
    }
    <button type="button" class="button secondary" aria-pressed=${String(locked)} @click=${() => actions.control({ type: 'lock', locked: !locked })}>
      ${codicon(locked ? 'lock' : 'unlock')}<span>${locked ? l10n.t('Locked: nobody new can ask') : l10n.t('Lock')}</span>
    </button>
    ${invitation === '' ? nothing : qrCode(invitation)}
  </div>`;
}

function renderPerson(person: ParticipantView, view: BoardView, actions: BoardActions): TemplateResult {
  const { id, name, role, state, ready } = person;
  const facts = [
    ...(id === view.me ? [l10n.t('you')] : []),
    ...(role === 'facilitator' ? [l10n.t('facilitates')] : []),
    ...(state === 'away' ? [l10n.t('away')] : []),
    ...(ready === true ? [l10n.t('done')] : []),
  ];
  const canLead = view.facilitates && id !== view.me && role !== 'facilitator';
  return html`<li class=${state}>
    <span class="what"><span>${name}</span> <span class="quiet">${facts.join(' · ')}</span></span>
    ${
      canLead
        ? html`<button type="button" class="link" @click=${() => actions.ask({ type: 'handOver', to: id }, l10n.t('{0} facilitates now.', name))}>${l10n.t('Hand over')}</button>
            <button type="button" class="link" @click=${() => actions.ask({ type: 'removeParticipant', who: id }, l10n.t('{0} was taken off the board.', name))}>${l10n.t('Remove')}</button>`
        : nothing
    }
  </li>`;
}

/** Asked once: nobody can come back. */
export function renderEndRoom(live: LiveFacts | undefined, actions: BoardActions): TemplateResult {
  return html`<h2 id="over-title">${l10n.t('End it for everyone?')}</h2>
    <p>${l10n.t('Everybody is sent away and nobody can come back. What the minutes say by now is kept.')}</p>
    ${live?.pulse.state === 'open' ? html`<p>${l10n.t('The survey that is open is let go: nothing of it is shown or written.')}</p>` : nothing}
    <div class="line">
      <button type="button" class="button" @click=${() => actions.control({ type: 'end' })}>${l10n.t('End it')}</button>
      <button type="button" class="button secondary" autofocus @click=${() => actions.closeOver()}>${l10n.t('Cancel')}</button>
    </div>`;
}

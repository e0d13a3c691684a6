import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { phaseWords } from './phaseWords.ts';

/** What the team does now, and the one or two things that only this phase has. */
export function renderPhaseBar(model: BoardModel, view: BoardView, actions: BoardActions): TemplateResult {
  if (view.state === 'closed') {
    return html`<div class="phase-bar"></div>`;
  }
  return html`<div class="phase-bar">
    <span class="quiet">${phaseWords(view.phase).what}</span>
    ${phaseActions(view, actions, model.facts.live === undefined)}
  </div>`;
}

function phaseActions(
  view: BoardView,
  actions: BoardActions,
  oneScreen: boolean,
): TemplateResult | typeof nothing {
  const keyboard = oneScreen ? renderKeyboard(view, actions) : nothing;
  switch (view.phase) {
    case 'review':
    case 'check-in':
      return nothing;
    case 'write':
    case 'group':
      return view.hidden
        ? html`<span>${l10n.t('Hidden until revealed.')}</span> ${keyboard} ${renderReveal(view, actions)}`
        : nothing;
    case 'vote':
      return html`${renderForgotten(view, actions)} ${renderVotesLeft(view)}
      ${view.votes.revealed ? nothing : keyboard} ${renderRound(view, actions)}`;
    case 'discuss':
    case 'decide':
      return renderForgotten(view, actions);
    case 'close':
      return html`${renderForgotten(view, actions)} ${keyboard}`;
  }
}

/** Cards that nobody has revealed before going on would be missing from here on, and keep the meeting from closing. */
function renderForgotten(view: BoardView, actions: BoardActions): TemplateResult | typeof nothing {
  return view.hidden
    ? html`<span>${l10n.t('Cards are still hidden.')}</span> ${renderReveal(view, actions)}`
    : nothing;
}

function renderReveal({ facilitates }: BoardView, actions: BoardActions): TemplateResult | typeof nothing {
  return facilitates
    ? button(l10n.t('Reveal the cards'), () =>
        actions.ask({ type: 'reveal' }, l10n.t('The cards are revealed.')),
      )
    : nothing;
}

function renderVotesLeft({ votes }: BoardView): TemplateResult {
  if (votes.revealed) {
    return html`<span class="votes-left">${l10n.t('Round {0}: the votes are revealed.', votes.round)}</span>`;
  }
  const words =
    votes.left === 1
      ? l10n.t('1 vote left')
      : l10n.t('{0} of {1} votes left', votes.left, votes.limits.total);
  return html`<span class="votes-left">${words}</span>`;
}

function renderRound(
  { votes, facilitates }: BoardView,
  actions: BoardActions,
): TemplateResult | typeof nothing {
  if (!facilitates) {
    return nothing;
  }
  return votes.revealed
    ? button(l10n.t('Another round'), () =>
        actions.ask({ type: 'startRound' }, l10n.t('Another round of votes.')),
      )
    : button(l10n.t('Reveal the votes'), () =>
        actions.ask({ type: 'revealVotes' }, l10n.t('The votes are revealed.')),
      );
}

/** Who has the keyboard, where several people use it in turn. */
function renderKeyboard(view: BoardView, actions: BoardActions): TemplateResult {
  const seats = view.participants.filter(({ state }) => state === 'present');
  const at = seats.findIndex(({ id }) => id === view.me);
  const count = seats.length;
  return html`<span class="keyboard" role="group" aria-label=${l10n.t('Who has the keyboard')}>
    ${count > 1 ? html`<span>${l10n.t('Person {0} of {1}', at + 1, count)}</span>` : nothing}
    <button type="button" class="link" @click=${() => actions.passKeyboard(seats[at + 1]?.id ?? '')}>
      ${l10n.t('Pass the keyboard on')}
    </button>
    ${
      at > 0
        ? html`<button type="button" class="link" @click=${() => actions.passKeyboard(seats[0]?.id ?? '')}>
            ${l10n.t('Back to the first')}
          </button>`
        : nothing
    }
  </span>`;
}

function button(words: string, act: () => void): TemplateResult {
  return html`<button type="button" class="button secondary" @click=${act}>${words}</button>`;
}

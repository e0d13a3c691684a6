import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { GivenAction, GivenWaiting } from '../../core/board/given.ts';
import { gapWords } from '../../core/loops/loopWords.ts';
import { kindIcon } from '../capture/kindIcon.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import { dayName } from './dayNames.ts';
import { entryName } from './entryName.ts';

/** What was decided before and is still open, one by one; below it, folded, what else happened. */
export function renderReview(view: BoardView, actions: BoardActions): TemplateResult {
  const { actions: open } = view.given;
  return html`<div class="page">
    <h2>${l10n.t('Open actions')} <span class="count quiet">${open.length || ''}</span></h2>
    ${
      open.length === 0
        ? html`<p class="quiet empty">${l10n.t('Nothing is open from before. Go on with the next phase.')}</p>`
        : html`<ul class="rows reviews">
            ${open.map((action) => renderAction(action, view, actions))}
          </ul>`
    }
    ${renderWaiting(view, actions)} ${renderFacts(view, actions)}
  </div>`;
}

function renderAction(action: GivenAction, view: BoardView, actions: BoardActions): TemplateResult {
  const review = view.reviews.find(({ id }) => id === action.id);
  const decide = (decision: 'keep' | 'close'): void =>
    actions.ask(
      {
        type: 'reviewAction',
        action: action.id,
        decision: review?.decision === decision ? 'undecided' : decision,
        reason: '',
      },
      decision === 'close'
        ? l10n.t('“{0}” is done.', action.title)
        : l10n.t('“{0}” stays open.', action.title),
    );
  const facts = [
    action.owner === '' ? l10n.t('nobody has it') : action.owner,
    ...(action.due === '' ? [] : [l10n.t('due {0}', dayName(action.due, view.meeting.date.slice(0, 4)))]),
  ];
  const late = action.due !== '' && action.due < view.meeting.date;
  return html`<li class="review ${review?.decision ?? ''}">
    <span class="state">${codicon(stateIcon(review?.decision))}</span>
    <span class="what">
      ${entryName(action, actions)}
      <span class="quiet">${facts.join(' · ')}${late ? html` · <span class="late">${l10n.t('over its time')}</span>` : nothing}${
        review?.decision === 'drop' ? html` · ${l10n.t('dropped: {0}', review.reason)}` : nothing
      }</span>
    </span>
    <span class="choices" role="group" aria-label=${l10n.t('What becomes of “{0}”', action.title)}>
      ${choice(l10n.t('Done'), review?.decision === 'close', () => decide('close'))}
      ${choice(l10n.t('Keep'), review?.decision === 'keep', () => decide('keep'))}
      ${choice(l10n.t('Drop…'), review?.decision === 'drop', () => actions.open({ name: 'drop', action: action.id }))}
    </span>
  </li>`;
}

function stateIcon(decision: 'keep' | 'close' | 'drop' | undefined): string {
  switch (decision) {
    case 'close':
      return 'pass';
    case 'drop':
      return 'circle-slash';
    case 'keep':
    case undefined:
      return 'circle-large-outline';
  }
}

function choice(words: string, pressed: boolean, act: () => void): TemplateResult {
  return html`<button type="button" class="choice" aria-pressed=${String(pressed)} @click=${act}>${words}</button>`;
}

/** What is in the way, the oldest first, and what nothing has come of yet: to pick a card from. */
function renderWaiting(
  { given, meeting }: BoardView,
  actions: BoardActions,
): TemplateResult | typeof nothing {
  const { waiting = [] } = given;
  const year = meeting.date.slice(0, 4);
  return waiting.length === 0
    ? nothing
    : html`<details class="facts">
        <summary>${l10n.t('What waits')}&ensp;<span class="quiet">${waitingParts(waiting).join(' · ')}</span></summary>
        ${renderList(
          waiting.map(
            ({ id, kind, title, date, waits }) => html`${kindIcon(kind)}
      ${entryName({ id, title }, actions)}
      <span class="quiet">${waits === 'inTheWay' ? l10n.t('in the way since {0}', dayName(date, year)) : `${gapWords(waits)} · ${dayName(date, year)}`}</span>`,
          ),
        )}
      </details>`;
}

function waitingParts(waiting: readonly GivenWaiting[]): readonly string[] {
  const blockers = waiting.filter(({ waits }) => waits === 'inTheWay').length;
  const loops = waiting.length - blockers;
  return [
    ...(blockers === 0 ? [] : [blockers === 1 ? l10n.t('1 blocker') : l10n.t('{0} blockers', blockers)]),
    ...(loops === 0 ? [] : [loops === 1 ? l10n.t('1 open loop') : l10n.t('{0} open loops', loops)]),
  ];
}

/** What really happened in the period, for whoever wants to look. */
function renderFacts({ given, meeting }: BoardView, actions: BoardActions): TemplateResult | typeof nothing {
  const { entries, experiments, releases, reverts, figures } = given;
  const year = meeting.date.slice(0, 4);
  const parts = [
    ...(entries.length === 0
      ? []
      : [entries.length === 1 ? l10n.t('1 entry') : l10n.t('{0} entries', entries.length)]),
    ...(experiments.length === 0
      ? []
      : [experiments.length === 1 ? l10n.t('1 experiment') : l10n.t('{0} experiments', experiments.length)]),
    ...(releases.length === 0
      ? []
      : [releases.length === 1 ? l10n.t('1 release') : l10n.t('{0} releases', releases.length)]),
    ...(reverts.length === 0
      ? []
      : [reverts.length === 1 ? l10n.t('1 revert') : l10n.t('{0} reverts', reverts.length)]),
  ];
  if (parts.length === 0 && figures.length === 0) {
    return nothing;
  }
  return html`<details class="facts">
    <summary>${l10n.t('What happened')}&ensp;<span class="quiet">${parts.join(' · ')}</span></summary>
    ${renderList(
      entries.map(
        ({ id, kind, title, date }) => html`${kindIcon(kind)}
      ${entryName({ id, title }, actions)} <span class="quiet">${dayName(date, year)}</span>`,
      ),
    )}
    ${renderList(
      experiments.map(
        ({ id, title, status, outcome, timebox }) => html`${kindIcon('experiment')}
      ${entryName({ id, title }, actions)}
      <span class="quiet">${outcome === '' ? (timebox === '' ? status : l10n.t('timebox ended {0}', dayName(timebox, year))) : outcome}</span>`,
      ),
    )}
    ${renderList(releases.map(({ name, date }) => html`${codicon('tag')} <span>${name}</span> <span class="quiet">${dayName(date, year)}</span>`))}
    ${renderList(reverts.map(({ subject, date }) => html`${codicon('discard')} <span>${subject}</span> <span class="quiet">${dayName(date, year)}</span>`))}
    ${renderList(figures.map(({ name, value, before }) => html`${codicon('graph')} <span>${name}: ${value}</span> ${before === '' ? nothing : html`<span class="quiet">${l10n.t('before: {0}', before)}</span>`}`))}
  </details>`;
}

function renderList(items: readonly TemplateResult[]): TemplateResult | typeof nothing {
  return items.length === 0
    ? nothing
    : html`<ul class="rows">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

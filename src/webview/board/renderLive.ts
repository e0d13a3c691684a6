import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { LiveFacts } from '../../protocol/boardPanel.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { iconButton } from './iconButton.ts';
import { phaseWords } from './phaseWords.ts';
import { pulseNotice } from './pulseNotice.ts';
import { renderNotice } from './renderNotice.ts';
import { renderUnsentNotice } from './renderUnsent.ts';
import { renderKnock } from './renderWaiting.ts';

/** What a person at a live board has to know now: that the connection is gone, who knocks, where the meeting is. */
export function renderLive(
  model: BoardModel,
  view: BoardView,
  actions: BoardActions,
): TemplateResult | typeof nothing {
  const { said, staying } = model;
  const { live } = model.facts;
  if (live === undefined) {
    return nothing;
  }
  return html`<div class="live" role="status">
    ${live.online ? nothing : renderNotice('debug-disconnect', html`<span>${l10n.t('No connection. What you do is kept here, and sent as soon as it is back.')}</span>`)}
    ${
      staying === '' || said === undefined
        ? nothing
        : renderNotice(
            'arrow-right',
            html`<span>${l10n.t('The others are at “{0}” now.', phaseWords(said.phase).name)}</span>
            <button type="button" class="link" @click=${() => actions.follow()}>${l10n.t('Follow them')}</button>`,
          )
    }
    ${renderKnock(live, actions)} ${renderPulseNotice(live, view, actions)} ${renderUnsentNotice(model, view, actions)}
    ${
      live.host && !view.facilitates
        ? renderNotice(
            'person',
            html`<span>${l10n.t('Somebody else facilitates.')}</span>
          <button type="button" class="link" @click=${() => actions.control({ type: 'takeLead' })}>${l10n.t('Take it back')}</button>`,
          )
        : nothing
    }
  </div>`;
}

/** How many are there; it opens who. */
export function renderPeopleButton(
  live: LiveFacts | undefined,
  view: BoardView,
  actions: BoardActions,
): TemplateResult | typeof nothing {
  const present = view.participants.filter(({ state }) => state === 'present').length;
  const words = l10n.t('People: {0}', present);
  return live === undefined
    ? nothing
    : html`<button type="button" class="plain people" title=${words} aria-label=${words} @click=${() => actions.open({ name: 'people' })}>
        ${codicon('account')}<span class="number">${present}</span>
      </button>`;
}

/** Where a survey is begun, and closed. */
export function renderPulseButton(
  live: LiveFacts | undefined,
  view: BoardView,
  actions: BoardActions,
): TemplateResult | typeof nothing {
  return live !== undefined && view.state === 'open' && leads(live, view)
    ? iconButton('pulse', l10n.t('Survey'), () => actions.open({ name: 'pulse' }))
    : nothing;
}

/** Where people say that they are done with the phase, and how many have. */
export function renderReady(
  live: LiveFacts | undefined,
  view: BoardView,
  actions: BoardActions,
): TemplateResult | typeof nothing {
  const me = view.participants.find(({ id }) => id === view.me);
  if (live === undefined || me === undefined || view.state !== 'open') {
    return nothing;
  }
  const ready = me.ready === true;
  const present = view.participants.filter(({ state }) => state === 'present').length;
  return html`<div class="ready">
    <span class="quiet number">${l10n.t('{0} of {1} are done', view.ready, present)}</span>
    <button type="button" class="button secondary" aria-pressed=${String(ready)} @click=${() => actions.ask({ type: 'setReady', ready: !ready })}>
      ${codicon(ready ? 'check' : 'circle-large-outline')}<span>${l10n.t('I’m done')}</span>
    </button>
  </div>`;
}

/** That a survey is asked, has a result, or was lost. */
function renderPulseNotice(
  live: LiveFacts,
  view: BoardView,
  actions: BoardActions,
): TemplateResult | typeof nothing {
  const said = pulseNotice(live.pulse);
  return said === undefined
    ? nothing
    : renderNotice(
        'pulse',
        html`<span>${said.sentence}</span>
          ${said.opens === '' ? nothing : html`<button type="button" class="button secondary" @click=${() => actions.open({ name: 'pulse' })}>${said.opens}</button>`}
          ${
            live.pulse.state !== 'open' && leads(live, view)
              ? html`<button type="button" class="link" @click=${() => actions.control({ type: 'dropPulse' })}>${l10n.t('Put away')}</button>`
              : nothing
          }`,
      );
}

/** Whether the viewer may do what whoever runs the retro may. */
export function leads(live: LiveFacts | undefined, view: BoardView): boolean {
  return view.facilitates || live?.host === true;
}

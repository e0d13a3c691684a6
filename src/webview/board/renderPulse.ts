import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { LiveFacts } from '../../protocol/boardPanel.ts';
import type { PulseFacts } from '../../protocol/livePulse.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { answeredWords, tooFewWords } from './pulseNotice.ts';
import { renderPulseResult } from './renderPulseResult.ts';
import { renderPulseSheet } from './renderPulseSheet.ts';
import { leads } from './renderLive.ts';
import { sheetOf } from './pulseSheet.ts';

/** A survey: to be chosen, to be answered, or what it came to. */
export function renderPulse(
  { facts, sheet }: BoardModel,
  view: BoardView,
  actions: BoardActions,
): TemplateResult {
  const { live } = facts;
  if (live === undefined) {
    return html`<h2 id="over-title">${l10n.t('Survey')}</h2>${close(actions)}`;
  }
  const { pulse } = live;
  const isLead = leads(live, view);
  switch (pulse.state) {
    case 'open':
      return html`${renderOpen(pulse, sheetOf(sheet, pulse.round), actions)} ${isLead ? renderRound(pulse, actions) : close(actions)}`;
    case 'closed':
      return html`<h2 id="over-title" tabindex="-1" autofocus>${pulse.survey?.name ?? ''}</h2>
        ${pulse.result === null ? html`<p role="status">${tooFewWords()}</p>` : renderPulseResult(pulse, pulse.result)}
        ${
          isLead
            ? html`<div class="line">
            <button type="button" class="button" @click=${() => actions.closeOver()}>${l10n.t('Back to the board')}</button>
            <button type="button" class="link" @click=${() => actions.control({ type: 'dropPulse' })}>${l10n.t('Put it away')}</button>
          </div>`
            : close(actions)
        }`;
    case 'none':
    case 'lost':
      return isLead
        ? renderChoice(live, actions)
        : html`<h2 id="over-title">${l10n.t('Survey')}</h2><p>${l10n.t('No survey is open.')}</p>${close(actions)}`;
  }
}

function renderOpen(pulse: PulseFacts, sheet: BoardModel['sheet'], actions: BoardActions): TemplateResult {
  const { survey } = pulse;
  if (survey === undefined) {
    return html``;
  }
  return html`<h2 id="over-title">${survey.name}</h2>
    ${survey.purpose === '' ? nothing : html`<p>${survey.purpose}</p>`}
    ${
      pulse.mine && !sheet.anew
        ? html`<p role="status">${codicon('check')} ${l10n.t('Your answers are in. Nobody can see them, not even you.')} ${answeredWords(pulse.answered)}</p>
            <button type="button" class="button secondary" @click=${() => actions.answerAnew()}>${l10n.t('Answer again instead')}</button>`
        : html`${renderLimits(false)} ${renderPulseSheet(survey, sheet, actions)}`
    }`;
}

/** For whoever runs the round: how many have answered, and its end. */
function renderRound({ round, answered }: PulseFacts, actions: BoardActions): TemplateResult {
  return html`<section class="round" aria-label=${l10n.t('The round')}>
    <p role="status" class="number">${answeredWords(answered)} ${answered < 5 ? l10n.t('With fewer than five, closing it shows and writes nothing.') : nothing}</p>
    <div class="line">
      <button type="button" class="button secondary" @click=${() => actions.control({ type: 'closePulse', round })}>${l10n.t('Close the round')}</button>
      <button type="button" class="link" @click=${() => actions.control({ type: 'dropPulse' })}>${l10n.t('Drop it with its answers')}</button>
      <span class="spring"></span>
      <button type="button" class="link" @click=${() => actions.closeOver()}>${l10n.t('Back to the board')}</button>
    </div>
  </section>`;
}

function renderChoice({ pulse: { offered } }: LiveFacts, actions: BoardActions): TemplateResult {
  const [first] = offered;
  const about = (key: string): string => {
    const chosen = offered.find((each) => each.key === key);
    return chosen === undefined
      ? ''
      : [chosen.purpose, questionsWords(chosen.questions)].filter((part) => part !== '').join(' ');
  };
  const selectIn = (event: Event): HTMLSelectElement | null =>
    (event.currentTarget as Element).closest('dialog')?.querySelector('select') ?? null;
  const describe = (event: Event): void => {
    const text = (event.currentTarget as Element).closest('dialog')?.querySelector('#about-survey');
    if (text) {
      text.textContent = about(selectIn(event)?.value ?? '');
    }
  };
  return html`<h2 id="over-title">${l10n.t('Ask everyone a survey')}</h2>
    <label class="field">
      <span>${l10n.t('Survey')}</span>
      <select data-field="survey" aria-describedby="about-survey" autofocus @change=${describe}>
        ${offered.map(({ key, name }) => html`<option value=${key}>${name}</option>`)}
      </select>
    </label>
    <p class="quiet" id="about-survey">${about(first?.key ?? '')}</p>
    ${renderLimits(true)}
    <div class="line">
      <button type="button" class="button" @click=${(event: Event) => actions.control({ type: 'startPulse', survey: selectIn(event)?.value ?? '' })}>${l10n.t('Ask everyone')}</button>
      <button type="button" class="button secondary" @click=${() => actions.closeOver()}>${l10n.t('Cancel')}</button>
    </div>`;
}

function questionsWords(count: number): string {
  return count === 1 ? l10n.t('1 statement.') : l10n.t('{0} statements.', count);
}

/** What a survey keeps to itself, and what it cannot. Said where it starts, to whoever asks and to whoever answers. */
function renderLimits(isOpen: boolean): TemplateResult {
  return html`<details class="limits" ?open=${isOpen}>
    <summary>${l10n.t('How anonymous this is')}</summary>
    <ul>
      <li>${l10n.t('Each person answers for themselves, and can change it until the round is closed. Others see how many have answered, and nothing else.')}</li>
      <li>${l10n.t('Below five answers nothing is shown or written. A team of four cannot have an anonymous survey.')}</li>
      <li>${l10n.t('From five on, the means go to everyone and into one file of the repository: rounded, and with the number of answers only as “5-7”, “8-11” or “12+”. How often each number was given is told from ten on.')}</li>
      <li>${l10n.t('Until then the answers are in the memory of the facilitator’s machine: whoever runs it has to be trusted. If its program stops before, they are lost, and it says so.')}</li>
      <li>${l10n.t('If all but one tell each other what they answered, they learn what the last one did.')}</li>
      <li>${l10n.t('The way somebody writes gives them away. So there are only numbers here; no comments.')}</li>
    </ul>
  </details>`;
}

function close(actions: BoardActions): TemplateResult {
  return html`<div class="line">
    <button type="button" class="button secondary" @click=${() => actions.closeOver()}>${l10n.t('Back to the board')}</button>
  </div>`;
}

import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView, TopicView } from '../../core/board/boardView.ts';
import { type ColumnKind, columnKinds } from '../../core/templates/template.ts';
import { kindWords } from '../capture/kindWords.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { renderAttendees } from './renderAttendees.ts';
import { renderMade } from './renderMade.ts';
import { firstLine, topicName, topicsByVotes } from './viewParts.ts';

/** The end: was it worth it, what is kept as entries, how the minutes read, and one button. */
export function renderClose(model: BoardModel, view: BoardView, actions: BoardActions): TemplateResult {
  return html`<div class="page close">
    ${renderWorth(view, actions)} ${model.facts.live === undefined ? renderAttendees(view, actions) : nothing} ${renderKept(view, actions)}
    ${
      view.made.length === 0
        ? nothing
        : html`<h2>${l10n.t('What comes out of this meeting')}</h2>
            ${renderMade(view.made, view, actions)}`
    }
    ${view.facilitates ? renderFinish(model, actions) : nothing}
  </div>`;
}

/** How the minutes read, and one button. */
function renderFinish(model: BoardModel, actions: BoardActions): TemplateResult {
  return html`<details class="minutes" @toggle=${(event: Event) => ((event.target as HTMLDetailsElement).open ? actions.preview() : undefined)}>
      <summary>${l10n.t('How the minutes read')}</summary>
      <pre tabindex="0">${model.preview === '' ? l10n.t('Writing them…') : model.preview}</pre>
    </details>
    ${renderEnd(model, actions)}`;
}

function renderWorth({ worth, participants }: BoardView, actions: BoardActions): TemplateResult {
  const words = [
    l10n.t('a waste of time'),
    l10n.t('hardly'),
    l10n.t('so-so'),
    l10n.t('well worth it'),
    l10n.t('one of the best'),
  ];
  return html`<fieldset class="worth">
    <legend>${l10n.t('Was it worth our time?')}</legend>
    <div class="numbers">
      ${words.map(
        (word, at) => html`<label class="worth-choice">
          <input
            class="unseen"
            type="radio"
            name="worth"
            .checked=${worth.mine === at + 1}
            @change=${() => actions.ask({ type: 'rate', worth: at + 1 }, l10n.t('{0} of 5.', at + 1))}
          />
          <span class="face"><span class="number">${at + 1}</span><span class="word quiet">${word}</span></span>
        </label>`,
      )}
    </div>
    <p class="quiet">${
      worth.mean !== undefined
        ? l10n.t('Mean {0} of {1} who said.', worth.mean.toFixed(1), worth.n)
        : participants.length > 1
          ? l10n.t('{0} of {1} have said.', worth.n, participants.length)
          : ''
    }</p>
  </fieldset>`;
}

/** Cards that can become entries of the log: what got votes comes first, and people choose. */
function renderKept(view: BoardView, actions: BoardActions): TemplateResult | typeof nothing {
  const topics = topicsByVotes(view).filter(({ isGroup, cards }) => isGroup || cards[0]?.given === null);
  if (topics.length === 0) {
    return nothing;
  }
  const voted = topics.filter(({ votes, promotion }) => votes > 0 && promotion === null).slice(0, 3);
  return html`<h2>${l10n.t('What is kept as an entry')}</h2>
    <p class="quiet">${l10n.t('Everything is in the minutes. An entry can be found, linked and learned from on its own.')}</p>
    ${
      voted.length === 0
        ? nothing
        : html`<button type="button" class="button secondary keep-voted" @click=${() => voted.forEach(({ id }) => actions.promote(id, true))}>
            ${voted.length === 1 ? l10n.t('Keep the one with most votes') : l10n.t('Keep the {0} with most votes', voted.length)}
          </button>`
    }
    <ul class="rows kept">
      ${topics.map((topic) => renderKeepable(topic, view, actions))}
    </ul>`;
}

function renderKeepable(topic: TopicView, view: BoardView, actions: BoardActions): TemplateResult {
  const { promotion, votes } = topic;
  return html`<li>
    <label class="keep">
      <input
        type="checkbox"
        .checked=${promotion !== null}
        @change=${(event: Event) => actions.promote(topic.id, (event.target as HTMLInputElement).checked)}
      />
      <span class="what">${firstLine(topicName(topic), 120)}</span>
    </label>
    ${view.votes.shown && votes > 0 ? html`<span class="quiet number">${votes === 1 ? l10n.t('1 vote') : l10n.t('{0} votes', votes)}</span>` : nothing}
    ${promotion === null ? nothing : renderKind(topic, promotion, actions)}
  </li>`;
}

function renderKind(
  { id }: TopicView,
  { entry, kind }: { readonly entry: string; readonly kind: ColumnKind },
  actions: BoardActions,
): TemplateResult {
  return html`<select
    aria-label=${l10n.t('Kind of entry')}
    .value=${kind}
    @change=${(event: Event) => {
      const chosen = columnKinds.find((each) => each === (event.target as HTMLSelectElement).value);
      actions.ask({ type: 'promote', topic: id, entry, ...(chosen && { kind: chosen }) });
    }}
  >
    ${columnKinds.map((each) => html`<option value=${each} ?selected=${each === kind}>${kindWords(each).name}</option>`)}
  </select>`;
}

function renderEnd({ ending, facts }: BoardModel, actions: BoardActions): TemplateResult {
  const saving = ending.name === 'saving';
  return html`<div class="end line">
    <button type="button" class="button" ?disabled=${saving} @click=${() => actions.closeMeeting(false)}>
      ${saving ? l10n.t('Saving…') : l10n.t('Save and close')}
    </button>
    ${
      facts.canCommit
        ? html`<button type="button" class="button secondary" ?disabled=${saving} @click=${() => actions.closeMeeting(true)}>
            ${codicon('git-commit')}<span>${l10n.t('Save, close and commit')}</span>
          </button>`
        : nothing
    }
    ${ending.name === 'failed' ? html`<p class="complaint" role="alert">${codicon('error')}<span>${ending.reason}</span></p>` : nothing}
  </div>`;
}

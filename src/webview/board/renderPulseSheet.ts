import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { AskedSurvey } from '../../protocol/livePulse.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import { type PulseSheet, ratingOf } from './pulseSheet.ts';

/** The statements, each with the points of the scale; a figure answers the one that has the focus and goes on. */
export function renderPulseSheet(
  { questions, scale }: AskedSurvey,
  { ratings, sending, complaint }: PulseSheet,
  actions: BoardActions,
): TemplateResult {
  const points = Array.from({ length: scale.to - scale.from + 1 }, (_, at) => scale.from + at);
  const named = (point: number): string =>
    point === scale.from && scale.low !== ''
      ? `${point}, ${scale.low}`
      : point === scale.to && scale.high !== ''
        ? `${point}, ${scale.high}`
        : String(point);
  const key = (event: KeyboardEvent, at: number): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      actions.sendSheet();
      return;
    }
    const rating = event.altKey || event.ctrlKey || event.metaKey ? undefined : ratingOf(event.key, scale);
    if (rating !== undefined) {
      event.preventDefault();
      actions.rate(at, rating);
      focusAfter(event.currentTarget as Element);
    }
  };
  // No form: a panel of an editor may send none, and never tells that it was to be sent.
  return html`<div class="sheet">
    <p class="quiet">${scaleWords(scale)} ${scale.to <= 9 ? html`<span class="by-key">${l10n.t('A number on the keyboard answers, and goes on to the next.')}</span>` : nothing}</p>
    ${questions.map(
      (
        { text },
        at,
      ) => html`<fieldset data-question=${at} @keydown=${(event: KeyboardEvent) => key(event, at)}>
        <legend>${text}</legend>
        <div class="points">
          ${points.map(
            (point) => html`<label>
              <input
                type="radio"
                name="question-${at}"
                class="unseen"
                aria-label=${named(point)}
                ?autofocus=${at === 0 && point === (ratings[0] ?? scale.from)}
                .checked=${live(ratings[at] === point)}
                @change=${() => actions.rate(at, point)}
              />
              <span class="point number" aria-hidden="true">${point}</span>
            </label>`,
          )}
        </div>
      </fieldset>`,
    )}
    <div role="alert">${complaint === '' ? nothing : html`<p class="complaint">${codicon('error')}<span>${complaint}</span></p>`}</div>
    <div class="line">
      <button type="button" class="button send" ?disabled=${sending} @click=${() => actions.sendSheet()}>${l10n.t('Send my answers')}</button>
    </div>
  </div>`;
}

function scaleWords({ from, to, low, high }: AskedSurvey['scale']): string {
  return low === '' || high === ''
    ? l10n.t('From {0} to {1}.', from, to)
    : l10n.t('{0}: {1}. {2}: {3}.', from, low, to, high);
}

/** On to the next statement; behind the last one to where it is sent. */
function focusAfter(question: Element): void {
  const next = question.nextElementSibling?.matches('fieldset') === true ? question.nextElementSibling : null;
  const target =
    next === null
      ? question.closest('.sheet')?.querySelector<HTMLElement>('.send')
      : (next.querySelector<HTMLElement>('input:checked') ?? next.querySelector<HTMLElement>('input'));
  target?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { ThemeTexts } from '../../core/audit/audit.ts';
import { type Statement, statementsOf, survey, type Theme, themes } from '../../core/audit/survey.ts';
import { depthMeaning, depthName, statementText, themeName } from '../../core/audit/surveyWords.ts';
import type { AuditSheet } from '../../protocol/audit.ts';
import { logKeyName } from '../capture/captureKeys.ts';
import { isMac } from '../editorApi.ts';
import type { AuditActions } from './auditActions.ts';

const ratings = Array.from(
  { length: survey.scale.to - survey.scale.from + 1 },
  (_, at) => survey.scale.from + at,
);

/** One theme: its three statements from above the surface down, and what there is to say of it. */
export function renderTheme(theme: Theme, sheet: AuditSheet, actions: AuditActions): TemplateResult {
  const { step } = sheet;
  const isLast = step === themes.length - 1;
  return html`<h1 tabindex="-1">${themeName(theme)}</h1>
    ${step === 0 ? introduction() : nothing}
    <div class="statements">
      ${statementsOf(theme).map((statement) => renderStatement(statement, sheet.ratings[statement.id], actions))}
    </div>
    <div class="texts">
      ${fields().map(([key, label]) => renderField(theme, key, label, sheet.texts[theme][key], actions))}
    </div>
    <div class="steps">
      ${step === 0 ? nothing : html`<button type="button" class="button secondary" @click=${() => actions.goTo(step - 1)}>${l10n.t('Back')}</button>`}
      <button type="button" class="button" @click=${() => actions.goTo(step + 1)}>${isLast ? l10n.t('See what came of it') : l10n.t('Next')}</button>
      <span class="quiet keys">${l10n.t('On a statement: 1 to 5 rates it, 0 leaves it open. {0} goes on.', logKeyName(isMac()))}</span>
    </div>`;
}

function introduction(): TemplateResult {
  return html`<p class="introduction">
    ${l10n.t('Answer this together, aloud, on one screen: talk about each statement until you agree on one number, or leave it open.')}
    ${l10n.t('Only that number is kept, and nobody’s own answer. In a small team, what you say here is known to all.')}
  </p>`;
}

function renderStatement(
  { id, depth }: Statement,
  rating: number | undefined,
  actions: AuditActions,
): TemplateResult {
  const [low, high] = [l10n.t('not at all'), l10n.t('completely')];
  return html`<fieldset class="statement">
    <legend>
      <span class="depth">${depthName(depth)} <span class="quiet">${depthMeaning(depth)}</span></span>
      <span class="said">${statementText(id)}</span>
    </legend>
    <div class="scale">
      <span class="quiet end" aria-hidden="true">${low}</span>
      ${ratings.map(
        (one) => html`<label class="rating">
          <input type="radio" name=${id} value=${one} .checked=${live(rating === one)}
            @change=${() => actions.rate(id, one)} />
          <span>${one}${endWords(one, low, high)}</span>
        </label>`,
      )}
      <span class="quiet end" aria-hidden="true">${high}</span>
      <button type="button" class="link open" ?data-idle=${rating === undefined} ?disabled=${rating === undefined}
        @click=${() => actions.rate(id, undefined)}>${l10n.t('Leave it open')}</button>
    </div>
  </fieldset>`;
}

/** The ends of the scale say what they are to whoever does not see what stands beside them. */
function endWords(rating: number, low: string, high: string): TemplateResult | typeof nothing {
  const words = rating === ratings[0] ? low : rating === ratings.at(-1) ? high : '';
  return words === '' ? nothing : html`<span class="unseen">, ${words}</span>`;
}

function fields(): readonly (readonly [keyof ThemeTexts, string])[] {
  return [
    ['enables', l10n.t('What enables it?')],
    ['blocks', l10n.t('What blocks it?')],
    ['differs', l10n.t('Where do words and deeds differ?')],
  ];
}

function renderField(
  theme: Theme,
  key: keyof ThemeTexts,
  label: string,
  text: string,
  actions: AuditActions,
): TemplateResult {
  return html`<label class="field">
    <span>${label}</span>
    <textarea rows="3" maxlength="20000" .value=${live(text)}
      @input=${(event: Event) => actions.say(theme, key, (event.target as HTMLTextAreaElement).value)}
    ></textarea>
  </label>`;
}

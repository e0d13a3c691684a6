import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { MadeKind, MadeWords } from '../../core/board/board.ts';
import { kindIcon } from '../capture/kindIcon.ts';
import { kindWords } from '../capture/kindWords.ts';
import type { BoardActions } from './boardActions.ts';
import type { MakeForm } from './boardModel.ts';
import { formBox } from './formBox.ts';

/** What an action, an experiment, a learning or kudos says. Only the title is needed; Enter is enough. */
export function renderMakeForm(
  { kind, words, exists }: MakeForm,
  people: readonly string[],
  actions: BoardActions,
): TemplateResult {
  return formBox({
    content: html`<h2 id="over-title">${kindIcon(kind)} ${kindWords(kind).name}</h2>
      <label class="field"><span class="quiet">${kindWords(kind).question}</span>
        <input name="title" required maxlength="200" autocomplete="off" autofocus .value=${words.title} />
      </label>
      ${fieldsOf(kind, words)}
      <datalist id="people">${people.map((name) => html`<option value=${name}></option>`)}</datalist>`,
    words: exists ? l10n.t('Keep') : l10n.t('Add'),
    cancel: () => actions.closeOver(),
    keep: (text) => actions.saveForm(wordsIn(text, kind)),
  });
}

function fieldsOf(kind: MadeKind, words: MadeWords): TemplateResult {
  switch (kind) {
    case 'action':
      return html`<div class="pair">${owner(words)} ${day('due', l10n.t('Until when?'), words.due)}</div>`;
    case 'experiment':
      return html`${area('hypothesis', l10n.t('Hypothesis'), l10n.t('If we …, then …, because …'), words.hypothesis)}
        ${area('measure', l10n.t('Measure'), l10n.t('What is it now, and what should it be?'), words.measure)}
        <div class="pair">${owner(words)} ${day('timebox', l10n.t('Until when?'), words.timebox)}</div>`;
    case 'learning':
      return area('body', l10n.t('What else should be remembered?'), '', words.body);
    case 'kudos':
      return html`<label class="field"><span class="quiet">${l10n.t('Who is thanked? Separate names by commas')}</span>
        <input name="people" list="people" maxlength="1000" autocomplete="off" .value=${words.people.join(', ')} />
      </label>`;
  }
}

function owner(words: MadeWords): TemplateResult {
  return html`<label class="field"><span class="quiet">${l10n.t('Who?')}</span>
    <input name="owner" list="people" maxlength="200" autocomplete="off" .value=${words.owner} />
  </label>`;
}

function day(name: string, label: string, value: string): TemplateResult {
  return html`<label class="field"><span class="quiet">${label}</span>
    <input name=${name} type="date" min="1000-01-01" max="9998-12-31" .value=${value} />
  </label>`;
}

function area(name: string, label: string, ask: string, value: string): TemplateResult {
  return html`<label class="field"><span class="quiet">${label}</span>
    <textarea name=${name} rows="2" maxlength="10000" placeholder=${ask} .value=${value}></textarea>
  </label>`;
}

function wordsIn(text: (name: string) => string, kind: MadeKind): MadeWords {
  return {
    kind,
    title: text('title'),
    body: text('body'),
    owner: text('owner'),
    due: text('due'),
    people: text('people')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    hypothesis: text('hypothesis'),
    measure: text('measure'),
    timebox: text('timebox'),
  };
}

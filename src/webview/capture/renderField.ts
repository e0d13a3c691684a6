import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { displayText } from '../../core/entries/displayText.ts';
import { type Suggestion, suggestionsFor } from './activeField.ts';
import type { CaptureActions } from './captureActions.ts';
import type { CaptureModel } from './captureModel.ts';
import type { FieldName } from './changeDraft.ts';
import { kindIcon } from './kindIcon.ts';
import { renderChip } from './renderChip.ts';
import { entryName } from './shownNames.ts';

/** How a field is called and what it asks for. */
export interface FieldWords {
  readonly name: FieldName;
  readonly label: string;
  readonly ask: string;
}

/** A field of chips: what is typed is completed, and becomes a chip. */
export function renderField(model: CaptureModel, words: FieldWords, actions: CaptureActions): TemplateResult {
  const { name, label, ask } = words;
  const chips = chipsOf(model, name);
  const active = model.field?.name === name ? model.field : undefined;
  const suggestions = active === undefined ? [] : suggestionsFor(model);
  const picked = active?.picked ?? -1;
  return html`<div class="row">
    <label class="row-label" for=${name}>${label}</label>
    <div class="field">
      <div class="field-box" @click=${focusInput}>
        ${chips.map((chip, index) => renderChip(chip.label, chip.icon, () => actions.remove(name, index)))}
        <input
          id=${name}
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          placeholder=${chips.length === 0 ? ask : ''}
          aria-autocomplete="list"
          aria-expanded=${suggestions.length > 0 ? 'true' : 'false'}
          aria-controls=${`${name}-list`}
          aria-activedescendant=${suggestions[picked] === undefined ? nothing : `${name}-${picked}`}
          .value=${live(active?.typed ?? '')}
          @focus=${() => actions.enterField(name)}
          @blur=${() => actions.leaveField()}
          @click=${() => actions.openField(name)}
          @input=${(event: InputEvent) => actions.typeInField(name, (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => actions.fieldKey(event)}
        />
      </div>
      ${renderSuggestions(words, suggestions, picked, actions)}
    </div>
  </div>`;
}

function renderSuggestions(
  { name, label }: FieldWords,
  suggestions: readonly Suggestion[],
  picked: number,
  actions: CaptureActions,
): TemplateResult {
  // The press is taken before the field loses the focus to it.
  const choose = (event: PointerEvent, index: number) => {
    event.preventDefault();
    actions.choose(index);
  };
  return html`<ul
    class="suggestions"
    role="listbox"
    id=${`${name}-list`}
    aria-label=${label}
    ?hidden=${suggestions.length === 0}
  >
    ${suggestions.map(
      ({ label: word, entry }, index) => html`<li
        id=${`${name}-${index}`}
        role="option"
        aria-selected=${index === picked ? 'true' : 'false'}
        @pointerdown=${(event: PointerEvent) => choose(event, index)}
      >
        ${entry === undefined ? nothing : kindIcon(entry.kind)}
        <span class="cut">${entry === undefined ? displayText(word) : entryName(entry)}</span>
      </li>`,
    )}
  </ul>`;
}

/** The whole box is the field, to someone who points at it. */
function focusInput(event: Event): void {
  if (event.target === event.currentTarget) {
    (event.currentTarget as HTMLElement).querySelector('input')?.focus();
  }
}

interface Chip {
  readonly label: string;
  readonly icon?: TemplateResult;
}

function chipsOf(model: CaptureModel, name: FieldName): readonly Chip[] {
  const { draft } = model.record;
  switch (name) {
    case 'owner':
      return draft.owner === '' ? [] : [{ label: displayText(draft.owner) }];
    case 'links':
      return draft.links.map((link) => ({ label: entryName(link), icon: kindIcon(link.kind) }));
    case 'tags':
    case 'people':
      return draft[name].map((word) => ({ label: displayText(word) }));
  }
}

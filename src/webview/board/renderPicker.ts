import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { BoardActions } from './boardActions.ts';
import type { Picker } from './boardModel.ts';
import { pickerItems } from './pickerItems.ts';
import { findCard, findTopic, firstLine, topicName } from './viewParts.ts';

/** A list to choose from by typing, by the arrow keys or by the pointer. */
export function renderPicker(picker: Picker, view: BoardView, actions: BoardActions): TemplateResult {
  const items = pickerItems(picker, view);
  const picked = Math.min(picker.picked, items.length - 1);
  const name = nameOf(picker.topic, view);
  const title = picker.name === 'group' ? l10n.t('Group “{0}” with', name) : l10n.t('Move “{0}” to', name);
  return html`<h2 id="over-title">${title}</h2>
    <input
      role="combobox"
      aria-expanded="true"
      aria-controls="picker-list"
      aria-autocomplete="list"
      aria-labelledby="over-title"
      aria-activedescendant=${items.length === 0 ? nothing : `picked-${picked}`}
      autocomplete="off"
      autofocus
      .value=${picker.typed}
      @input=${(event: Event) => actions.changePicker({ ...picker, typed: (event.target as HTMLInputElement).value, picked: 0 })}
      @keydown=${(event: KeyboardEvent) => key(event, picker, items.length, () => actions.choose(picker, items[picked]?.id ?? ''), actions)}
    />
    <ul id="picker-list" role="listbox" aria-labelledby="over-title">
      ${items.map(
        ({ id, label, about }, at) => html`<li
          id="picked-${at}"
          role="option"
          aria-selected=${String(at === picked)}
          @click=${() => actions.choose(picker, id)}
        >
          <span class="cut">${label}</span><span class="quiet">${about}</span>
        </li>`,
      )}
    </ul>
    ${items.length === 0 ? html`<p class="quiet">${l10n.t('Nothing fits. Type something else, or press Escape.')}</p>` : nothing}`;
}

function nameOf(id: string, view: BoardView): string {
  const topic = findTopic(view, id)?.topic;
  const card = topic?.id === id ? undefined : findCard(view, id);
  return firstLine(card?.text ?? (topic === undefined ? '' : topicName(topic)), 40);
}

function key(
  event: KeyboardEvent,
  picker: Picker,
  count: number,
  choose: () => void,
  actions: BoardActions,
): void {
  if (event.isComposing) {
    return;
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0 && count > 0) {
    event.preventDefault();
    actions.changePicker({ ...picker, picked: (picker.picked + step + count) % count });
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (count > 0) {
      choose();
    }
  }
}

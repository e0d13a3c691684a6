import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { BoardActions } from './boardActions.ts';

/** A field for a title: Enter keeps what was written, Escape what was there before. Going elsewhere keeps it too. */
export function titleField(
  id: string,
  title: string,
  label: string,
  actions: BoardActions,
  keep: (title: string) => void,
): TemplateResult {
  const keepChanged = (written: string): void => {
    if (written !== title) {
      keep(written);
    }
  };
  return html`<input
    class="title-field"
    data-edits=${id}
    maxlength="200"
    aria-label=${label}
    .value=${live(actions.editedText(id) ?? title)}
    @input=${(event: Event) => actions.edited(id, (event.currentTarget as HTMLInputElement).value)}
    @keydown=${(event: KeyboardEvent) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      actions.stopEditing(id, event.key === 'Enter' ? keepChanged : undefined);
    }}
    @blur=${() => actions.stopEditing(id, keepChanged)}
  />`;
}

import { html, type TemplateResult } from 'lit-html';
import type { BoardActions } from './boardActions.ts';

/** A field for a title: Enter keeps what was written, Escape what was there before. Going elsewhere keeps it too. */
export function titleField(
  id: string,
  title: string,
  label: string,
  actions: BoardActions,
  keep: (title: string) => void,
): TemplateResult {
  const stop = (input: HTMLInputElement, kept: boolean): void => {
    const written = input.value.trim();
    if (kept && written !== '' && written !== title) {
      keep(written);
    }
    actions.stopEditing(id);
  };
  return html`<input
    class="title-field"
    data-edits=${id}
    maxlength="200"
    aria-label=${label}
    .value=${title}
    @keydown=${(event: KeyboardEvent) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      stop(event.currentTarget as HTMLInputElement, event.key === 'Enter');
    }}
    @blur=${(event: Event) => stop(event.currentTarget as HTMLInputElement, true)}
  />`;
}

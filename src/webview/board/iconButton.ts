import { html, nothing, type TemplateResult } from 'lit-html';
import { codicon } from '../codicon.ts';

/** What can be said of a button besides its icon and its words. */
export interface IconButtonOptions {
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  /** The key that does the same. */
  readonly key?: string;
  /** Not a stop of its own for the Tab key: the same can be done by a key. */
  readonly passed?: boolean;
}

/** A button with an icon alone; its words are read aloud and shown when the pointer rests on it. */
export function iconButton(
  icon: string,
  words: string,
  act: (event: Event) => void,
  { disabled = false, pressed, key, passed = false }: IconButtonOptions = {},
): TemplateResult {
  return html`<button
    type="button"
    class="icon"
    title=${key === undefined ? words : `${words} (${key})`}
    aria-label=${words}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    tabindex=${passed ? '-1' : nothing}
    ?disabled=${disabled}
    @click=${act}
  >
    ${codicon(icon)}
  </button>`;
}

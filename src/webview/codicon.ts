import { html, type TemplateResult } from 'lit-html';

/** One of the editor's icons. It says nothing to a screen reader: the word beside it does. */
export function codicon(name: string): TemplateResult {
  return html`<span class="codicon codicon-${name}" aria-hidden="true"></span>`;
}

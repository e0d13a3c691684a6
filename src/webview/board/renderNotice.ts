import { html, type TemplateResult } from 'lit-html';
import { codicon } from '../codicon.ts';

/** Something that a person at the board has to know now, in one line. */
export function renderNotice(icon: string, content: TemplateResult): TemplateResult {
  return html`<div class="notice">${codicon(icon)}${content}</div>`;
}

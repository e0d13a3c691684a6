import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { codicon } from '../codicon.ts';

/** Something that belongs to the entry and can be taken off it. */
export function renderChip(
  name: string,
  icon: TemplateResult | undefined,
  remove: () => void,
): TemplateResult {
  return html`<span class="chip" title=${name}>
    ${icon ?? nothing}<span class="cut">${name}</span>
    <button type="button" class="chip-remove" aria-label=${l10n.t('Remove {0}', name)} @click=${remove}>
      ${codicon('close')}
    </button>
  </span>`;
}

/** Something that could belong to the entry, one press away. */
export function renderOffer(words: string, title: string, add: () => void): TemplateResult {
  return html`<button type="button" class="offer" title=${title} @click=${add}>
    ${codicon('add')}<span class="cut">${words}</span>
  </button>`;
}

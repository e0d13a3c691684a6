import { html, type TemplateResult } from 'lit-html';
import { isEntryKind } from '../../core/entries/kinds.ts';
import { codicon } from '../codicon.ts';
import { kindWords } from './kindWords.ts';

/** The icon of an entry's kind in its colour, named for a screen reader. */
export function kindIcon(kind: string): TemplateResult {
  if (!isEntryKind(kind)) {
    return codicon('note');
  }
  const words = kindWords(kind);
  return html`<span class="kind-icon kind-${kind}" role="img" aria-label=${words.name}>${codicon(words.icon)}</span>`;
}

import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { BoardActions } from './boardActions.ts';

/** The title of an entry, which leads to it where it can be opened. */
export function entryName(
  { id, title }: { readonly id: string; readonly title: string },
  actions: BoardActions,
): TemplateResult {
  return actions.canOpen
    ? html`<button type="button" class="link plain-link" title=${l10n.t('Open the entry')} @click=${() => actions.openEntry(id)}>${title}</button>`
    : html`<span>${title}</span>`;
}

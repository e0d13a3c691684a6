import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { type EntryKind, entryKinds } from '../../core/entries/kinds.ts';
import { codicon } from '../codicon.ts';
import type { CaptureActions } from './captureActions.ts';
import { kindWords } from './kindWords.ts';

/** The kinds as a group of radio buttons: arrow keys go through them, a letter picks one. */
export function renderKinds(kind: EntryKind, actions: CaptureActions): TemplateResult {
  return html`<div
    class="kinds"
    role="radiogroup"
    aria-label=${l10n.t('Kind of entry')}
    @keydown=${(event: KeyboardEvent) => actions.kindKey(event)}
  >
    ${entryKinds.map((one) => renderKind(one, one === kind, actions))}
  </div>`;
}

function renderKind(kind: EntryKind, picked: boolean, actions: CaptureActions): TemplateResult {
  const words = kindWords(kind);
  return html`<label class="kind kind-${kind}" title=${l10n.t('{0} ({1})', words.name, words.letter.toUpperCase())}>
    <input
      class="unseen"
      type="radio"
      name="kind"
      value=${kind}
      aria-keyshortcuts=${words.letter}
      .checked=${live(picked)}
      @change=${() => actions.pickKind(kind)}
    />
    <span class="face">${codicon(words.icon)}<span class="kind-name">${withLetter(words.name, words.letter)}</span></span>
  </label>`;
}

/** The name with its letter marked, where it has that letter. */
function withLetter(name: string, letter: string): TemplateResult {
  const at = name.toLowerCase().indexOf(letter);
  if (at === -1) {
    return html`${name}`;
  }
  return html`${name.slice(0, at)}<span class="letter">${name.slice(at, at + 1)}</span>${name.slice(at + 1)}`;
}

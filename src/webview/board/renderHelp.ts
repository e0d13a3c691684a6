import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { BoardActions } from './boardActions.ts';

type Keys = readonly (readonly [keys: string, what: string])[];

/** The keys of the board, by what they are for. */
export function renderHelp(actions: BoardActions, mac: boolean): TemplateResult {
  const control = mac ? '⌘' : 'Ctrl+';
  return html`<h2 id="over-title">${l10n.t('Keys')}</h2>
    <div class="help">
      ${renderKeys(l10n.t('Cards'), [
        ['↑ ↓ ← →', l10n.t('go from card to card')],
        ['Enter', l10n.t('write a card in this column')],
        ['E', l10n.t('edit the card, rename the group')],
        ['Delete', l10n.t('delete the card')],
        ['M', l10n.t('move it to another column')],
        ['Alt+↑ Alt+↓', l10n.t('move it up or down')],
        ['P', l10n.t('put it into the parking lot')],
        [`${control}Z`, l10n.t('undo')],
      ])}
      ${renderKeys(l10n.t('Groups'), [
        ['G', l10n.t('group with another card')],
        ['U', l10n.t('take out of the group')],
        ['S', l10n.t('split the group')],
      ])}
      ${renderKeys(l10n.t('Votes'), [
        ['+', l10n.t('one vote more')],
        ['−', l10n.t('one vote less')],
      ])}
      ${renderKeys(l10n.t('What comes out'), [
        ['A', l10n.t('an action')],
        ['X', l10n.t('an experiment')],
        ['L', l10n.t('a learning')],
        ['K', l10n.t('kudos')],
        ['D', l10n.t('discussed, next topic')],
        ['N', l10n.t('write a note')],
      ])}
      ${renderKeys(l10n.t('The meeting'), [
        [']', l10n.t('next phase')],
        ['[', l10n.t('phase before')],
        ['T', l10n.t('start, pause or go on with the timer')],
        ['?', l10n.t('this list')],
        ['Esc', l10n.t('one step back')],
      ])}
      ${renderKeys(l10n.t('While writing a card'), [
        ['Enter', l10n.t('add it and write the next one')],
        ['Shift+Enter', l10n.t('a new line')],
        ['Tab', l10n.t('the next column')],
        ['↑', l10n.t('to the cards, when nothing is written')],
      ])}
    </div>
    <div class="line">
      <button type="button" class="button" autofocus @click=${() => actions.closeOver()}>${l10n.t('Close')}</button>
    </div>`;
}

function renderKeys(title: string, keys: Keys): TemplateResult {
  return html`<section>
    <h3>${title}</h3>
    <dl>${keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
  </section>`;
}

import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { type MadeKind, madeKinds } from '../../core/board/board.ts';
import type { BoardView } from '../../core/board/boardView.ts';
import { kindIcon } from '../capture/kindIcon.ts';
import { kindWords } from '../capture/kindWords.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import { formOf } from './boardModel.ts';
import { dayName } from './dayNames.ts';
import { entryName } from './entryName.ts';
import { iconButton } from './iconButton.ts';

/** The key that makes something of a card. */
export const makeKeys: Readonly<Record<MadeKind, string>> = {
  action: 'A',
  experiment: 'X',
  learning: 'L',
  kudos: 'K',
};

/** One button for each thing that can come out of a topic; without a topic, out of the meeting. */
export function renderMakeButtons(source: string, actions: BoardActions): TemplateResult {
  return html`<div class="make line" role="group" aria-label=${l10n.t('What comes out of it')}>
    ${madeKinds.map((kind) => {
      const words = kindWords(kind);
      return html`<button type="button" class="button secondary" title=${makeKeys[kind]} @click=${() => actions.openForm(kind, source)}>
        ${codicon(words.icon)}<span>${words.name}</span>
      </button>`;
    })}
  </div>`;
}

/** What came out so far. A thing that nobody has yet says so. */
export function renderMade(
  made: BoardView['made'],
  { meeting, state }: BoardView,
  actions: BoardActions,
): TemplateResult | typeof nothing {
  if (made.length === 0) {
    return nothing;
  }
  return html`<ul class="rows made">
    ${made.map((one) => {
      const facts = factsOf(one, meeting.date.slice(0, 4));
      const fixed = one.path !== '' || state !== 'open';
      return html`<li>
        ${kindIcon(one.kind)}
        <span class="what">
          ${fixed ? entryName(one, actions) : html`<button type="button" class="link plain-link" @click=${() => actions.open({ name: 'make', form: formOf(one) })}>${one.title}</button>`}
          <span class="quiet">${facts}</span>
        </span>
        ${fixed ? nothing : iconButton('trash', l10n.t('Delete “{0}”', one.title), () => actions.ask({ type: 'deleteMade', entry: one.id }, l10n.t('“{0}” is deleted.', one.title)))}
      </li>`;
    })}
  </ul>`;
}

function factsOf({ kind, owner, due, people, timebox }: BoardView['made'][number], year: string): string {
  switch (kind) {
    case 'action':
      return [
        owner === '' ? l10n.t('nobody has it yet') : owner,
        ...(due === '' ? [] : [l10n.t('due {0}', dayName(due, year))]),
      ].join(' · ');
    case 'experiment':
      return [
        ...(owner === '' ? [] : [owner]),
        ...(timebox === '' ? [] : [l10n.t('until {0}', dayName(timebox, year))]),
      ].join(' · ');
    case 'kudos':
      return people.join(', ');
    case 'learning':
      return '';
  }
}

import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { columnName } from './renderColumns.ts';
import { renderNotice } from './renderNotice.ts';
import { cardsOf, type Unsent, type UnsentCard } from './unsentCards.ts';

/** That there are cards which an earlier retro never got. They come onto this board when that is asked for. */
export function renderUnsentNotice(
  { unsent }: BoardModel,
  view: BoardView,
  actions: BoardActions,
): TemplateResult | typeof nothing {
  return unsent.length === 0 || view.state !== 'open'
    ? nothing
    : renderNotice(
        'archive',
        html`<span>${unsentWords(unsent)}</span>
          <button type="button" class="button secondary" @click=${() => actions.open({ name: 'unsent' })}>${l10n.t('Look')}</button>`,
      );
}

/** Those cards, each with the column that it is for. */
export function renderUnsent({ unsent }: BoardModel, view: BoardView, actions: BoardActions): TemplateResult {
  const cards = cardsOf(unsent);
  const chosen = (event: Event): readonly string[] =>
    [...((event.currentTarget as Element).closest('dialog')?.querySelectorAll('select') ?? [])].map(
      ({ value }) => value,
    );
  return html`<h2 id="over-title">${l10n.t('Cards that were not sent')}</h2>
    <p class="quiet">${l10n.t('What stands here is kept in this place alone, and nobody else has seen it.')}</p>
    <ul class="unsent-cards">
      ${cards.map((card, at) => renderCard(card, at, view))}
    </ul>
    <div class="line">
      <button type="button" class="button" autofocus @click=${(event: Event) => actions.sendUnsent(chosen(event))}>
        ${cards.length === 1 ? l10n.t('Send my card') : l10n.t('Send my {0} cards', cards.length)}
      </button>
      <button type="button" class="button secondary" @click=${() => actions.closeOver()}>${l10n.t('Back to the board')}</button>
      <span class="spring"></span>
      <button type="button" class="link" @click=${() => actions.dropUnsent()}>${l10n.t('Discard')}</button>
    </div>`;
}

function renderCard({ text, column }: UnsentCard, at: number, { columns }: BoardView): TemplateResult {
  const open = columns.filter(({ id }) => id !== 'parking');
  const same = open.some(({ id }) => id === column) ? column : open[0]?.id;
  return html`<li>
    <span class="anywhere" id="unsent-${at}">${text}</span>
    <select aria-label=${l10n.t('Column')} aria-describedby="unsent-${at}">
      ${open.map((each) => html`<option value=${each.id} ?selected=${each.id === same}>${columnName(each)}</option>`)}
    </select>
  </li>`;
}

function unsentWords(unsent: readonly Unsent[]): string {
  const count = cardsOf(unsent).length;
  const [first, ...more] = unsent;
  if (first === undefined || first.title === '' || more.length > 0) {
    return count === 1
      ? l10n.t('A card that you wrote for an earlier retro was not sent.')
      : l10n.t('{0} cards that you wrote for earlier retros were not sent.', count);
  }
  return count === 1
    ? l10n.t('A card that you wrote for “{0}” was not sent.', first.title)
    : l10n.t('{0} cards that you wrote for “{1}” were not sent.', count, first.title);
}

import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { DirectiveResult } from 'lit-html/directive.js';
import { guard } from 'lit-html/directives/guard.js';
import { parkingLot } from '../../core/board/board.ts';
import type { BoardView, ColumnView } from '../../core/board/boardView.ts';
import { similarCards } from '../../core/board/similarCards.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { firstLine, topicName, topicsOf } from './viewParts.ts';

/** Cards that say much the same, one pair at a time: they are put together when somebody says so. */
export function renderSimilar(
  { dismissed }: BoardModel,
  view: BoardView,
  actions: BoardActions,
): DirectiveResult {
  // They are compared when a card has changed, and not each time that something is drawn.
  return guard([view.columns, view.hidden, dismissed], () =>
    view.hidden ? nothing : renderPair(dismissed, view, actions),
  );
}

function renderPair(
  dismissed: readonly string[],
  view: BoardView,
  actions: BoardActions,
): TemplateResult | typeof nothing {
  const pairs = pairsIn(view.columns).filter((pair) => !dismissed.includes(nameOf(pair)));
  const [pair] = pairs;
  const names = new Map(topicsOf(view).map((topic) => [topic.id, firstLine(topicName(topic), 70)]));
  if (pair === undefined) {
    return nothing;
  }
  return html`<section class="similar" aria-label=${l10n.t('Similar cards')}>
    <span class="quiet">${pairs.length === 1 ? l10n.t('These two are alike:') : l10n.t('These two are alike ({0} pairs):', pairs.length)}</span>
    <span class="pair-names">“${names.get(pair.first)}” · “${names.get(pair.second)}”</span>
    <span class="line">
      <button type="button" class="button secondary" @click=${() => actions.group(pair.second, pair.first)}>${l10n.t('Group them')}</button>
      <button type="button" class="link" @click=${() => actions.dismissSimilar(nameOf(pair))}>${l10n.t('Leave them')}</button>
    </span>
  </section>`;
}

interface Pair {
  readonly first: string;
  readonly second: string;
}

function pairsIn(columns: readonly ColumnView[]): readonly Pair[] {
  const topics = columns.filter(({ id }) => id !== parkingLot).flatMap((column) => column.topics);
  return similarCards(
    topics.map(({ id, title, cards }) => ({
      id,
      text: [title, ...cards.map(({ text }) => text)].join('\n'),
    })),
  );
}

function nameOf({ first, second }: Pair): string {
  return `${first} ${second}`;
}

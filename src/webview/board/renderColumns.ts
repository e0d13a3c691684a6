import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { parkingLot } from '../../core/board/board.ts';
import type { BoardView, ColumnView } from '../../core/board/boardView.ts';
import { kindIcon } from '../capture/kindIcon.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { renderSimilar } from './renderSimilar.ts';
import { renderTopic } from './renderTopic.ts';
import { topicsOf } from './viewParts.ts';

/** How a column is called. */
export function columnName({ id, title }: Pick<ColumnView, 'id' | 'title'>): string {
  return id === parkingLot ? l10n.t('Parking lot') : title;
}

/** The columns with their cards: in which phase it is decides what can be done with them. */
export function renderColumns(model: BoardModel, view: BoardView, actions: BoardActions): TemplateResult {
  const shown = view.columns.filter(
    ({ id, topics }) =>
      id !== parkingLot || topics.length > 0 || (view.phase === 'group' && view.state === 'open'),
  );
  return html`${view.phase === 'group' && view.state === 'open' ? renderSimilar(model, view, actions) : nothing}
    <div class="columns" data-count=${shown.length}>
      ${repeat(
        shown,
        ({ id }) => id,
        (column) => renderColumn(model, view, column, actions),
      )}
    </div>`;
}

function renderColumn(
  model: BoardModel,
  view: BoardView,
  column: ColumnView,
  actions: BoardActions,
): TemplateResult {
  const stop = tabStop(model, view);
  const parked = column.id === parkingLot;
  const live = model.facts.live !== undefined;
  const names = live ? view.participants.length : 0;
  return html`<section class="column ${parked ? 'parking' : ''}" data-column=${column.id}>
    <h2>
      ${parked ? codicon('archive') : column.kind === null ? nothing : kindIcon(column.kind)}
      <span class="cut">${columnName(column)}</span>
      <span class="count quiet">${countOf(column) || ''}</span>
    </h2>
    ${column.prompt === '' ? nothing : html`<p class="prompt quiet">${column.prompt}</p>`}
    <div class="topics" role="list" aria-label=${columnName(column)}>
      ${repeat(
        column.topics,
        ({ id }) => id,
        (topic) => {
          const here = [topic.id, ...topic.cards.map(({ id }) => id)];
          const editing = here.find((id) => id === model.editing) ?? '';
          const active = here.find((id) => id === model.active) ?? '';
          const stopHere = here.find((id) => id === stop) ?? '';
          return guard(
            [
              topic,
              editing,
              active,
              stopHere,
              view.phase,
              view.votes,
              view.hidden,
              view.state,
              view.facilitates,
              names,
            ],
            () => renderTopic(topic, { view, editing, active, stop: stopHere, parked, live }, actions),
          );
        },
      )}
    </div>
    ${view.phase === 'write' && view.state === 'open' ? renderComposer(column, actions) : nothing}
  </section>`;
}

/** One card can be reached by the Tab key; the arrow keys go on from there. */
function tabStop({ active }: BoardModel, view: BoardView): string {
  const topics = topicsOf(view, true);
  const isThere = topics.some(({ id, cards }) => id === active || cards.some((card) => card.id === active));
  return isThere ? active : (topics[0]?.id ?? '');
}

function countOf({ topics }: ColumnView): number {
  return topics.reduce((count, { cards }) => count + cards.length, 0);
}

function renderComposer(column: ColumnView, actions: BoardActions): TemplateResult {
  return html`<textarea
    class="composer"
    rows="1"
    data-composer=${column.id}
    placeholder=${l10n.t('Add a card')}
    aria-label=${l10n.t('Add a card to {0}', columnName(column))}
    @keydown=${(event: KeyboardEvent) => actions.composerKey(event, column.id)}
    @input=${(event: Event) => actions.composed(column.id, (event.target as HTMLTextAreaElement).value)}
  ></textarea>`;
}

import type { BoardView } from '../../core/board/boardView.ts';
import { isOrHolds } from './viewParts.ts';

/** The ids that the arrow keys stop at in each column: groups, their cards, and lone cards. */
export function stopsOf(view: BoardView): readonly (readonly string[])[] {
  return view.columns.map(({ topics }) =>
    topics.flatMap(({ id, isGroup, cards }) =>
      isGroup ? [id, ...cards.map((card) => card.id)] : cards.map((card) => card.id),
    ),
  );
}

/** Where an arrow key leads from a card; `undefined` where there is nothing on that side. */
export function nextStop(
  view: BoardView,
  from: string,
  towards: 'up' | 'down' | 'left' | 'right',
): string | undefined {
  const columns = stopsOf(view);
  const column = columns.findIndex((stops) => stops.includes(from));
  const at = columns[column]?.indexOf(from) ?? -1;
  if (column === -1) {
    return columns.flat()[0];
  }
  if (towards === 'up' || towards === 'down') {
    return columns[column]?.[at + (towards === 'up' ? -1 : 1)];
  }
  const sides = towards === 'left' ? columns.slice(0, column).toReversed() : columns.slice(column + 1);
  const side = sides.find((stops) => stops.length > 0);
  return side?.[Math.min(at, side.length - 1)];
}

/** Where the focus goes when a card is taken away: to the next one in its column, or to the one before. */
export function stopBeside(view: BoardView, id: string): string | undefined {
  return nextStop(view, id, 'down') ?? nextStop(view, id, 'up');
}

/** Before which topic another one has to be put to move it one place up or down; `undefined`: it is there already. */
export function placeBeside(
  view: BoardView,
  id: string,
  step: 1 | -1,
): { readonly column: string; readonly before: string | undefined } | undefined {
  const column = view.columns.find(({ topics }) => topics.some((topic) => isOrHolds(topic, id)));
  const topic = column?.topics.find((each) => isOrHolds(each, id));
  if (column === undefined || topic === undefined) {
    return undefined;
  }
  const inGroup = topic.isGroup && topic.id !== id;
  const ids = inGroup ? topic.cards.map((card) => card.id) : column.topics.map((each) => each.id);
  const at = ids.indexOf(inGroup ? id : topic.id);
  const target = at + step;
  // The last place in a group has no card to stand before.
  if (target < 0 || target >= ids.length || (inGroup && step === 1 && target === ids.length - 1)) {
    return undefined;
  }
  return { column: column.id, before: step === -1 ? ids[target] : ids[target + 1] };
}

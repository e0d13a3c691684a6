import type { BoardView } from '../../core/board/boardView.ts';
import type { Picker } from './boardModel.ts';
import { columnName } from './renderColumns.ts';
import { findTopic, firstLine, isOrHolds, topicName } from './viewParts.ts';

/** Something that can be chosen in a list. */
export interface PickerItem {
  /** The id of a topic, of a column, or the name of a kind. */
  readonly id: string;
  readonly label: string;
  readonly about: string;
}

const most = 50;

/** What can be chosen: what holds all typed words comes, what begins with them first. */
export function pickerItems(picker: Picker, view: BoardView): readonly PickerItem[] {
  const words = folded(picker.typed).split(/\s+/).filter(Boolean);
  const fitting = allItems(picker, view).filter(({ label }) =>
    words.every((word) => folded(label).includes(word)),
  );
  const first = folded(picker.typed);
  return fitting
    .toSorted((a, b) => Number(folded(b.label).startsWith(first)) - Number(folded(a.label).startsWith(first)))
    .slice(0, most);
}

function allItems({ name, topic }: Picker, view: BoardView): readonly PickerItem[] {
  const own = findTopic(view, topic);
  if (name === 'move') {
    return view.columns
      .filter(({ id }) => id !== own?.column.id)
      .map((column) => ({ id: column.id, label: columnName(column), about: '' }));
  }
  // Near ones first: those of the same column.
  const near = [
    ...(own === undefined ? [] : [own.column]),
    ...view.columns.filter((column) => column !== own?.column),
  ];
  return near.flatMap((column) =>
    column.topics
      .filter((each) => !isOrHolds(each, topic))
      .map((each) => ({ id: each.id, label: firstLine(topicName(each), 120), about: columnName(column) })),
  );
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().trim();
}

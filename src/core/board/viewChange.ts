import type { BoardView, ColumnView, TopicView } from './boardView.ts';

/** What is not as before in a column. */
export interface ColumnChange {
  readonly id: string;
  /** The ids of its topics as they stand now; absent where they stand as before. */
  readonly order?: readonly string[];
  /** Those that are new in the column or say something else. */
  readonly topics: readonly TopicView[];
}

/** All that makes a later view of an earlier one. A large board is sent as a few of these, not as a whole each time. */
export interface ViewChange {
  /** What is not as before, apart from the columns. */
  readonly rest: Partial<Omit<BoardView, 'columns'>>;
  /** Those in which something is not as before. */
  readonly columns: readonly ColumnChange[];
}

/**
 * What makes the later of two views of the earlier one; `undefined` where they have other columns.
 *
 * @param after as `shareUnchanged(before, after)` gives it: what is the same object is the same
 */
export function changeBetween(before: BoardView, after: BoardView): ViewChange | undefined {
  const isAlike = ({ id, title, kind, prompt }: ColumnView, at: number): boolean => {
    const now = after.columns[at];
    return now?.id === id && now.title === title && now.kind === kind && now.prompt === prompt;
  };
  if (before.columns.length !== after.columns.length || !before.columns.every(isAlike)) {
    return undefined;
  }
  const { columns: _, ...rest } = after;
  const changed = Object.entries(rest).filter(([key, value]) => before[key as keyof BoardView] !== value);
  return {
    rest: Object.fromEntries(changed) as ViewChange['rest'],
    columns: after.columns.flatMap((column, at) => columnChange(before.columns[at] ?? column, column)),
  };
}

function columnChange(before: ColumnView, after: ColumnView): ColumnChange | readonly never[] {
  if (before === after) {
    return [];
  }
  const { id, topics } = after;
  const known = new Set(before.topics);
  const stays =
    topics.length === before.topics.length && topics.every((topic, at) => topic.id === before.topics[at]?.id);
  return {
    id,
    ...(stays ? {} : { order: topics.map((topic) => topic.id) }),
    topics: topics.filter((topic) => !known.has(topic)),
  };
}

/** The later view; `undefined` where the change is about another view than this one. */
export function changedView(before: BoardView, { rest, columns }: ViewChange): BoardView | undefined {
  const changes = new Map(columns.map((column) => [column.id, column]));
  const changed = before.columns.map((column) => {
    const change = changes.get(column.id);
    return change === undefined ? column : changedColumn(column, change);
  });
  const whole = changed.filter((column) => column !== undefined);
  const isWhole =
    whole.length === changed.length &&
    columns.every(({ id }) => before.columns.some((each) => each.id === id));
  return isWhole ? { ...before, ...rest, columns: whole } : undefined;
}

function changedColumn(column: ColumnView, { order, topics }: ColumnChange): ColumnView | undefined {
  const known = new Map([...column.topics, ...topics].map((topic) => [topic.id, topic]));
  const now = (order ?? column.topics.map(({ id }) => id)).map((id) => known.get(id));
  const there = now.filter((topic) => topic !== undefined);
  return there.length === now.length ? { ...column, topics: there } : undefined;
}

import type { Board, Card, Participant, Topic, Votes } from './board.ts';
import type { BoardView, ColumnView, TopicView } from './boardView.ts';
import { groupedBy, rowWith } from './rows.ts';
import { shareUnchanged } from './shareUnchanged.ts';
import { byRank } from './topics.ts';
import { undoView, type Viewer, viewOf } from './viewOf.ts';
import { columnViews, type KnownTopics, loneTopics } from './viewTopics.ts';

/** Where a topic stands in the view that all have in common. */
interface Place {
  readonly column: number;
  readonly at: number;
}

/** What is looked up for every person, made once for a board. */
interface Common {
  readonly board: Board;
  /** As somebody sees it who only looks on: what one person has besides is put into it. */
  readonly base: BoardView;
  /** By the id of a topic or of a card in it. */
  readonly places: ReadonlyMap<string, Place>;
  readonly byAuthor: ReadonlyMap<string, readonly Card[]>;
  readonly byKey: ReadonlyMap<string, readonly Card[]>;
  readonly votes: ReadonlyMap<string, readonly Votes[]>;
}

/** What a person was shown last. */
interface Shown {
  readonly view: BoardView;
  /** Their topics by those of the common view, with what makes them theirs. */
  readonly topics: WeakMap<TopicView, { readonly marks: string; readonly topic: TopicView }>;
}

const onlooker: Viewer = { participant: '', keys: [] };

/**
 * The views of many people on one board after another. Each is as `viewOf` has it, and every part that says the same as
 * before is the same object as before; but what all have in common is made once, so that a hundred views cost little
 * more than one.
 */
export class PersonalViews {
  #common: Common | undefined;
  readonly #topics: KnownTopics = new WeakMap();
  readonly #shown = new Map<string, Shown>();

  /**
   * What one person may see.
   *
   * @param undo whether what they can take back is looked for, which costs more than all the rest, or is as before
   */
  of(board: Board, viewer: Viewer, undo: 'now' | 'as-before'): BoardView {
    const common = this.#commonOf(board);
    const before = this.#shown.get(viewer.participant);
    const topics: Shown['topics'] = before?.topics ?? new WeakMap();
    const { base } = common;
    const me = rowWith(board.participants, viewer.participant);
    const mine = rowWith(board.ratings, viewer.participant)?.worth ?? 0;
    const given = common.votes.get(viewer.participant)?.reduce((sum, { count }) => sum + count, 0) ?? 0;
    const total = board.template.votes.total;
    const left = viewer.participant === '' ? 0 : Math.max(0, total - given);
    const own: Partial<BoardView> = {
      me: me?.id ?? '',
      facilitates: me?.role === 'facilitator',
      votes: { ...base.votes, left },
      worth: { ...base.worth, mine },
      undo: undo === 'now' || before === undefined ? undoView(board, viewer) : before.view.undo,
    };
    const columns = columnsFor(common, viewer, before?.view.columns, topics);
    const people = peopleFor(base, me);
    const participants =
      people === base.participants ? people : shareUnchanged(before?.view.participants, people);
    const view = { ...withShared(base, own, before?.view), participants, columns };
    this.#shown.set(viewer.participant, { view, topics });
    return view;
  }

  /** Nobody asks for this person's views any more. */
  forget(participant: string): void {
    this.#shown.delete(participant);
  }

  #commonOf(board: Board): Common {
    if (this.#common?.board !== board) {
      const before = this.#common?.base;
      const made = columnViews(board, onlooker, this.#topics).map((column, at) =>
        sharedColumn(before?.columns[at], column),
      );
      const base = viewOf(board, onlooker, sharedRows(before?.columns, made));
      this.#common = commonOf(board, withShared(base, withoutColumns(base), before));
    }
    return this.#common;
  }
}

function commonOf(board: Board, base: BoardView): Common {
  const live = board.cards.filter(({ deleted }) => !deleted);
  const places = new Map<string, Place>();
  for (const [column, { topics }] of base.columns.entries()) {
    for (const [at, topic] of topics.entries()) {
      places.set(topic.id, { column, at });
      topic.cards.forEach(({ id }) => places.set(id, { column, at }));
    }
  }
  return {
    board,
    base,
    places,
    byAuthor: groupedBy(
      live.filter(({ key, author }) => key === '' && author !== ''),
      ({ author }) => author,
    ),
    byKey: groupedBy(
      live.filter(({ key }) => key !== ''),
      ({ key }) => key,
    ),
    votes: groupedBy(board.votes, ({ participant }) => participant),
  };
}

/** The people, of whom everybody knows of themselves whether they are done. */
function peopleFor({ participants }: BoardView, me: Participant | undefined): BoardView['participants'] {
  const at = participants.findIndex(({ id }) => id === me?.id);
  const person = participants[at];
  return person === undefined || me === undefined || person.ready === me.ready
    ? participants
    : participants.with(at, { ...person, ready: me.ready });
}

/** The view with some parts in place of its own; each that says the same as before is the same object. */
function withShared(view: BoardView, parts: Partial<BoardView>, before: BoardView | undefined): BoardView {
  const shared = Object.entries(parts).map(([key, value]) => [
    key,
    shareUnchanged(before?.[key as keyof BoardView], value),
  ]);
  return { ...view, ...(Object.fromEntries(shared) as Partial<BoardView>) };
}

function withoutColumns(view: BoardView): Partial<BoardView> {
  const { columns: _, ...rest } = view;
  return rest;
}

/** The list of before, where it holds the same. */
function sharedRows<T>(before: readonly T[] | undefined, rows: readonly T[]): readonly T[] {
  return before?.length === rows.length && rows.every((row, at) => row === before[at]) ? before : rows;
}

function columnsFor(
  common: Common,
  viewer: Viewer,
  before: readonly ColumnView[] | undefined,
  known: Shown['topics'],
): readonly ColumnView[] {
  const { board, base, places } = common;
  const own = [
    ...(common.byAuthor.get(viewer.participant) ?? []),
    ...viewer.keys.flatMap((key) => common.byKey.get(key) ?? []),
  ];
  const hidden = own.filter((card) => card.hidden);
  if (hidden.some(({ group }) => group !== '')) {
    return shareUnchanged(before, columnViews(board, viewer));
  }
  const mine = new Set(own.map(({ id }) => id));
  const votes = new Map(
    (common.votes.get(viewer.participant) ?? []).map(({ topic, count }) => [topic, count]),
  );
  const marked = new Map<number, Map<number, TopicView>>();
  for (const id of viewer.participant === '' ? mine : [...mine, ...votes.keys()]) {
    const place = places.get(id);
    const topic = place && base.columns[place.column]?.topics[place.at];
    if (place !== undefined && topic !== undefined) {
      const topics = marked.get(place.column) ?? new Map<number, TopicView>();
      marked.set(place.column, topics.set(place.at, ownTopic(topic, mine, votes, known)));
    }
  }
  const extra = groupedBy(loneTopics(board, viewer, hidden), ({ id }) => rowWith(hidden, id)?.column ?? '');
  const rows = hidden.length === 0 ? new Map<string, Topic>() : rowsOf(board);
  const columns = base.columns.map((column, at) => {
    const topics = marked.get(at);
    const withOwn =
      topics === undefined ? column.topics : column.topics.map((topic, place) => topics.get(place) ?? topic);
    const all = inserted(withOwn, extra.get(column.id) ?? [], rows);
    return sharedColumn(before?.[at], all === column.topics ? column : { ...column, topics: all });
  });
  return sharedRows(before, columns);
}

/** A topic with what of it is a person's own: the same object as long as that and the topic are the same. */
function ownTopic(
  topic: TopicView,
  mine: ReadonlySet<string>,
  votes: ReadonlyMap<string, number>,
  known: Shown['topics'],
): TopicView {
  const myVotes = votes.get(topic.id) ?? 0;
  const cards = topic.cards.map((card) => (mine.has(card.id) ? { ...card, mine: true } : card));
  const marks = `${myVotes} ${cards.map((card) => (card.mine ? 1 : 0)).join('')}`;
  const before = known.get(topic);
  if (before?.marks === marks) {
    return before.topic;
  }
  const own = { ...topic, myVotes, cards };
  known.set(topic, { marks, topic: own });
  return own;
}

function rowsOf(board: Board): ReadonlyMap<string, Topic> {
  return new Map([...board.cards, ...board.groups].map((row) => [row.id, row]));
}

/** Topics that only one person sees, at their places among the others. */
function inserted(
  topics: readonly TopicView[],
  extra: readonly TopicView[],
  rows: ReadonlyMap<string, Topic>,
): readonly TopicView[] {
  const order = (a: TopicView, b: TopicView): number => {
    const [one, other] = [rows.get(a.id), rows.get(b.id)];
    return one === undefined || other === undefined ? 0 : byRank(one, other);
  };
  return extra.length === 0 ? topics : [...topics, ...extra].sort(order);
}

/** The column of before where it holds the same topics; those that say the same are the same objects. */
function sharedColumn(before: ColumnView | undefined, column: ColumnView): ColumnView {
  if (before === column || before === undefined) {
    return column;
  }
  const topics = sharedRows(before.topics, column.topics);
  return topics === before.topics && before.title === column.title ? before : column;
}

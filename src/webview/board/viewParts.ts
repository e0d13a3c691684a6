import { parkingLot } from '../../core/board/board.ts';
import type { BoardView, CardView, ColumnView, TopicView } from '../../core/board/boardView.ts';

/** Where a topic stands. */
export interface FoundTopic {
  readonly topic: TopicView;
  readonly column: ColumnView;
  readonly at: number;
}

/** The topic with an id, or the one that the card with this id is in. */
export function findTopic(view: BoardView, id: string): FoundTopic | undefined {
  for (const column of view.columns) {
    const at = column.topics.findIndex((topic) => isOrHolds(topic, id));
    const topic = column.topics[at];
    if (topic !== undefined) {
      return { topic, column, at };
    }
  }
  return undefined;
}

export function findCard(view: BoardView, id: string): CardView | undefined {
  return findTopic(view, id)?.topic.cards.find((card) => card.id === id);
}

/** All topics but those of the parking lot, unless it is asked for. */
export function topicsOf(view: BoardView, parking = false): readonly TopicView[] {
  return view.columns.filter(({ id }) => parking || id !== parkingLot).flatMap(({ topics }) => topics);
}

/** What a topic is called: the title of a group, or the first line of its card. */
export function topicName(topic: TopicView): string {
  return topic.isGroup ? topic.title : firstLine(topic.cards[0]?.text ?? '');
}

/** The beginning of a text in one line, for a name. */
export function firstLine(text: string, most = 80): string {
  const [line = ''] = text.trim().split('\n', 1);
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

/** The topics in the order in which they are talked about: most votes first, then as they stand. */
export function topicsByVotes(view: BoardView): readonly TopicView[] {
  return view.votes.shown ? topicsOf(view).toSorted((a, b) => b.votes - a.votes) : topicsOf(view);
}

/** The view with one topic changed; without it where that makes nothing of it. */
export function withTopic(
  view: BoardView,
  id: string,
  change: (topic: TopicView) => TopicView | undefined,
): BoardView {
  const columns = view.columns.map((column) =>
    column.topics.some((topic) => isOrHolds(topic, id))
      ? {
          ...column,
          topics: column.topics.flatMap((topic) => (isOrHolds(topic, id) ? (change(topic) ?? []) : topic)),
        }
      : column,
  );
  return { ...view, columns };
}

/** The view with one card changed. */
export function withCard(view: BoardView, id: string, change: Partial<CardView>): BoardView {
  return withTopic(view, id, (topic) => ({
    ...topic,
    cards: topic.cards.map((card) => (card.id === id ? { ...card, ...change } : card)),
  }));
}

/** The view without a card. A group that has no other goes with it. */
export function withoutCard(view: BoardView, id: string): BoardView {
  return withTopic(view, id, (topic) => {
    const cards = topic.cards.filter((card) => card.id !== id);
    return cards.length === 0 ? undefined : { ...topic, cards };
  });
}

/** The view with a topic put into a column, before another topic or at the end. */
export function placed(
  view: BoardView,
  topic: TopicView,
  column: string,
  before: string | undefined,
): BoardView {
  const columns = view.columns.map((each) => {
    if (each.id !== column) {
      return each;
    }
    const at = before === undefined ? -1 : each.topics.findIndex((one) => isOrHolds(one, before));
    return { ...each, topics: each.topics.toSpliced(at === -1 ? each.topics.length : at, 0, topic) };
  });
  return { ...view, columns };
}

/** A card by itself. */
export function loneTopic(card: CardView): TopicView {
  return {
    id: card.id,
    isGroup: false,
    title: '',
    cards: [{ ...card, notes: [] }],
    notes: card.notes,
    votes: 0,
    myVotes: 0,
    discussed: false,
    promotion: card.promotion,
  };
}

export function isOrHolds(topic: TopicView, id: string): boolean {
  return topic.id === id || topic.cards.some((card) => card.id === id);
}

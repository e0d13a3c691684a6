import type { BoardView, CardView, TopicView } from '../../core/board/boardView.ts';
import type { Deed, DeedOf, DeedType } from '../../core/board/intent.ts';
import {
  findCard,
  findTopic,
  firstLine,
  isOrHolds,
  loneTopic,
  placed,
  withCard,
  withoutCard,
  withTopic,
} from './viewParts.ts';

type Foresight<T extends DeedType> = (view: BoardView, deed: DeedOf<T>) => BoardView;

/**
 * The view as it will be once the host has done something: shown in the meantime, and replaced by what the host
 * says. What cannot be foreseen leaves it as it is.
 */
export function foresee(view: BoardView, deed: Deed): BoardView {
  const see = foresights[deed.type] as Foresight<DeedType> | undefined;
  return see?.(view, deed) ?? view;
}

const addCard: Foresight<'addCard'> = (view, { card: id, column, text }) => {
  const { me, hidden, names } = view;
  const author = names === 'anonymous' ? '' : me;
  const card: CardView = { id, text, author, mine: true, hidden, given: null, notes: [], promotion: null };
  return findCard(view, id) === undefined ? placed(view, loneTopic(card), column, undefined) : view;
};

const moveCard: Foresight<'moveCard'> = (view, { card: id, column, before }) => {
  const found = findTopic(view, id);
  const card = findCard(view, id);
  if (found === undefined || card === undefined || before === id) {
    return view;
  }
  const { topic } = found;
  if (topic.isGroup && topic.cards.some((each) => each.id === before)) {
    return withTopic(view, topic.id, (group) => ({ ...group, cards: movedIn(group.cards, card, before) }));
  }
  const alone = topic.isGroup ? loneTopic(card) : topic;
  return placed(withoutCard(view, id), alone, column, before);
};

const moveGroup: Foresight<'moveGroup'> = (view, { group, column, before }) => {
  const found = findTopic(view, group);
  return found === undefined
    ? view
    : placed(
        withTopic(view, group, () => undefined),
        found.topic,
        column,
        before,
      );
};

const groupCard: Foresight<'groupCard'> = (view, { card: id, topic: topicId, group }) => {
  const card = findCard(view, id);
  const found = findTopic(view, topicId);
  if (card === undefined || found === undefined || isOrHolds(found.topic, id)) {
    return view;
  }
  const moved: CardView = {
    ...card,
    notes: findTopic(view, id)?.topic.isGroup ? card.notes : (findTopic(view, id)?.topic.notes ?? []),
  };
  return withTopic(withoutCard(view, id), topicId, (topic) =>
    topic.isGroup ? { ...topic, cards: [...topic.cards, moved] } : groupOf(topic, moved, group),
  );
};

const ungroupCard: Foresight<'ungroupCard'> = (view, { card: id }) => {
  const card = findCard(view, id);
  const found = findTopic(view, id);
  if (card === undefined || found === undefined || !found.topic.isGroup) {
    return view;
  }
  const next = found.column.topics[found.at + 1]?.id;
  return placed(withoutCard(view, id), loneTopic(card), found.column.id, next);
};

function withVote(view: BoardView, id: string, by: 1 | -1): BoardView {
  const topic = findTopic(view, id)?.topic;
  const { left, limits, revealed } = view.votes;
  const mine = (topic?.myVotes ?? 0) + by;
  if (topic === undefined || revealed || mine < 0 || mine > limits.perCard || left - by < 0) {
    return view;
  }
  return {
    ...withTopic(view, id, (each) => ({ ...each, myVotes: mine })),
    votes: { ...view.votes, left: left - by },
  };
}

const reviewAction: Foresight<'reviewAction'> = (view, { action, decision, reason }) => ({
  ...view,
  reviews: [
    ...view.reviews.filter(({ id }) => id !== action),
    ...(decision === 'undecided' ? [] : [{ id: action, decision, reason }]),
  ],
});

const addNote: Foresight<'addNote'> = (view, { note: id, topic: topicId, text }) =>
  withTopic(view, topicId, (topic) =>
    topic.notes.some((note) => note.id === id) ? topic : { ...topic, notes: [...topic.notes, { id, text }] },
  );

/** Notes are looked for everywhere: the deed does not say whose they are. */
const changeNote =
  (change: (text: string) => string | undefined) =>
  (view: BoardView, id: string): BoardView => ({
    ...view,
    columns: view.columns.map((column) => ({
      ...column,
      topics: column.topics.map((topic) =>
        topic.notes.some((note) => note.id === id)
          ? {
              ...topic,
              notes: topic.notes.flatMap((note) => {
                const text = note.id === id ? change(note.text) : note.text;
                return text === undefined ? [] : { ...note, text };
              }),
            }
          : topic,
      ),
    })),
  });

const make: Foresight<'make'> = (view, { entry: id, source, words }) =>
  view.made.some((made) => made.id === id)
    ? view
    : { ...view, made: [...view.made, { ...words, id, source, path: '' }] };

const foresights: { readonly [T in DeedType]?: Foresight<T> } = {
  addCard,
  moveCard,
  moveGroup,
  groupCard,
  ungroupCard,
  reviewAction,
  addNote,
  make,
  vote: (view, { topic }) => withVote(view, topic, 1),
  unvote: (view, { topic }) => withVote(view, topic, -1),
  editCard: (view, { card, text }) => withCard(view, card, { text }),
  deleteCard: (view, { card }) => withoutCard(view, card),
  renameGroup: (view, { group, title }) => withTopic(view, group, (topic) => ({ ...topic, title })),
  editNote: (view, { note, text }) => changeNote(() => text)(view, note),
  deleteNote: (view, { note }) => changeNote(() => undefined)(view, note),
  changeMade: (view, { entry, words }) => ({
    ...view,
    made: view.made.map((made) => (made.id === entry ? { ...made, ...words } : made)),
  }),
  deleteMade: (view, { entry }) => ({ ...view, made: view.made.filter(({ id }) => id !== entry) }),
  goTo: (view, { phase }) => ({ ...view, phase, timer: phase === view.phase ? view.timer : null }),
  selectTopic: (view, { topic }) => ({ ...view, topic }),
  markDiscussed: (view, { topic: id, discussed }) =>
    withTopic(view, id, (topic) => ({ ...topic, discussed })),
  promote: (view, { topic, entry, kind }) =>
    kind === undefined ? view : withPromotion(view, topic, { entry, kind }),
  unpromote: (view, { topic }) => withPromotion(view, topic, null),
  rate: (view, { worth }) => ({ ...view, worth: { ...view.worth, mine: worth } }),
  askCheckIn: (view, { question }) => ({ ...view, question }),
  rename: (view, { title }) => ({ ...view, meeting: { ...view.meeting, title } }),
  setAttendees: (view, { count }) => ({ ...view, attendees: count }),
  revealVotes: (view) => ({ ...view, votes: { ...view.votes, revealed: true } }),
};

/** A lone card is told with its topic. */
function withPromotion(view: BoardView, id: string, promotion: TopicView['promotion']): BoardView {
  return withTopic(view, id, (topic) => ({
    ...topic,
    ...(topic.id === id ? { promotion } : {}),
    cards: topic.cards.map((card) => (card.id === id ? { ...card, promotion } : card)),
  }));
}

function movedIn(
  cards: readonly CardView[],
  card: CardView,
  before: string | undefined,
): readonly CardView[] {
  const others = cards.filter((each) => each !== card);
  return others.toSpliced(
    others.findIndex(({ id }) => id === before),
    0,
    card,
  );
}

function groupOf(first: TopicView, second: CardView, id: string): TopicView {
  const [card] = first.cards;
  const title = firstLine(card?.text ?? '', 120);
  const notes = first.notes;
  return {
    ...first,
    id,
    isGroup: true,
    title,
    notes: [],
    promotion: null,
    cards: [...first.cards.map((each) => ({ ...each, notes })), second],
  };
}

import { type Board, type Card, columnId, type Group, parkingLot } from './board.ts';
import type { CardView, ColumnView, NoteView, TopicView } from './boardView.ts';
import { groupedBy } from './rows.ts';
import { byRank } from './topics.ts';
import type { Viewer } from './viewOf.ts';
import { shownVotes, totalsOf } from './voteRows.ts';

/** What is looked up for every topic, made once. */
interface Scene {
  readonly viewer: Viewer;
  /** Of each group, the cards that the viewer may see. */
  readonly members: ReadonlyMap<string, readonly Card[]>;
  readonly notes: ReadonlyMap<string, readonly NoteView[]>;
  readonly votes: ReadonlyMap<string, number>;
  readonly myVotes: ReadonlyMap<string, number>;
}

/** Topics of earlier views, by the rows that they were made from, with all that went into them. */
export type KnownTopics = WeakMap<
  Card | Group,
  { readonly parts: readonly unknown[]; readonly topic: TopicView }
>;

/**
 * The columns with what the viewer may see in them, in their order.
 *
 * @param known topics that need not be made again, of views for the same viewer
 */
export function columnViews(board: Board, viewer: Viewer, known?: KnownTopics): readonly ColumnView[] {
  const seen = board.cards.filter((card) => !card.deleted && (!card.hidden || isMine(card, viewer)));
  const scene = sceneOf(board, viewer, seen);
  const lone = seen.filter(({ group }) => group === '');
  const groups = board.groups.filter(({ id }) => scene.members.has(id));
  const topics = groupedBy<Card | Group>([...lone, ...groups], ({ column }) => column);
  const columns = board.template.columns.map((column, index) => ({ ...column, id: columnId(index) }));
  return [...columns, { id: parkingLot, title: '', prompt: '' }].map((column) => ({
    id: column.id,
    title: column.title,
    kind: 'kind' in column ? column.kind : null,
    prompt: column.prompt,
    topics: (topics.get(column.id) ?? []).sort(byRank).map((topic) => knownTopic(topic, scene, known)),
  }));
}

/** Lone cards as topics, for whoever may see them. */
export function loneTopics(board: Board, viewer: Viewer, cards: readonly Card[]): readonly TopicView[] {
  const scene = sceneOf(board, viewer, cards);
  return cards.map((card) => topicView(card, scene));
}

function sceneOf(board: Board, viewer: Viewer, seen: readonly Card[]): Scene {
  const members = groupedBy(
    seen.filter(({ group }) => group !== ''),
    ({ group }) => group,
  );
  for (const cards of members.values()) {
    cards.sort(byRank);
  }
  return {
    viewer,
    members,
    notes: groupedBy(
      board.notes.filter(({ deleted }) => !deleted),
      ({ topic }) => topic,
    ),
    votes: totalsOf(shownVotes(board)),
    myVotes: totalsOf(
      board.votes.filter(({ participant }) => participant !== '' && participant === viewer.participant),
    ),
  };
}

function knownTopic(topic: Card | Group, scene: Scene, known: KnownTopics | undefined): TopicView {
  if (known === undefined) {
    return topicView(topic, scene);
  }
  const cards = 'title' in topic ? (scene.members.get(topic.id) ?? []) : [];
  const notes = [topic, ...cards].flatMap(({ id }) => scene.notes.get(id) ?? []);
  const { votes, myVotes } = scene;
  const parts = [votes.get(topic.id), myVotes.get(topic.id), cards.length, ...cards, ...notes];
  const before = known.get(topic);
  if (before?.parts.length === parts.length && parts.every((part, at) => part === before.parts[at])) {
    return before.topic;
  }
  const made = topicView(topic, scene);
  known.set(topic, { parts, topic: made });
  return made;
}

function topicView(topic: Card | Group, scene: Scene): TopicView {
  const isGroup = 'title' in topic;
  return {
    id: topic.id,
    isGroup,
    title: isGroup ? topic.title : '',
    cards: isGroup
      ? (scene.members.get(topic.id) ?? []).map((card) => cardView(card, scene, notesOf(card.id, scene)))
      : [cardView(topic, scene, [])],
    notes: notesOf(topic.id, scene),
    votes: scene.votes.get(topic.id) ?? 0,
    myVotes: scene.myVotes.get(topic.id) ?? 0,
    discussed: topic.discussed,
    promotion: topic.promotion,
  };
}

function cardView(card: Card, { viewer }: Scene, notes: readonly NoteView[]): CardView {
  const { id, text, author, hidden, given, promotion } = card;
  return { id, text, author, mine: isMine(card, viewer), hidden, given, notes, promotion };
}

function notesOf(topic: string, { notes }: Scene): readonly NoteView[] {
  return (notes.get(topic) ?? []).map(({ id, text }) => ({ id, text }));
}

function isMine(card: Card, { participant, keys }: Viewer): boolean {
  return card.key === '' ? card.author !== '' && card.author === participant : keys.includes(card.key);
}

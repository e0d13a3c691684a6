import type { Board, Card, Group, Made } from '../board/board.ts';
import { columnId, parkingLot } from '../board/board.ts';
import { titleFrom } from '../board/cardText.ts';
import { groupedBy } from '../board/rows.ts';
import { cardsIn, isCard, topicsIn } from '../board/topics.ts';
import { attendeesOf, worthOf } from '../board/viewOf.ts';
import { shownVotes, totalsOf } from '../board/voteRows.ts';
import type {
  Minutes,
  MinutesAction,
  MinutesCard,
  MinutesColumn,
  MinutesEntry,
  MinutesGroup,
  MinutesItem,
} from './minutes.ts';

/** Where the file of an entry is, by its id; `undefined` while it has none. */
export type PathOf = (entry: string) => string | undefined;

interface Scene {
  readonly board: Board;
  readonly pathOf: PathOf;
  readonly votes: ReadonlyMap<string, number>;
  readonly notes: ReadonlyMap<string, readonly string[]>;
}

/**
 * What minutes say of a board. Cards that are still hidden are not in it; nor is who wrote a card. An entry that was
 * made on the board and is no action stands in the first column of its kind, or else among the actions.
 */
export function minutesOf(board: Board, pathOf: PathOf): Minutes {
  const writtenAt = new Map(board.written.map(({ id, path }) => [id, path]));
  const scene: Scene = {
    board,
    pathOf: (entry) => pathOf(entry) ?? writtenAt.get(entry),
    votes: totalsOf(shownVotes(board)),
    notes: notesByTopic(board),
  };
  const { meeting, template } = board;
  const worth = worthOf(board);
  const made = board.made.filter(({ deleted }) => !deleted);
  const placed = made.filter((each) => columnOf(each, scene) !== -1);
  return {
    id: meeting.id,
    date: meeting.date,
    title: meeting.title,
    template: template.key,
    from: meeting.from,
    to: meeting.to,
    attendees: attendeesOf(board),
    worth: worth && {
      mean: board.ratings.length === 0 ? worth.mean : Math.round(worth.mean * 10) / 10,
      n: worth.n,
    },
    columns: template.columns.map(({ title }, index): MinutesColumn => {
      const there = topicsIn(board, columnId(index)).flatMap((topic) => itemOf(topic, scene));
      const known = new Set(there.flatMap((item) => ('path' in item ? item.path : [])));
      const entries = placed
        .filter((each) => columnOf(each, scene) === index)
        .map((each) => entryOf(each, scene));
      return { title, items: [...there, ...entries.filter(({ path }) => !known.has(path))] };
    }),
    parked: topicsIn(board, parkingLot).flatMap((topic) => itemOf(topic, scene)),
    actions: made.filter((each) => !placed.includes(each)).map((each) => actionOf(each, scene)),
  };
}

function notesByTopic(board: Board): ReadonlyMap<string, readonly string[]> {
  const notes = board.notes.filter(({ deleted }) => !deleted);
  return new Map(
    [...groupedBy(notes, ({ topic }) => topic)].map(([topic, rows]) => [topic, rows.map(({ text }) => text)]),
  );
}

/** The position of the column in which an entry that is no action is told; -1 where there is none. */
function columnOf({ id, kind, path }: Made, { board, pathOf }: Scene): number {
  const isWritten = path !== '' || pathOf(id) !== undefined;
  return kind === 'action' || !isWritten
    ? -1
    : board.template.columns.findIndex((column) => column.kind === kind);
}

function itemOf(topic: Card | Group, scene: Scene): MinutesItem | readonly never[] {
  if (isCard(topic)) {
    return topic.hidden ? [] : cardOf(topic, scene);
  }
  const { title, promotion } = topic;
  const path = promotion === null ? undefined : scene.pathOf(promotion.entry);
  const cards = cardsIn(scene.board, topic.id).map((card) => cardOf(card, scene));
  return { type: 'group', title, path: path ?? '', ...saidOf(topic, scene), cards } satisfies MinutesGroup;
}

function cardOf(card: Card, scene: Scene): MinutesCard | MinutesEntry {
  const path = card.given?.path ?? (card.promotion === null ? undefined : scene.pathOf(card.promotion.entry));
  return path === undefined
    ? { type: 'card', text: card.text, ...saidOf(card, scene) }
    : { type: 'entry', title: titleFrom(card.given?.title ?? card.text), path, ...saidOf(card, scene) };
}

function saidOf({ id }: Card | Group, { votes, notes }: Scene): Pick<MinutesItem, 'votes' | 'notes'> {
  return { votes: votes.get(id) ?? 0, notes: notes.get(id) ?? [] };
}

function entryOf(made: Made, { pathOf }: Scene): MinutesEntry {
  const path = made.path === '' ? (pathOf(made.id) ?? '') : made.path;
  return { type: 'entry', title: made.title, path, votes: 0, notes: [] };
}

function actionOf(made: Made, scene: Scene): MinutesAction {
  const { title, path } = entryOf(made, scene);
  return path === ''
    ? { title, path, owner: made.owner, due: made.due }
    : { title, path, owner: '', due: '' };
}

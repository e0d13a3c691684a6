import { type Board, type Card, type Group, type Made, type Review } from '../board/board.ts';
import { anyTopic, cardsIn, isCard } from '../board/topics.ts';
import type { EntryDraft } from '../entries/draft.ts';
import { draftFromText } from '../entries/draftFromText.ts';
import type { Entry } from '../entries/entry.ts';
import { entryPath } from '../format/entryPath.ts';
import type { LogEdit } from '../log/logEdit.ts';
import { minutesOf } from './minutesOf.ts';
import { printMinutes } from './printMinutes.ts';
import { updateMinutes } from './updateMinutes.ts';

/** The log that a meeting ends in. */
export interface ClosingLog {
  /** The log's folder, POSIX, from the root of the repository. */
  readonly folder: string;
  /** The file of the minutes. */
  readonly path: string;
  /** The minutes as they were written last; `undefined` where there is no such file yet. */
  readonly before: string | undefined;
  /** What of them was ours, where somebody else's words are in them too: those stay. */
  readonly ours?: string | undefined;
  /** ISO 8601 date. */
  readonly today: string;
  /** The entry with an id, if there is one already. */
  readonly entryWith: (id: string) => Entry | undefined;
}

/** What the end of a meeting does to the log, in this order. Nothing of it is done yet. */
export interface ClosePlan {
  readonly edits: readonly LogEdit[];
  /** The text of the minutes, which the last edit writes. */
  readonly minutes: string;
}

type NewEntry = { readonly id: string; readonly draft: EntryDraft; readonly path: string };

/**
 * What is written when a meeting is closed: an entry for each promoted card or group and for everything that was
 * made on the board, what was decided about open actions, and the minutes that link to all of it. What is there
 * already is not written again, so that a plan which was interrupted is made anew and goes on.
 *
 * @throws RetroError as `updateMinutes`
 */
export function planClose(board: Board, log: ClosingLog): ClosePlan {
  const entries = newEntries(board, log);
  const paths = new Map(entries.map(({ id, path }) => [id, path]));
  const minutes = textOf(board, log, (id) => log.entryWith(id)?.path ?? paths.get(id));
  return {
    edits: [
      ...entries.map(({ id, draft }): LogEdit => ({ type: 'addEntry', id, draft })),
      ...board.reviews.flatMap((review) => stepFor(review, log)),
      { type: 'writeMinutes', path: log.path, text: minutes, before: log.before },
    ],
    minutes,
  };
}

/**
 * The text of the minutes while the meeting goes on. Entries that are not written yet are told as cards.
 *
 * @param path of the minutes
 * @param before the text that was written last; `undefined` where there is no such file yet
 * @param ours what of that text was ours, where somebody else's words are in it too: those stay
 * @throws RetroError as `updateMinutes`
 */
export function minutesText(
  board: Board,
  path: string,
  before: string | undefined,
  entryWith: ClosingLog['entryWith'],
  ours?: string,
): string {
  return textOf(board, { path, before, ours }, (id) => entryWith(id)?.path);
}

/** What is ours of the minutes: all that the board says, and nothing else. */
export function ownMinutes(board: Board, path: string, entryWith: ClosingLog['entryWith']): string {
  return printMinutes(
    path,
    minutesOf(board, (id) => entryWith(id)?.path),
  );
}

function textOf(
  board: Board,
  { path, before, ours }: Pick<ClosingLog, 'path' | 'before' | 'ours'>,
  pathOf: (id: string) => string | undefined,
): string {
  const minutes = minutesOf(board, pathOf);
  return before === undefined ? printMinutes(path, minutes) : updateMinutes(path, before, minutes, ours);
}

function newEntries(board: Board, { folder, entryWith }: ClosingLog): readonly NewEntry[] {
  const written = new Set(board.written.map(({ id }) => id));
  const promoted = [...board.cards.filter(({ deleted, hidden }) => !deleted && !hidden), ...board.groups]
    .filter((topic) => anyTopic(board, topic.id) !== undefined)
    .flatMap((topic) =>
      topic.promotion === null ? [] : [[topic.promotion.entry, promotedDraft(board, topic)] as const],
    );
  const made = board.made
    .filter(({ deleted, path }) => !deleted && path === '')
    .map((each) => [each.id, madeDraft(board, each)] as const);
  return [...promoted, ...made]
    .filter(([id]) => !written.has(id) && entryWith(id) === undefined)
    .map(([id, draft]) => ({ id, draft, path: entryPath(folder, board.meeting.date, draft.title, id) }));
}

function promotedDraft(board: Board, topic: Card | Group): EntryDraft {
  const kind = topic.promotion?.kind ?? 'learning';
  const notes = notesOf(board, topic.id).map(quoted);
  const { date, id } = board.meeting;
  if (isCard(topic)) {
    const { title, body } = draftFromText(topic.text);
    return { kind, title, body: paragraphs([body, ...notes]), date, links: [id] };
  }
  const cards = cardsIn(board, topic.id);
  const list = cards.map(({ text }) => `- ${text.replaceAll('\n', '\n  ')}`).join('\n');
  const said = cards.flatMap((card) => notesOf(board, card.id).map(quoted));
  return { kind, title: topic.title, body: paragraphs([list, ...said, ...notes]), date, links: [id] };
}

function madeDraft(board: Board, made: Made): EntryDraft {
  const { kind, title, owner, due, people, hypothesis, measure, timebox } = made;
  const source = anyTopic(board, made.source);
  const entry = source && entryOf(source);
  const { date, id } = board.meeting;
  const from = source === undefined || entry !== undefined ? '' : wordsOf(source);
  const common = {
    kind,
    title,
    body: paragraphs([made.body, from === title ? '' : quoted(from)]),
    date,
    links: [id, ...(entry === undefined ? [] : [entry])],
  };
  switch (kind) {
    case 'action':
      return { ...common, ...given({ owner, due }) };
    case 'experiment':
      return { ...common, ...given({ owner, timebox, hypothesis, measure }) };
    case 'kudos':
      return { ...common, people };
    case 'learning':
      return common;
  }
}

function stepFor(
  { id, decision, reason }: Review,
  { today, entryWith }: ClosingLog,
): LogEdit | readonly never[] {
  const action = entryWith(id);
  if (action === undefined || action.status !== 'open' || decision === 'keep') {
    return [];
  }
  const step =
    decision === 'close'
      ? ({ type: 'closeAction', date: today } as const)
      : ({ type: 'dropAction', date: today, reason } as const);
  return { type: 'takeStep', path: action.path, step };
}

/** The id of the entry that a card or group is or becomes. */
function entryOf(topic: Card | Group): string | undefined {
  return (isCard(topic) ? topic.given?.id : undefined) ?? topic.promotion?.entry;
}

function wordsOf(topic: Card | Group): string {
  return isCard(topic) ? (topic.hidden ? '' : topic.text) : topic.title;
}

function notesOf(board: Board, topic: string): readonly string[] {
  return board.notes.filter((note) => note.topic === topic && !note.deleted).map(({ text }) => text);
}

function quoted(text: string): string {
  return text === '' ? '' : text.replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>');
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function given<T extends Readonly<Record<string, string>>>(words: T): Partial<T> {
  return Object.fromEntries(Object.entries(words).filter(([, word]) => word !== '')) as Partial<T>;
}

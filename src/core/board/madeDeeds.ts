import { isCalendarDate } from '../format/calendarDate.ts';
import { type Board, type Made, madeKinds, type MadeWords, parkingLot } from './board.ts';
import { cleanLine, cleanText } from './cardText.ts';
import type { DeedRules, Do } from './doing.ts';
import { isFreeId } from './freeId.ts';
import { boardLimits } from './limits.ts';
import { refusal, type Refusal, isRefusal } from './refusal.ts';
import { rowWith, withChange } from './rows.ts';
import { anyTopic, isCard, withTopic } from './topics.ts';
import { type ColumnKind, columnKinds } from '../templates/template.ts';

type MadeDeed = 'make' | 'changeMade' | 'deleteMade' | 'promote' | 'unpromote';

const make: Do<'make'> = (board, { entry: id, source, words: written }) => {
  const words = cleanWords(written);
  if (isRefusal(words)) {
    return words;
  }
  if (!isFreeId(board, id)) {
    return refusal('id-taken');
  }
  if (source !== '' && anyTopic(board, source) === undefined) {
    return refusal('no-such-topic');
  }
  const entry: Made = { id, ...words, source, deleted: false, path: '' };
  return board.made.length >= boardLimits.made
    ? refusal('too-many')
    : { ...board, made: [...board.made, entry] };
};

const changeMade: Do<'changeMade'> = (board, { entry: id, words: written }) => {
  const words = cleanWords(written);
  const there = madeAt(board, id);
  if (there === undefined || isRefusal(words)) {
    return there === undefined ? refusal('no-such-entry') : (words as Refusal);
  }
  return there.path === ''
    ? { ...board, made: withChange<Made>(board.made, id, words) }
    : refusal('is-an-entry');
};

const deleteMade: Do<'deleteMade'> = (board, { entry: id }) => {
  const there = madeAt(board, id);
  if (there === undefined || there.path !== '') {
    return refusal(there === undefined ? 'no-such-entry' : 'is-an-entry');
  }
  return { ...board, made: withChange<Made>(board.made, id, { deleted: true }) };
};

const promote: Do<'promote'> = (board, { topic: id, entry, kind: chosen }) => {
  const topic = anyTopic(board, id);
  if (topic === undefined) {
    return refusal('no-such-topic');
  }
  if (isCard(topic) && (topic.hidden || topic.given !== null)) {
    return refusal(topic.hidden ? 'still-hidden' : 'is-an-entry');
  }
  const kind = chosen ?? kindOfColumn(board, topic.column);
  if (kind === undefined || !columnKinds.includes(kind)) {
    return refusal('kind-missing');
  }
  if (entry !== topic.promotion?.entry && !isFreeId(board, entry)) {
    return refusal('id-taken');
  }
  return withTopic(board, id, { promotion: { entry, kind } });
};

const unpromote: Do<'unpromote'> = (board, { topic: id }) =>
  anyTopic(board, id)?.promotion == null
    ? refusal('no-such-entry')
    : withTopic(board, id, { promotion: null });

/** What comes out of the meeting as entries. */
export const madeDeeds: DeedRules<MadeDeed> = {
  make: { do: make, undoable: true },
  changeMade: { do: changeMade, undoable: true },
  deleteMade: { do: deleteMade, undoable: true },
  promote: { do: promote, undoable: true },
  unpromote: { do: unpromote, undoable: true },
};

function madeAt(board: Board, id: string): Made | undefined {
  const made = rowWith(board.made, id);
  return made?.deleted === false ? made : undefined;
}

function kindOfColumn(board: Board, column: string): ColumnKind | undefined {
  return column === parkingLot ? undefined : board.template.columns[Number(column.slice(-1)) - 1]?.kind;
}

function cleanWords(words: MadeWords): MadeWords | Refusal {
  const { kind, due, timebox, people } = words ?? {};
  const title = cleanLine(words?.title);
  const isDay = (day: unknown): boolean => day === '' || (typeof day === 'string' && isCalendarDate(day));
  if (!madeKinds.includes(kind) || !isDay(due) || !isDay(timebox) || !Array.isArray(people)) {
    return refusal('malformed');
  }
  const clean: MadeWords = {
    kind,
    title,
    body: cleanText(words.body),
    owner: cleanLine(words.owner),
    due,
    people: people.map(cleanLine).filter((name) => name !== ''),
    hypothesis: cleanText(words.hypothesis),
    measure: cleanText(words.measure),
    timebox,
  };
  const lines = [clean.title, clean.owner, ...clean.people];
  const texts = [clean.body, clean.hypothesis, clean.measure];
  if (title === '') {
    return refusal('empty');
  }
  return lines.some(({ length }) => length > boardLimits.line) ||
    texts.some(({ length }) => length > boardLimits.text) ||
    clean.people.length > 50
    ? refusal('too-long')
    : clean;
}

import type { Note } from './board.ts';
import { cleanText, isTrue } from './cardText.ts';
import type { DeedRules, Do } from './doing.ts';
import { isFreeId } from './freeId.ts';
import { boardLimits } from './limits.ts';
import { refusal, type Refusal } from './refusal.ts';
import { rowWith, withChange } from './rows.ts';
import { anyTopic, isCard, topicAt, withTopic } from './topics.ts';

type DiscussDeed = 'selectTopic' | 'markDiscussed' | 'addNote' | 'editNote' | 'deleteNote';

const selectTopic: Do<'selectTopic'> = (board, { topic: id }) => {
  const topic = id === '' ? undefined : topicAt(board, id);
  if (id !== '' && (topic === undefined || (isCard(topic) && topic.hidden))) {
    return refusal('no-such-topic');
  }
  const kept = board.timer === null || board.timer.topic === '' || board.timer.topic === topic?.id;
  return { ...board, topic: topic?.id ?? '', timer: kept ? board.timer : null };
};

const markDiscussed: Do<'markDiscussed'> = (board, { topic: id, discussed }) => {
  const topic = topicAt(board, id);
  return topic === undefined || (isCard(topic) && topic.hidden)
    ? refusal('no-such-topic')
    : withTopic(board, topic.id, { discussed: isTrue(discussed) });
};

const addNote: Do<'addNote'> = (board, { note: id, topic: topicId, text: written }) => {
  const text = cleanText(written);
  const topic = anyTopic(board, topicId);
  if (topic === undefined || (isCard(topic) && topic.hidden)) {
    return refusal('no-such-topic');
  }
  if (!isFreeId(board, id)) {
    return refusal('id-taken');
  }
  const wrong = wrongNote(text);
  if (wrong !== undefined || board.notes.length >= boardLimits.notes) {
    return wrong ?? refusal('too-many');
  }
  return { ...board, notes: [...board.notes, { id, topic: topic.id, text, deleted: false }] };
};

const editNote: Do<'editNote'> = (board, { note: id, text: written }) => {
  const text = cleanText(written);
  if (rowWith(board.notes, id)?.deleted !== false) {
    return refusal('no-such-note');
  }
  return wrongNote(text) ?? { ...board, notes: withChange<Note>(board.notes, id, { text }) };
};

const deleteNote: Do<'deleteNote'> = (board, { note: id }) =>
  rowWith(board.notes, id)?.deleted === false
    ? { ...board, notes: withChange<Note>(board.notes, id, { deleted: true }) }
    : refusal('no-such-note');

/** What is said about cards and groups. Notes are the team's: whoever is there can change them. */
export const discussDeeds: DeedRules<DiscussDeed> = {
  selectTopic: { do: selectTopic, by: 'facilitator' },
  markDiscussed: { do: markDiscussed, undoable: true },
  addNote: { do: addNote, undoable: true },
  editNote: { do: editNote, undoable: true },
  deleteNote: { do: deleteNote, undoable: true },
};

function wrongNote(text: string): Refusal | undefined {
  if (text === '') {
    return refusal('empty');
  }
  return text.length > boardLimits.text ? refusal('too-long') : undefined;
}

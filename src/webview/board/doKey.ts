import * as l10n from '@vscode/l10n';
import { columnId, type MadeKind, madeKinds, parkingLot } from '../../core/board/board.ts';
import type { BoardView } from '../../core/board/boardView.ts';
import type { BoardController } from './boardController.ts';
import type { BoardKey } from './boardKeys.ts';
import { stopBeside } from './cardFocus.ts';
import { moveTo } from './makeActions.ts';
import { nextTopic } from './renderDiscuss.ts';
import { findCard, type FoundTopic, findTopic, firstLine, topicName, topicsByVotes } from './viewParts.ts';

/** A card or group that a key is pressed on. */
interface At extends FoundTopic {
  readonly board: BoardController;
  readonly view: BoardView;
  readonly id: string;
  readonly isGroup: boolean;
  readonly name: string;
}

type OnCard = (at: At) => void;

/** What only whoever facilitates can do. */
const leadKeys: readonly BoardKey[] = ['nextPhase', 'phaseBefore', 'timer', 'discussed'];

/** Does what a key is for; false where it is for nothing here. */
export function doKey(board: BoardController, key: BoardKey, id: string, target: HTMLElement): boolean {
  const { view } = board;
  const anywhere = keysAnywhere[key];
  if (view === undefined) {
    return false;
  }
  if (!view.facilitates && leadKeys.includes(key)) {
    return false;
  }
  if (anywhere !== undefined) {
    anywhere(board, view);
    return true;
  }
  const isArrow = key === 'up' || key === 'down' || key === 'left' || key === 'right';
  if (view.state !== 'open' && !isArrow) {
    return false;
  }
  return id === '' ? doElsewhere(board, view, key, target) : doOnCard(board, view, key, id);
}

const keysAnywhere: Readonly<Partial<Record<BoardKey, (board: BoardController, view: BoardView) => void>>> = {
  help: ({ actions }) => actions.open({ name: 'help' }),
  undo: ({ actions }) => actions.undo(),
  nextPhase: ({ actions }) => actions.goTo(1),
  phaseBefore: ({ actions }) => actions.goTo(-1),
  timer: ({ actions }, { timer, state }) => {
    if (state !== 'open') {
      return;
    }
    if (timer === null) {
      actions.startTimer('');
    } else {
      actions.ask({ type: timer.endsAt === null ? 'resumeTimer' : 'pauseTimer' });
    }
  },
};

/** Keys where no card has the focus: into the cards, or about the topic that is talked about. */
function doElsewhere(board: BoardController, view: BoardView, key: BoardKey, target: HTMLElement): boolean {
  const onButton = target.closest('button, summary, label, a, input') !== null;
  if (view.phase === 'discuss') {
    const topics = topicsByVotes(view);
    const topic = topics.find(({ id }) => id === view.topic) ?? nextTopic(topics);
    if (topic !== undefined && doOnSubject(board, key, topic.id, topic.discussed)) {
      return true;
    }
  }
  if (view.phase === 'decide' && isMade(key)) {
    board.actions.openForm(key, '');
    return true;
  }
  if (!onButton && (key === 'down' || key === 'right')) {
    return board.hands.enterCards();
  }
  if (!onButton && key === 'compose') {
    return board.hands.enterComposer();
  }
  return false;
}

function doOnSubject(
  { actions, fields }: BoardController,
  key: BoardKey,
  id: string,
  discussed: boolean,
): boolean {
  if (isMade(key)) {
    actions.openForm(key, id);
    return true;
  }
  if (key === 'discussed') {
    const told = discussed ? l10n.t('Not discussed yet.') : l10n.t('Discussed.');
    actions.ask({ type: 'markDiscussed', topic: id, discussed: !discussed }, told);
    return true;
  }
  if (key === 'note') {
    fields.find(`note:${id}`)?.focus();
    return true;
  }
  return false;
}

function doOnCard(board: BoardController, view: BoardView, key: BoardKey, id: string): boolean {
  const found = findTopic(view, id);
  const does = keysOnCards[key];
  if (found === undefined || does === undefined) {
    return false;
  }
  const { topic } = found;
  const isGroup = topic.isGroup && topic.id === id;
  const name = firstLine(isGroup ? topicName(topic) : (findCard(view, id)?.text ?? ''), 60);
  does({ ...found, board, view, id, isGroup, name });
  return true;
}

const go =
  (towards: 'up' | 'down' | 'left' | 'right'): OnCard =>
  ({ board, id }) =>
    board.hands.go(id, towards);

const nudge =
  (step: 1 | -1): OnCard =>
  ({ board, id, isGroup }) =>
    board.hands.nudge(id, isGroup, step);

const pick =
  (name: 'group' | 'move'): OnCard =>
  ({ board, id }) =>
    board.actions.open({ name: 'picker', picker: { name, topic: id, typed: '', picked: 0 } });

const make =
  (kind: MadeKind): OnCard =>
  ({ board, id }) =>
    board.actions.openForm(kind, id);

const keysOnCards: Readonly<Partial<Record<BoardKey, OnCard>>> = {
  up: go('up'),
  down: go('down'),
  left: go('left'),
  right: go('right'),
  moveUp: nudge(-1),
  moveDown: nudge(1),
  move: pick('move'),
  group: pick('group'),
  action: make('action'),
  experiment: make('experiment'),
  learning: make('learning'),
  kudos: make('kudos'),
  compose: ({ board, column }) => board.fields.find(column.id)?.focus(),
  edit: ({ board, id }) => board.hands.edit(id),
  park: ({ board, id, column }) => {
    board.hands.wanted = id;
    moveTo(board, id, column.id === parkingLot ? columnId(0) : parkingLot);
  },
  delete: ({ board, view, id, isGroup, name }) => {
    if (!isGroup) {
      board.hands.wanted = stopBeside(view, id) ?? '';
      board.ask({ type: 'deleteCard', card: id }, l10n.t('“{0}” is deleted.', name));
    }
  },
  ungroup: ({ board, topic, id, isGroup }) => {
    if (topic.isGroup && !isGroup) {
      board.ask({ type: 'ungroupCard', card: id }, l10n.t('Taken out of the group.'));
    }
  },
  split: ({ board, topic }) => {
    if (topic.isGroup) {
      board.hands.wanted = topic.cards[0]?.id ?? '';
      board.ask({ type: 'splitGroup', group: topic.id }, l10n.t('The group is split.'));
    }
  },
  vote: (at) => vote(at, 'vote'),
  unvote: (at) => vote(at, 'unvote'),
};

function vote({ board, view, topic, column, name }: At, type: 'vote' | 'unvote'): void {
  if (view.phase === 'vote' && column.id !== parkingLot) {
    const left = Math.max(0, view.votes.left + (type === 'vote' ? -1 : 1));
    board.ask(
      { type, topic: topic.id },
      type === 'vote'
        ? l10n.t('One vote more for “{0}”, {1} left.', name, left)
        : l10n.t('One vote less for “{0}”, {1} left.', name, left),
    );
  }
}

function isMade(key: BoardKey): key is MadeKind {
  return (madeKinds as readonly BoardKey[]).includes(key);
}

import * as l10n from '@vscode/l10n';
import { parkingLot } from '../../core/board/board.ts';
import type { BoardActions } from './boardActions.ts';
import { chime } from './boardClock.ts';
import { reasonOf } from '../reasonOf.ts';
import type { BoardController } from './boardController.ts';
import { composerKey } from './boardKeys.ts';
import { newForm } from './boardModel.ts';
import { pulseActions } from './pulseActions.ts';
import { copyText } from '../copyText.ts';
import { newId } from './newId.ts';
import { nextTopic } from './renderDiscuss.ts';
import { phaseLength } from './renderTimer.ts';
import { unsentActions } from './unsentActions.ts';
import { findCard, findTopic, firstLine, topicName, topicsByVotes } from './viewParts.ts';

/** What each thing that a person can do does. */
export function makeActions(board: BoardController): BoardActions {
  return {
    ...deeds(board),
    ...places(board),
    ...fields(board),
    ...endings(board),
    ...roomActions(board),
    ...pulseActions(board),
    ...unsentActions(board),
  };
}

type Deeds = 'ask' | 'undo' | 'goTo' | 'group' | 'promote' | 'startTimer' | 'passKeyboard' | 'saveForm';

function deeds(board: BoardController): Pick<BoardActions, Deeds> {
  return {
    ask: (deed, told) => {
      board.ask(deed, told);
      const view = board.view;
      if (deed.type === 'markDiscussed' && deed.discussed && view !== undefined) {
        board.ask({ type: 'selectTopic', topic: nextTopic(topicsByVotes(view))?.id ?? '' }, told);
      }
    },
    undo: () => {
      const view = board.view;
      if (view?.state === 'open') {
        const own = view.phase === 'vote' || view.undo.anyone === null;
        board.ask({ type: 'undo', whose: own ? 'mine' : 'anyone' }, l10n.t('Taken back.'));
      }
    },
    goTo: (step) => board.goTo(step),
    group: (id, topic) => group(board, id, topic),
    promote: (topic, promoted) => promote(board, topic, promoted),
    startTimer: (topic) => {
      const view = board.view;
      if (view !== undefined) {
        const length = topic === '' ? phaseLength(view) : 5 * 60_000;
        board.ask(
          { type: 'startTimer', length, ...(topic === '' ? {} : { topic }) },
          l10n.t('The timer runs.'),
        );
      }
    },
    passKeyboard: (to) => {
      board.become({ ...board.model, told: { sentence: l10n.t('The keyboard is passed on.'), undo: false } });
      board.rpc.tell('passKeyboard', to);
    },
    saveForm: (words) => {
      const { over } = board.model;
      if (over?.name !== 'make') {
        return;
      }
      const { entry, source, exists } = over.form;
      board.become({ ...board.model, over: undefined });
      board.ask(
        exists ? { type: 'changeMade', entry, words } : { type: 'make', entry, source, words },
        exists ? l10n.t('Changed.') : l10n.t('“{0}” is added.', words.title),
      );
    },
  };
}

/** A group is merged into another one; a card goes into it. */
function group(board: BoardController, id: string, topicId: string): void {
  const view = board.view;
  const own = view && findTopic(view, id)?.topic;
  const other = view && findTopic(view, topicId)?.topic;
  if (view === undefined || own === undefined || other === undefined) {
    return;
  }
  const told = l10n.t('Grouped with “{0}”.', firstLine(topicName(other), 60));
  if (own.isGroup && own.id === id) {
    const [card] = other.cards;
    if (other.isGroup) {
      board.ask({ type: 'mergeGroups', group: id, into: other.id }, told);
    } else if (card !== undefined) {
      board.ask({ type: 'groupCard', card: card.id, topic: id, group: newId() }, told);
    }
    return;
  }
  board.ask({ type: 'groupCard', card: id, topic: other.id, group: newId() }, told);
}

/** What a card becomes is what its column says; where that says nothing, a learning, which can be changed. */
function promote(board: BoardController, id: string, promoted: boolean): void {
  const found = board.view && findTopic(board.view, id);
  if (!promoted) {
    board.ask({ type: 'unpromote', topic: id });
  } else if (found !== undefined) {
    const kind = found.column.kind ?? 'learning';
    board.ask({ type: 'promote', topic: id, entry: newId(), kind });
  }
}

type Places =
  | 'edit'
  | 'edited'
  | 'editedText'
  | 'stopEditing'
  | 'open'
  | 'closeOver'
  | 'changePicker'
  | 'choose'
  | 'openForm'
  | 'dismissSimilar';

function places(board: BoardController): Pick<BoardActions, Places> {
  return {
    edit: (id) => board.become({ ...board.model, editing: id }),
    edited: (id, text) => board.fields.edit(id, text),
    editedText: (id) => board.fields.edited(id),
    stopEditing: (id, keep) => {
      if (board.isPainting) {
        // A field that is drawn somewhere else loses the focus, and has it again when that is done.
        return;
      }
      const text = board.fields.takeEdited(id)?.trim() ?? '';
      if (text !== '') {
        keep?.(text);
      }
      if (board.model.editing === id) {
        board.become({
          ...board.model,
          editing: '',
          staying: '',
          active: board.model.active === '' ? id : board.model.active,
        });
      }
    },
    open: (over) => board.become({ ...board.model, over }),
    closeOver: () => {
      if (board.model.over !== undefined) {
        board.become({ ...board.model, over: undefined });
      }
    },
    changePicker: (picker) => board.become({ ...board.model, over: { name: 'picker', picker } }),
    choose: (picker, id) => {
      board.become({ ...board.model, over: undefined });
      if (picker.name === 'group') {
        group(board, picker.topic, id);
      } else {
        moveTo(board, picker.topic, id);
      }
    },
    openForm: (kind, source) => {
      const view = board.view;
      const topic = view && findTopic(view, source)?.topic;
      const text = (view && findCard(view, source)?.text) ?? (topic === undefined ? '' : topicName(topic));
      // A card says what happened; what is to be done about it has to be said. Thanks and learnings are there already.
      const title = kind === 'learning' || kind === 'kudos' ? firstLine(text, 200) : '';
      board.become({ ...board.model, over: { name: 'make', form: newForm(newId(), kind, source, title) } });
    },
    dismissSimilar: (pair) => board.become({ ...board.model, dismissed: [...board.model.dismissed, pair] }),
  };
}

/** Puts a card or a whole group into another column, at its end. */
export function moveTo(board: BoardController, id: string, column: string): void {
  const view = board.view;
  const topic = view && findTopic(view, id)?.topic;
  const target = view?.columns.find((each) => each.id === column);
  if (topic === undefined || target === undefined) {
    return;
  }
  const name = target.id === parkingLot ? l10n.t('Parking lot') : target.title;
  const told = l10n.t('Moved to {0}.', name);
  board.ask(
    topic.isGroup && topic.id === id
      ? { type: 'moveGroup', group: id, column }
      : { type: 'moveCard', card: id, column },
    told,
  );
}

type Fields = 'composerKey' | 'composed' | 'addCard' | 'toggleChime';

function fields(board: BoardController): Pick<BoardActions, Fields> {
  const add = (field: string, text: string): void => {
    const written = text.trim();
    if (written === '') {
      return;
    }
    board.fields.set(field, '');
    board.actions.follow();
    if (field.startsWith('note:')) {
      board.ask(
        { type: 'addNote', note: newId(), topic: field.slice('note:'.length), text: written },
        l10n.t('The note is added.'),
      );
    } else {
      const card = newId();
      board.ask(
        { type: 'addCard', card, column: field, text: written },
        l10n.t('“{0}” is added.', firstLine(written, 40)),
      );
    }
  };
  return {
    addCard: add,
    composed: (field, text) => board.fields.write(field, text),
    composerKey: (event, field) => {
      const area = event.currentTarget as HTMLTextAreaElement;
      const key = composerKey(event, area.value);
      if (key === undefined) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (key === 'add') {
        add(field, area.value);
      } else {
        board.hands.leaveComposer(area, key);
      }
    },
    toggleChime: () => {
      const on = !board.model.chime;
      board.become({ ...board.model, chime: on });
      board.keep();
      if (on) {
        chime();
      }
    },
  };
}

type Room = 'canOpen' | 'control' | 'share' | 'follow' | 'copyInvitation';

function roomActions(board: BoardController): Pick<BoardActions, Room> {
  const tell = (sentence: string): void =>
    board.become({ ...board.model, complaint: '', told: { sentence, undo: false } });
  const complain = (error: unknown): void => board.become({ ...board.model, complaint: reasonOf(error) });
  return {
    canOpen: board.room?.canOpen ?? true,
    control: (control) => void board.room?.control(control).catch(complain),
    share: () => board.rpc.tell('share', null),
    follow: () => board.become({ ...board.model, staying: '' }),
    copyInvitation: () => {
      const { invitation = '' } = board.model.facts.live ?? {};
      // Without encryption a browser may give no clipboard: the link can still be selected and copied.
      copyText(invitation).then(() => tell(l10n.t('The invitation is copied.')), complain);
    },
  };
}

type Endings = 'preview' | 'closeMeeting' | 'keepBoth' | 'openMinutes' | 'openEntry';

function endings(board: BoardController): Pick<BoardActions, Endings> {
  return {
    preview: () => {
      board.rpc.ask('previewMinutes', null).then(
        (preview) => board.become({ ...board.model, preview }),
        (error: unknown) => board.become({ ...board.model, complaint: reasonOf(error) }),
      );
    },
    closeMeeting: (commit) => {
      board.become({ ...board.model, ending: { name: 'saving' } });
      board.rpc.ask('closeMeeting', { commit }).then(
        ({ sentence }) => board.become({ ...board.model, ending: { name: 'done', sentence } }),
        (error: unknown) =>
          board.become({ ...board.model, ending: { name: 'failed', reason: reasonOf(error) } }),
      );
    },
    keepBoth: () => board.rpc.tell('keepBoth', null),
    openMinutes: () => board.rpc.tell('openMinutes', null),
    openEntry: (id) => board.rpc.tell('openEntry', id),
  };
}

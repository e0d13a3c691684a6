import type { Made, MadeKind, MadeWords } from '../../core/board/board.ts';
import type { BoardView } from '../../core/board/boardView.ts';
import type { Wish } from '../../core/board/intent.ts';
import type { Phase } from '../../core/templates/template.ts';
import type { PanelFacts, ShownBoard } from '../../protocol/boardPanel.ts';
import { foresee } from './foresee.ts';
import { emptySheet, type PulseSheet } from './pulseSheet.ts';
import type { Unsent } from './unsentCards.ts';
import { shareUnchanged } from '../../core/board/shareUnchanged.ts';
import { isOrHolds } from './viewParts.ts';

/** A list that is chosen from: where a card goes, or what it becomes. */
export interface Picker {
  readonly name: 'group' | 'move' | 'kind';
  /** The id of the card or group that it is for. */
  readonly topic: string;
  readonly typed: string;
  readonly picked: number;
}

/** What is being made of a card, or changed. */
export interface MakeForm {
  readonly entry: string;
  readonly kind: MadeKind;
  /** The card or group that it comes from; empty for none. */
  readonly source: string;
  readonly words: MadeWords;
  /** It is on the board already. */
  readonly exists: boolean;
}

/** What is open over the board. */
export type Over =
  | { readonly name: 'help' }
  | { readonly name: 'drop'; readonly action: string }
  | { readonly name: 'picker'; readonly picker: Picker }
  | { readonly name: 'make'; readonly form: MakeForm }
  | { readonly name: 'people' }
  | { readonly name: 'pulse' }
  | { readonly name: 'unsent' }
  | { readonly name: 'end' };

/** How far the end of the meeting is. */
export type Ending =
  | { readonly name: 'none' }
  | { readonly name: 'saving' }
  | { readonly name: 'done'; readonly sentence: string }
  | { readonly name: 'failed'; readonly reason: string };

/** All that the board shows is a function of this. What is being typed is in its fields, and kept apart. */
export interface BoardModel {
  /** As the host said it last; absent until it has answered. */
  readonly said: BoardView | undefined;
  /** What was asked of the host and is not in that yet. */
  readonly pending: readonly Wish[];
  readonly facts: PanelFacts;
  /** Which card, group, note or heading is being edited. */
  readonly editing: string;
  readonly over: Over | undefined;
  /** A sentence about what was just done, seen and read aloud; `undo` where that can be taken back. */
  readonly told: { readonly sentence: string; readonly undo: boolean };
  /** The card or group that the keyboard or the pointer is at. */
  readonly active: string;
  /** Why something was not done. */
  readonly complaint: string;
  /** The host has been asked for something a while ago, and has not answered. */
  readonly unanswered: boolean;
  readonly preview: string;
  readonly ending: Ending;
  /** A sound when the time is over. */
  readonly chime: boolean;
  /** The phase that whoever types stays in while the meeting has gone on; empty for none. */
  readonly staying: Phase | '';
  /** What is answered to the survey that is open. It is here alone, and sent when that is asked for. */
  readonly sheet: PulseSheet;
  /** What was written for other retros, or about something that is gone, and never got there. */
  readonly unsent: readonly Unsent[];
  /** Pairs of topics of which the suggestion to group them was turned down. */
  readonly dismissed: readonly string[];
}

export const firstModel: BoardModel = {
  said: undefined,
  pending: [],
  facts: {
    people: [],
    minutes: { state: 'saved', path: '', reason: '' },
    canCommit: false,
    recovered: '',
  },
  editing: '',
  over: undefined,
  told: { sentence: '', undo: false },
  active: '',
  complaint: '',
  unanswered: false,
  preview: '',
  ending: { name: 'none' },
  chime: false,
  staying: '',
  sheet: emptySheet(''),
  unsent: [],
  dismissed: [],
};

/** The board as it will be when all that was asked for is done. */
export function viewAhead({ said, pending, staying }: BoardModel): BoardView | undefined {
  const view = said && pending.reduce((before, { deed }) => foresee(before, deed), said);
  return view === undefined || staying === '' ? view : { ...view, phase: staying };
}

/** Something is asked of the host; it shows at once. */
export function asked(model: BoardModel, wish: Wish, told: BoardModel['told']): BoardModel {
  return { ...model, pending: [...model.pending, wish], complaint: '', unanswered: false, told };
}

/** The host says how the board is now. What it did of what was asked for is in it. */
export function shown(model: BoardModel, { view, done }: Pick<ShownBoard, 'view' | 'done'>): BoardModel {
  return {
    ...model,
    said: shareUnchanged(model.said, view),
    pending: model.pending.filter(({ id }) => !done.includes(id)),
  };
}

/** What was written about something that is gone is offered for where that stood, as what other retros never got is. */
export function offerLost(before: BoardModel, after: BoardModel, text: string): BoardModel {
  const [then, now] = [viewAhead(before), viewAhead(after)];
  const column = then && columnOf(then, before.editing);
  if (
    text.trim() === '' ||
    column === undefined ||
    now === undefined ||
    columnOf(now, before.editing) !== undefined
  ) {
    return after;
  }
  const lost: Unsent = { title: now.meeting.title, cards: [{ text: text.trim(), column }] };
  return { ...after, unsent: [...after.unsent, lost] };
}

/** The column that a card, a group or a note is in. */
function columnOf({ columns }: BoardView, id: string): string | undefined {
  return columns.find(({ topics }) =>
    topics.some((topic) => isOrHolds(topic, id) || topic.notes.some((note) => note.id === id)),
  )?.id;
}

/** The host did not do it, for a reason. */
export function refused(model: BoardModel, wish: Wish, reason: string): BoardModel {
  return { ...settled(model, wish), complaint: reason };
}

/** The host has done it, and has shown what came of it: mostly nothing is left to be done about it. */
export function settled(model: BoardModel, wish: Wish): BoardModel {
  const pending = model.pending.filter(({ id }) => id !== wish.id);
  return pending.length === model.pending.length && !model.unanswered
    ? model
    : { ...model, pending, unanswered: false };
}

/** An empty form for something that comes from a card or group. */
export function newForm(entry: string, kind: MadeKind, source: string, title: string): MakeForm {
  const words: MadeWords = {
    kind,
    title,
    body: '',
    owner: '',
    due: '',
    people: [],
    hypothesis: '',
    measure: '',
    timebox: '',
  };
  return { entry, kind, source, words, exists: false };
}

/** The form for something that was made before. */
export function formOf({ id, source, path: _path, ...words }: Omit<Made, 'deleted'>): MakeForm {
  return { entry: id, kind: words.kind, source, words, exists: true };
}

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { apply } from '../../../src/core/board/apply.ts';
import type { Board, MadeWords } from '../../../src/core/board/board.ts';
import type { GivenEntry } from '../../../src/core/board/given.ts';
import type { Deed, DeedOf, DeedType, Intent } from '../../../src/core/board/intent.ts';
import { namings, phases, type Template } from '../../../src/core/templates/template.ts';
import { ada, ben, cleo, Run, startOf } from './boards.ts';

/** Three people. */
export const people = [ada, ben, cleo] as const;

/** One step of a run: who, what, and numbers from which everything else is chosen. */
export interface AnyStep {
  readonly who: (typeof people)[number];
  readonly type: DeedType;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** What a deed is made from. */
interface Choice extends AnyStep {
  readonly newId: () => string;
  readonly card: string;
  readonly group: string;
  readonly other: string;
  readonly topic: string;
  readonly column: string;
  readonly before: { readonly before?: string };
  readonly note: string;
  readonly made: string;
  readonly text: string;
  readonly newKey: { readonly key?: string };
  readonly key: { readonly key?: string };
}

/** Steps of some types; those that fill a board come more often. */
export function anySteps(
  types: readonly DeedType[] = everyType,
  most = 60,
): fc.Arbitrary<readonly AnyStep[]> {
  const often = (['addCard', 'addCard', 'addCard', 'groupCard', 'vote', 'moveCard'] as const).filter((type) =>
    types.includes(type),
  );
  const number = fc.nat(1000);
  const step = fc.record(
    {
      who: fc.constantFrom(...people),
      type: fc.constantFrom(...types, ...often),
      a: number,
      b: number,
      c: number,
    },
    { noNullPrototype: true },
  );
  return fc.array(step, { minLength: 1, maxLength: most });
}

/** Every type but the given ones. */
export function everyTypeBut(...without: readonly DeedType[]): readonly DeedType[] {
  return everyType.filter((type) => !without.includes(type));
}

/** How a board can begin. */
export const anyStart: fc.Arbitrary<Partial<Template>> = fc.record(
  {
    hidden: fc.boolean(),
    names: fc.constantFrom(...namings),
    votes: fc.constantFrom({ total: 5, perCard: 3 }, { total: 1, perCard: 1 }, { total: 3, perCard: 5 }),
  },
  { noNullPrototype: true },
);

/** A text that is found again wherever it goes. */
export interface Planted {
  readonly text: string;
  readonly who: string;
  readonly card: string;
}

/** Carries out steps, those that are refused as well, and remembers what was planted. */
export class AnyRun extends Run {
  readonly planted: Planted[] = [];
  /** The secrets of each person. */
  readonly keys = new Map<string, string[]>();

  static of(template: Partial<Template>, steps: readonly AnyStep[]): AnyRun {
    const run = new AnyRun();
    const entry = {
      id: 'entry001',
      title: 'Given',
      path: 'retro/entries/2026/a-entry001.md',
      date: '2026-11-10',
    };
    const action = { ...entry, id: 'act10n01', kind: 'action', people: [], owner: '', due: '' };
    run.does(
      ada,
      startOf(template, {
        entries: [
          { ...entry, kind: 'win', people: [] },
          { ...entry, id: 'entry002', kind: 'kudos', people: ['Ben'] },
        ],
        actions: [action],
        parked: ['From before'],
      }),
    );
    run.does(ben, { type: 'join', name: 'Ben' }).does(cleo, { type: 'join', name: 'Cleo' });
    for (const step of steps) {
      run.tries(step);
    }
    return run;
  }

  /** Whether the step was accepted. */
  tries(step: AnyStep): boolean {
    const deed = this.#deedOf(step);
    const intent = this.intent(step.who, deed);
    const outcome = apply(this.board, intent);
    if ('refused' in outcome) {
      return false;
    }
    this.accept(outcome.ok, intent);
    if (deed.type === 'addCard') {
      this.planted.push({ text: deed.text, who: step.who, card: deed.card });
      const key = deed.key ?? '';
      this.keys.set(step.who, [...this.keysOf(step.who), key]);
    }
    return true;
  }

  accept(board: Board, intent: Intent): void {
    this.board = board;
    this.intents.push(intent);
  }

  keysOf(who: string): readonly string[] {
    return (this.keys.get(who) ?? []).filter((key) => key !== '');
  }

  #deedOf(step: AnyStep): Deed {
    const { board } = this;
    const pick = (rows: readonly { readonly id: string }[], at: number): string =>
      rows[at % Math.max(1, rows.length)]?.id ?? 'nowhere0';
    const { who, a, b, c } = step;
    const topics = [...board.cards, ...board.groups];
    const card = pick(board.cards, a);
    const anonymous = board.names === 'anonymous';
    const number = this.planted.length;
    const choice: Choice = {
      ...step,
      newId: () => this.newId(),
      card,
      group: pick(board.groups, a),
      other: pick(board.groups, b),
      topic: pick(topics, b),
      column: ['column-1', 'column-2', 'column-3', 'parking'][b % 4] ?? 'column-1',
      before: c % 3 === 0 ? {} : { before: pick(topics, c) },
      note: pick(board.notes, a),
      made: pick(board.made, a),
      text: `planted-${number}-${who}`,
      newKey: anonymous ? { key: `secret-key-${number}-of-${who}` } : {},
      key: anonymous ? { key: this.#keyFor(who, card) } : {},
    };
    return deedMakers[step.type]?.(choice) ?? assert.fail(step.type);
  }

  #keyFor(who: string, card: string): string {
    const own = this.board.cards.find(({ id }) => id === card)?.key ?? '';
    return this.keysOf(who).includes(own) ? own : 'not-the-secret-of-it';
  }
}

function wordsOf(number: number): MadeWords {
  const kind = (['action', 'experiment', 'learning', 'kudos'] as const)[number % 4] ?? 'action';
  return {
    kind,
    title: `Made ${number}`,
    body: number % 2 === 0 ? '' : 'Body',
    owner: number % 3 === 0 ? 'Ben' : '',
    due: number % 5 === 0 ? '2026-12-01' : '',
    people: ['Cleo'],
    hypothesis: '',
    measure: '',
    timebox: '',
  };
}

function broughtEntry(number: number): GivenEntry {
  const kind = ['win', 'failure', 'kudos'][number % 3] ?? 'win';
  const title = `Brought ${number}`;
  return { id: `brought${number}`, kind, title, path: `retro/b${number}.md`, date: '2026-11-18', people: [] };
}

const decisions = ['keep', 'close', 'drop', 'undecided'] as const;

const deedMakers: { readonly [T in DeedType]?: (choice: Choice) => DeedOf<T> } = {
  addCard: ({ newId, column, text, newKey }) => ({ type: 'addCard', card: newId(), column, text, ...newKey }),
  addEntryCard: ({ newId, column, a }) => {
    const entry = a % 2 === 0 ? 'entry001' : 'entry002';
    return { type: 'addEntryCard', card: newId(), column, entry };
  },
  bringEntries: ({ a, b }) => ({
    type: 'bringEntries',
    entries: [broughtEntry(a % 5), broughtEntry(5 + (b % 5))],
  }),
  editCard: ({ card, who, a, newId, key }) => {
    return { type: 'editCard', card, text: `edited-${a}-${newId()}-${who}`, ...key };
  },
  deleteCard: ({ card, key }) => ({ type: 'deleteCard', card, ...key }),
  restoreCard: ({ card, key }) => ({ type: 'restoreCard', card, ...key }),
  moveCard: ({ card, column, before, key, c }) => {
    return { type: 'moveCard', card, column, ...before, ...(c % 2 === 0 ? key : {}) };
  },
  groupCard: ({ card, topic, newId }) => ({ type: 'groupCard', card, topic, group: newId() }),
  ungroupCard: ({ card }) => ({ type: 'ungroupCard', card }),
  splitGroup: ({ group }) => ({ type: 'splitGroup', group }),
  mergeGroups: ({ group, other }) => ({ type: 'mergeGroups', group, into: other }),
  renameGroup: ({ group, a }) => ({ type: 'renameGroup', group, title: `Title ${a}` }),
  moveGroup: ({ group, column, before }) => ({ type: 'moveGroup', group, column, ...before }),
  vote: ({ topic }) => ({ type: 'vote', topic }),
  unvote: ({ topic }) => ({ type: 'unvote', topic }),
  promote: ({ topic, newId, c }) => {
    return { type: 'promote', topic, entry: newId(), ...(c % 2 === 0 ? { kind: 'learning' } : {}) };
  },
  unpromote: ({ topic }) => ({ type: 'unpromote', topic }),
  selectTopic: ({ topic, c }) => ({ type: 'selectTopic', topic: c % 4 === 0 ? '' : topic }),
  markDiscussed: ({ topic, c }) => ({ type: 'markDiscussed', topic, discussed: c % 2 === 0 }),
  addNote: ({ newId, topic, a }) => ({ type: 'addNote', note: newId(), topic, text: `Note ${a}` }),
  editNote: ({ note, b }) => ({ type: 'editNote', note, text: `Other note ${b}` }),
  deleteNote: ({ note }) => ({ type: 'deleteNote', note }),
  make: ({ newId, topic, a, c }) => {
    return { type: 'make', entry: newId(), source: c % 3 === 0 ? '' : topic, words: wordsOf(a) };
  },
  changeMade: ({ made, b }) => ({ type: 'changeMade', entry: made, words: wordsOf(b) }),
  deleteMade: ({ made }) => ({ type: 'deleteMade', entry: made }),
  undo: ({ key, c }) => {
    return { type: 'undo', whose: c % 2 === 0 ? 'mine' : 'anyone', ...(c % 3 === 0 ? key : {}) };
  },
  rename: ({ a }) => ({ type: 'rename', title: `Sprint ${a}` }),
  setAttendees: ({ a }) => ({ type: 'setAttendees', count: a % 20 }),
  goTo: ({ a }) => ({ type: 'goTo', phase: phases[a % 8] ?? 'write' }),
  skipPhase: ({ a, b }) => ({ type: 'skipPhase', phase: phases[a % 8] ?? 'write', skipped: b % 2 === 0 }),
  reviewAction: ({ a, b }) => {
    const decision = decisions[a % 4] ?? 'keep';
    return { type: 'reviewAction', action: 'act10n01', decision, reason: b % 2 === 0 ? 'Not now' : '' };
  },
  askCheckIn: ({ a }) => ({ type: 'askCheckIn', question: `Question ${a}?` }),
  answerCheckIn: ({ a, b }) => ({ type: 'answerCheckIn', text: b % 3 === 0 ? '' : `Answer ${a}` }),
  startTimer: ({ a }) => ({ type: 'startTimer', length: a * 1000 }),
  extendTimer: ({ a }) => ({ type: 'extendTimer', length: a * 1000 }),
  rate: ({ a }) => ({ type: 'rate', worth: a % 7 }),
  join: ({ a }) => ({ type: 'join', name: `Name ${a}` }),
  setReady: ({ b }) => ({ type: 'setReady', ready: b % 2 === 0 }),
  pauseTimer: () => ({ type: 'pauseTimer' }),
  resumeTimer: () => ({ type: 'resumeTimer' }),
  stopTimer: () => ({ type: 'stopTimer' }),
  reveal: () => ({ type: 'reveal' }),
  revealVotes: () => ({ type: 'revealVotes' }),
  startRound: () => ({ type: 'startRound' }),
  leave: () => ({ type: 'leave' }),
  close: () => ({ type: 'close' }),
  reopen: () => ({ type: 'reopen' }),
};

const everyType = Object.keys(deedMakers) as readonly DeedType[];

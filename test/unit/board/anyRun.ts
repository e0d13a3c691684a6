import * as fc from 'fast-check';
import { apply } from '../../../src/core/board/apply.ts';
import type { Board, MadeWords } from '../../../src/core/board/board.ts';
import type { Deed, DeedType, Intent } from '../../../src/core/board/intent.ts';
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

const everyType: readonly DeedType[] = [
  'rename',
  'setAttendees',
  'goTo',
  'skipPhase',
  'reviewAction',
  'askCheckIn',
  'answerCheckIn',
  'addCard',
  'addEntryCard',
  'editCard',
  'deleteCard',
  'restoreCard',
  'moveCard',
  'reveal',
  'groupCard',
  'ungroupCard',
  'splitGroup',
  'mergeGroups',
  'renameGroup',
  'moveGroup',
  'vote',
  'unvote',
  'revealVotes',
  'startRound',
  'startTimer',
  'extendTimer',
  'pauseTimer',
  'resumeTimer',
  'stopTimer',
  'selectTopic',
  'markDiscussed',
  'addNote',
  'editNote',
  'deleteNote',
  'make',
  'changeMade',
  'deleteMade',
  'promote',
  'unpromote',
  'rate',
  'join',
  'leave',
  'setReady',
  'undo',
  'close',
  'reopen',
];

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

  #deedOf({ who, type, a, b, c }: AnyStep): Deed {
    const { board } = this;
    const pick = (rows: readonly { readonly id: string }[], at: number): string =>
      rows[at % Math.max(1, rows.length)]?.id ?? 'nowhere0';
    const card = pick(board.cards, a);
    const group = pick(board.groups, a);
    const topic = pick([...board.cards, ...board.groups], b);
    const column = ['column-1', 'column-2', 'column-3', 'parking'][b % 4] ?? 'column-1';
    const before = c % 3 === 0 ? {} : { before: pick([...board.cards, ...board.groups], c) };
    const anonymous = board.names === 'anonymous';
    const key = anonymous ? { key: this.#keyFor(who, card) } : {};
    switch (type) {
      case 'addCard':
        return {
          type,
          card: this.newId(),
          column,
          text: `planted-${this.planted.length}-${who}`,
          ...(anonymous ? { key: `secret-key-${this.planted.length}-of-${who}` } : {}),
        };
      case 'addEntryCard':
        return { type, card: this.newId(), column, entry: a % 2 === 0 ? 'entry001' : 'entry002' };
      case 'editCard':
        return { type, card, text: `edited-${a}-${this.intents.length}-${who}`, ...key };
      case 'deleteCard':
      case 'restoreCard':
        return { type, card, ...key };
      case 'moveCard':
        return { type, card, column, ...before, ...(c % 2 === 0 ? key : {}) };
      case 'groupCard':
        return { type, card, topic, group: this.newId() };
      case 'ungroupCard':
        return { type, card };
      case 'splitGroup':
        return { type, group };
      case 'mergeGroups':
        return { type, group, into: pick(board.groups, b) };
      case 'renameGroup':
        return { type, group, title: `Title ${a}` };
      case 'moveGroup':
        return { type, group, column, ...before };
      case 'vote':
      case 'unvote':
      case 'unpromote':
        return { type, topic };
      case 'promote':
        return { type, topic, entry: this.newId(), ...(c % 2 === 0 ? { kind: 'learning' } : {}) };
      case 'selectTopic':
        return { type, topic: c % 4 === 0 ? '' : topic };
      case 'markDiscussed':
        return { type, topic, discussed: c % 2 === 0 };
      case 'addNote':
        return { type, note: this.newId(), topic, text: `Note ${a}` };
      case 'editNote':
        return { type, note: pick(board.notes, a), text: `Other note ${b}` };
      case 'deleteNote':
        return { type, note: pick(board.notes, a) };
      case 'make':
        return { type, entry: this.newId(), source: c % 3 === 0 ? '' : topic, words: wordsOf(a) };
      case 'changeMade':
        return { type, entry: pick(board.made, a), words: wordsOf(b) };
      case 'deleteMade':
        return { type, entry: pick(board.made, a) };
      case 'undo':
        return { type, whose: c % 2 === 0 ? 'mine' : 'anyone', ...(c % 3 === 0 ? key : {}) };
      default:
        return plainDeed(type, a, b);
    }
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

function plainDeed(type: DeedType, a: number, b: number): Deed {
  switch (type) {
    case 'rename':
      return { type, title: `Sprint ${a}` };
    case 'setAttendees':
      return { type, count: a % 20 };
    case 'goTo':
      return { type, phase: phases[a % 8] ?? 'write' };
    case 'skipPhase':
      return { type, phase: phases[a % 8] ?? 'write', skipped: b % 2 === 0 };
    case 'reviewAction':
      return {
        type,
        action: 'act10n01',
        decision: (['keep', 'close', 'drop', 'undecided'] as const)[a % 4] ?? 'keep',
        reason: b % 2 === 0 ? 'Not now' : '',
      };
    case 'askCheckIn':
      return { type, question: `Question ${a}?` };
    case 'answerCheckIn':
      return { type, text: b % 3 === 0 ? '' : `Answer ${a}` };
    case 'startTimer':
    case 'extendTimer':
      return { type, length: a * 1000 };
    case 'rate':
      return { type, worth: a % 7 };
    case 'join':
      return { type, name: `Name ${a}` };
    case 'setReady':
      return { type, ready: b % 2 === 0 };
    case 'pauseTimer':
    case 'resumeTimer':
    case 'stopTimer':
    case 'reveal':
    case 'revealVotes':
    case 'startRound':
    case 'leave':
    case 'close':
    case 'reopen':
      return { type };
    default:
      throw new Error(`No deed of the type ${type} is made here.`);
  }
}

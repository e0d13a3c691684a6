import assert from 'node:assert/strict';
import { apply } from '../../../src/core/board/apply.ts';
import { type Board, newBoard } from '../../../src/core/board/board.ts';
import type { BoardView, TopicView } from '../../../src/core/board/boardView.ts';
import { type Given, nothingGiven } from '../../../src/core/board/given.ts';
import type { Deed, Intent } from '../../../src/core/board/intent.ts';
import type { RefusalCode } from '../../../src/core/board/refusal.ts';
import { randomNeeded, stampIntent } from '../../../src/core/board/stampIntent.ts';
import { viewOf } from '../../../src/core/board/viewOf.ts';
import { type Template, templateDefaults } from '../../../src/core/templates/template.ts';

/** A template with three columns, of which the last has no kind. */
export const threeColumns: Template = {
  ...templateDefaults,
  key: 'three',
  name: 'Three',
  columns: [
    { title: 'Wins', kind: 'win', prompt: 'What went well?' },
    { title: 'Failures', kind: 'failure', prompt: '' },
    { title: 'Ideas', prompt: '' },
  ],
};

/** The facilitator of every board here. */
export const ada = 'adaaaaaa';
export const ben = 'bennnnnn';
export const cleo = 'cleooooo';

/** What is said in a start but for its template. */
export function startOf(template: Partial<Template> = {}, given: Partial<Given> = {}): Deed {
  return {
    type: 'start',
    name: 'Ada',
    meeting: { id: 'm33ting0', title: 'Sprint 42', date: '2026-11-20', from: '2026-11-06', to: '2026-11-20' },
    template: { ...threeColumns, ...template },
    given: { ...nothingGiven, ...given },
  };
}

/** A meeting as a test runs it: each deed is stamped, applied, and must be accepted unless the test says otherwise. */
export class Run {
  board: Board;
  readonly intents: Intent[] = [];
  #count = 0;

  constructor(board: Board = newBoard) {
    this.board = board;
    this.#count = board.revision * 1000;
  }

  /** A board that Ada has started and Ben and Cleo have joined. */
  static started(template: Partial<Template> = {}, given: Partial<Given> = {}): Run {
    return new Run()
      .does(ada, startOf(template, given))
      .does(ben, { type: 'join', name: 'Ben' })
      .does(cleo, { type: 'join', name: 'Cleo' });
  }

  /** An id that was not handed out before. */
  newId(): string {
    this.#count += 1;
    return `x${String(this.#count).padStart(7, '0')}`;
  }

  intent(participant: string, deed: Deed): Intent {
    const wish = { id: this.newId(), deed };
    const random = Array.from({ length: randomNeeded(this.board, wish) }, () => this.newId());
    return stampIntent(this.board, wish, { participant, at: 1_700_000_000_000 + this.#count * 1000, random });
  }

  does(participant: string, deed: Deed): this {
    const intent = this.intent(participant, deed);
    const outcome = apply(this.board, intent);
    if ('refused' in outcome) {
      assert.fail(`${deed.type} was refused: ${outcome.refused.code}, ${outcome.refused.message}`);
    }
    this.board = outcome.ok;
    this.intents.push(intent);
    return this;
  }

  refuses(participant: string, deed: Deed, code: RefusalCode): this {
    const outcome = apply(this.board, this.intent(participant, deed));
    assert.equal('refused' in outcome ? outcome.refused.code : 'ok', code);
    return this;
  }

  adds(participant: string, card: string, text: string, column = 'column-1'): this {
    return this.does(participant, { type: 'addCard', card, column, text });
  }

  view(participant: string, keys: readonly string[] = []): BoardView {
    return viewOf(this.board, { participant, keys });
  }

  /** A column as lines: a card's text, or a group's title with its cards. */
  sees(participant: string, column = 'column-1', keys: readonly string[] = []): string[] {
    const found = this.view(participant, keys).columns.find(({ id }) => id === column);
    return (found?.topics ?? []).map(lineOf);
  }
}

function lineOf({ isGroup, title, cards }: TopicView): string {
  const texts = cards.map(({ text }) => text).join(', ');
  return isGroup ? `${title}: ${texts}` : texts;
}

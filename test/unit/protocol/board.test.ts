import assert from 'node:assert/strict';
import type { Deed } from '../../../src/core/board/intent.ts';
import { isBoardView, isRefused } from '../../../src/protocol/board.ts';
import { isIntent, isWish } from '../../../src/protocol/boardIntents.ts';
import { apply } from '../../../src/core/board/apply.ts';
import { newBoard } from '../../../src/core/board/board.ts';
import { ada, ben, Run, startOf } from '../board/boards.ts';

const wish = (deed: unknown): unknown => ({ id: 'w1sh0001', deed });
const card: Deed = { type: 'addCard', card: 'card0001', column: 'column-1', text: 'Tests' };

describe('the guards of a board', () => {
  it('let through what is sent and kept', () => {
    const entry = {
      id: 'entry001',
      kind: 'win',
      title: 'Fast',
      path: 'a.md',
      date: '2026-11-10',
      people: [],
    };
    const run = Run.started({ hidden: false }, { entries: [entry], parked: ['Later'] })
      .adds(ben, 'card0001', 'a')
      .does(ada, { type: 'startTimer', length: 1000 })
      .does(ben, { type: 'promote', topic: 'card0001', entry: 'entry009' });
    assert.ok(run.intents.every(isIntent));
    assert.ok(isBoardView(run.view(ben)));
    assert.ok(isBoardView(JSON.parse(JSON.stringify(run.view('')))));
    assert.ok(isWish(wish(startOf())));
  });

  it('let through the refusal of every board', () => {
    const outcome = apply(newBoard, new Run().intent(ada, card));
    assert.ok('refused' in outcome && isRefused(outcome.refused));
  });

  for (const [what, deed] of [
    ['an unknown type', { type: 'addCards' }],
    ['a type that reaches for a prototype', { type: 'constructor' }],
    ['a field too many', { ...card, room: 'other' }],
    ['a prototype key', JSON.parse('{"type":"reveal","__proto__":{"a":1}}')],
    ['not a number', { type: 'startTimer', length: Number.NaN }],
    ['a bad id', { ...card, card: '../../x' }],
    ['a text beyond any card', { ...card, text: 'x'.repeat(70_000) }],
    ['300 levels', Array.from({ length: 300 }).reduce((inner) => ({ type: inner }), 'x')],
    ['nothing', null],
  ] as const) {
    it(`do not let through ${what} [H104]`, () => {
      assert.ok(!isWish(wish(deed)));
    });
  }

  it('do not let a participant through who says who they are or when it is [H104] [H105]', () => {
    assert.ok(isWish(wish(card)));
    assert.ok(!isWish({ ...(wish(card) as object), participant: ben }));
    assert.ok(!isWish({ ...(wish(card) as object), at: 1 }));
  });
});

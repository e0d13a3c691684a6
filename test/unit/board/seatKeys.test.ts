import assert from 'node:assert/strict';
import { viewAtScreen } from '../../../src/core/board/atScreen.ts';
import type { Board } from '../../../src/core/board/board.ts';
import { SeatKeys } from '../../../src/core/board/seatKeys.ts';
import { ada, ben, Run } from './boards.ts';

describe('the secrets of anonymous cards at one screen', () => {
  it('show each their own hidden cards and nobody else’s', () => {
    const run = Run.started({ names: 'anonymous' });
    const seats = new SeatKeys();
    for (const [seat, card, text] of [
      [ada, 'c0000001', 'Hers'],
      [ben, 'c0000002', 'His'],
    ] as const) {
      const key = `a-secret-of-${card}`;
      run.does(seat, { type: 'addCard', card, column: 'column-1', text, key });
      seats.add(seat, [key]);
    }
    assert.deepEqual(textsFor(run.board, ada, seats), ['Hers']);
    assert.deepEqual(textsFor(run.board, ben, seats), ['His']);
  });

  it('are those of one seat', () => {
    const seats = new SeatKeys();
    seats.add(ada, ['one', 'two']);
    seats.add(ada, ['two', 'three']);
    assert.deepEqual(seats.of(ada), ['one', 'two', 'three']);
    assert.deepEqual(seats.of(ben), []);
  });
});

function textsFor(board: Board, participant: string, seats: SeatKeys): readonly string[] {
  return viewAtScreen(board, { participant, keys: seats.of(participant) }).columns.flatMap(({ topics }) =>
    topics.flatMap(({ cards }) => cards.map(({ text }) => text)),
  );
}

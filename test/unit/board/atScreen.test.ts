import assert from 'node:assert/strict';
import { doerAtScreen, facilitatorOf, viewAtScreen } from '../../../src/core/board/atScreen.ts';
import { newBoard } from '../../../src/core/board/board.ts';
import type { Deed } from '../../../src/core/board/intent.ts';
import { ada, ben, Run } from './boards.ts';

describe('a board on a shared screen', () => {
  const write: Deed = { type: 'addCard', card: 'c0000001', column: 'column-1', text: 'Deploys' };

  it('takes votes and hidden cards of whoever has the keyboard, and all else of the facilitator', () => {
    const { board } = Run.started();
    assert.equal(doerAtScreen(board, { type: 'vote', topic: 'c0000001' }, ben), ben);
    assert.equal(doerAtScreen(board, write, ben), ben);
    assert.equal(doerAtScreen(board, { type: 'undo', whose: 'mine' }, ben), ben);
    assert.equal(doerAtScreen(board, { type: 'undo', whose: 'anyone' }, ben), ada);
    assert.equal(doerAtScreen(board, { type: 'goTo', phase: 'vote' }, ben), ada);
    assert.equal(doerAtScreen(board, { type: 'splitGroup', group: 'g0000001' }, ben), ada);
  });

  it('takes cards of the facilitator once they are seen by all', () => {
    const { board } = Run.started().does(ada, { type: 'reveal' });
    assert.equal(doerAtScreen(board, write, ben), ada);
  });

  it('shows what whoever has the keyboard may see, and lets them go on with the meeting', () => {
    const { board } = Run.started().adds(ada, 'c0000001', 'Hers').adds(ben, 'c0000002', 'His');
    const view = viewAtScreen(board, { participant: ben, keys: [] });
    assert.deepEqual(
      view.columns.flatMap(({ topics }) => topics.flatMap(({ cards }) => cards.map(({ text }) => text))),
      ['His'],
    );
    assert.equal(view.facilitates, true);
    assert.deepEqual(view.undo, { mine: 'addCard', anyone: null });
  });

  it('has nobody to run it before it is started', () => {
    assert.equal(facilitatorOf(newBoard), '');
    assert.equal(viewAtScreen(newBoard, { participant: ada, keys: [] }).facilitates, false);
  });
});

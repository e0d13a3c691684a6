import assert from 'node:assert/strict';
import { withOwnKey } from '../../../src/core/board/ownKey.ts';
import { ada, ben, Run } from './boards.ts';

const bens = 'b'.repeat(26);
const adas = 'a'.repeat(26);

describe('the secret of a card that somebody has', () => {
  const add = (run: Run, card: string, key: string, who: string): Run =>
    run.does(who, { type: 'addCard', card, column: 'column-1', text: card, key });

  it('is put to what they do to their own cards, also under the ids that these have after the reveal', () => {
    const run = Run.started({ names: 'anonymous' });
    add(add(run, 'c0000001', bens, ben), 'c0000002', adas, ada).does(ada, { type: 'reveal' });
    const own = run.board.cards.find(({ key }) => key === bens)?.id ?? '';
    const other = run.board.cards.find(({ key }) => key === adas)?.id ?? '';
    const edit = { type: 'editCard', card: own, text: 'Changed' } as const;
    assert.deepEqual(withOwnKey(run.board, edit, ben, [bens]), { ...edit, key: bens });
    assert.deepEqual(withOwnKey(run.board, { ...edit, card: other }, ben, [bens]), { ...edit, card: other });
    assert.deepEqual(withOwnKey(run.board, { type: 'deleteCard', card: own }, ben, []), {
      type: 'deleteCard',
      card: own,
    });
    run.does(ben, withOwnKey(run.board, edit, ben, [bens]));
    assert.ok(run.board.cards.some(({ text }) => text === 'Changed'));
  });

  it('takes back what they did last, and not what somebody else did with another', () => {
    const run = Run.started({ names: 'anonymous' });
    add(add(run, 'c0000001', bens, ben), 'c0000002', adas, ada);
    const undo = { type: 'undo', whose: 'mine' } as const;
    assert.deepEqual(withOwnKey(run.board, undo, ben, [bens]), { ...undo, key: bens });
    assert.deepEqual(withOwnKey(run.board, undo, ben, []), undo);
    run.does(ben, withOwnKey(run.board, undo, ben, [bens]));
    assert.deepEqual(
      run.board.cards.map(({ id }) => id),
      ['c0000002'],
    );
  });

  it('takes back their own last step also for whoever may take back those of others', () => {
    const undo = { type: 'undo', whose: 'anyone' } as const;
    const run = Run.started({ names: 'anonymous' });
    add(add(run, 'c0000001', bens, ben), 'c0000002', adas, ada);
    const own = withOwnKey(run.board, undo, ada, [adas]);
    assert.deepEqual(own, { type: 'undo', whose: 'mine', key: adas });
    run.does(ada, own);
    assert.deepEqual(
      run.board.cards.map(({ id }) => id),
      ['c0000001'],
    );
    // The last step is a named one of hers, then: not one of a card.
    run.does(ada, { type: 'reveal' });
    const [card] = run.board.cards;
    run.does(ada, { type: 'addNote', note: 'n0000001', topic: card?.id ?? '', text: 'Later' });
    assert.deepEqual(withOwnKey(run.board, undo, ada, [adas]), undo);
  });

  it('is in nothing that is done on a board with names', () => {
    const run = Run.started();
    const edit = { type: 'editCard', card: 'c0000001', text: 'Changed' } as const;
    assert.equal(withOwnKey(run.board, edit, ben, [bens]), edit);
  });
});

import assert from 'node:assert/strict';
import { blankCard } from '../../../src/core/board/blankCard.ts';
import { ada, ben, cleo, Run } from './boards.ts';

const key = 'secret-of-sixteen-and-more';

describe('cards', () => {
  it('are hidden from everyone but their writer until they are revealed', () => {
    const run = Run.started().adds(ben, 'card0001', 'planted-text');
    assert.deepEqual(run.sees(ben), ['planted-text']);
    for (const other of [ada, cleo, '']) {
      assert.ok(!JSON.stringify(run.view(other)).includes('planted-text'));
      assert.ok(!JSON.stringify(run.view(other)).includes('card0001'));
    }
    run.does(ada, { type: 'reveal' });
    assert.deepEqual(run.sees(cleo), ['planted-text']);
    run.refuses(ada, { type: 'reveal' }, 'revealed-already');
  });

  it('are changed by their writer, and by the facilitator once they are seen [H105]', () => {
    const run = Run.started().adds(ben, 'card0001', 'One');
    const edit = { type: 'editCard', card: 'card0001', text: 'Two' } as const;
    run
      .refuses(cleo, edit, 'not-yours')
      .refuses(ada, edit, 'not-yours')
      .does(ben, edit)
      .does(ada, { type: 'reveal' });
    run.refuses(cleo, edit, 'not-yours').does(ada, { ...edit, text: 'Three' });
    assert.deepEqual(run.sees(cleo), ['Three']);
    run.refuses(ben, { ...edit, text: '\n ' }, 'empty');
  });

  it('come back when they were deleted', () => {
    const run = Run.started({ hidden: false }).adds(ben, 'card0001', 'One');
    run.does(ben, { type: 'deleteCard', card: 'card0001' });
    assert.deepEqual(run.sees(ben), []);
    run.does(ben, { type: 'restoreCard', card: 'card0001' });
    assert.deepEqual(run.sees(ada), ['One']);
    run.refuses(ben, { type: 'restoreCard', card: 'card0001' }, 'no-such-card');
  });

  it('move between columns and places, as often as anyone likes', () => {
    const run = Run.started({ hidden: false }).adds(ben, 'card0001', 'a').adds(ben, 'card0002', 'b');
    run.adds(ben, 'card0003', 'c', 'column-2');
    const move = { type: 'moveCard', card: 'card0003', column: 'column-1', before: 'card0002' } as const;
    run.does(cleo, move);
    assert.deepEqual(run.sees(ben), ['a', 'c', 'b']);
    for (let time = 0; time < 200; time += 1) {
      const [card, before] = time % 2 === 0 ? ['card0002', 'card0003'] : ['card0003', 'card0002'];
      run.does(cleo, { ...move, card, before });
    }
    assert.deepEqual(run.sees(ben), ['a', 'c', 'b']);
    run.does(cleo, { ...move, column: 'parking' });
    assert.deepEqual(run.sees(ben, 'parking'), ['c']);
  });

  it('are kept as plain text that a file can hold', () => {
    const run = Run.started({ hidden: false }).adds(ben, 'card0001', '\r\n a\u0000b\ud800\r\nc  \n\n');
    assert.deepEqual(run.sees(ben), ['ab\ufffd\nc']);
  });

  it('have a size [H108]', () => {
    const run = Run.started({ hidden: false }).adds(ben, 'card0001', 'é'.repeat(5120));
    const add = { type: 'addCard', card: 'card0002', column: 'column-1' } as const;
    run.refuses(ben, { ...add, text: `${'é'.repeat(5120)}x` }, 'too-long');
    run.refuses(ben, { ...add, text: '😀'.repeat(2561) }, 'too-long');
    run.adds(ben, 'card0003', '😀'.repeat(2560));
  });

  it('are at most 2,000 on a board, and what is there stays [H108]', () => {
    const run = Run.started({ hidden: false });
    const cards = Array.from({ length: 1998 }, (_, index) => {
      return { ...blankCard, id: `many${index}`, column: 'column-1', rank: index, text: 'x', author: ben };
    });
    run.board = { ...run.board, cards };
    run.adds(ben, 'card0001', 'x').adds(cleo, 'card0002', 'x');
    run.refuses(ben, { type: 'addCard', card: 'onemore0', column: 'column-1', text: 'x' }, 'too-many');
    assert.equal(run.sees(ada).length, 2000);
    run.does(ben, { type: 'deleteCard', card: 'many7' }).adds(ben, 'onemore0', 'x');
    run.does(ben, { type: 'undo', whose: 'mine' }).does(ben, { type: 'undo', whose: 'mine' });
    assert.equal(run.sees(ada).length, 2000);
  }).timeout(20_000);

  it('have no writer on an anonymous board, and are shuffled when they are revealed [I122] [I123]', () => {
    const run = Run.started({ names: 'anonymous' });
    const add = { type: 'addCard', column: 'column-1', key } as const;
    run.refuses(
      ben,
      { type: 'addCard', card: 'card0001', column: 'column-1', text: 'no key' },
      'key-missing',
    );
    run.does(ben, { ...add, card: 'card0001', text: 'b' });
    run.does(cleo, { ...add, card: 'card0002', text: 'a', key: `${key}-2` });
    const journal = JSON.stringify(run.intents.slice(-2));
    assert.ok(!journal.includes(ben) && !journal.includes(cleo));
    assert.deepEqual(
      run.intents.slice(-2).map(({ at }) => at),
      [0, 0],
    );
    assert.deepEqual(run.sees(ben), []);
    assert.deepEqual(run.sees(ben, 'column-1', [key]), ['b']);
    run.does(ada, { type: 'reveal' });
    assert.deepEqual(run.sees(ada).toSorted(), ['a', 'b']);
    const after = JSON.stringify(run.board.cards);
    assert.ok(!['card0001', 'card0002', ben, cleo].some((word) => after.includes(word)));
    assert.deepEqual(run.board.steps, []);
  });

  it('are changed on an anonymous board by whoever has their secret [H105]', () => {
    const run = Run.started({ names: 'anonymous' });
    run.does(ben, { type: 'addCard', card: 'card0001', column: 'column-1', text: 'One', key });
    const edit = { type: 'editCard', card: 'card0001', text: 'Two' } as const;
    run.refuses(ben, edit, 'not-yours').refuses(ben, { ...edit, key: `${key}x` }, 'not-yours');
    run.does(ben, { ...edit, key }).does(ada, { type: 'reveal' });
    const card = run.view(ben, [key]).columns[0]?.topics[0]?.cards[0];
    assert.deepEqual([card?.text, card?.mine, card?.author], ['Two', true, '']);
    run.does(ben, { ...edit, card: card?.id ?? '', text: 'Three', key });
    assert.deepEqual(run.sees(cleo), ['Three']);
  });
});

import assert from 'node:assert/strict';
import { BoardHost } from '../../../src/core/board/boardHost.ts';
import type { Board } from '../../../src/core/board/board.ts';
import type { Deed, Wish } from '../../../src/core/board/intent.ts';
import { RetroError } from '../../../src/core/retroError.ts';
import { countedIds } from '../../support/countedIds.ts';
import { fixedClock } from '../../support/fixedClock.ts';
import { MemoryJournal } from '../../support/memoryJournal.ts';
import { ada, ben, startOf } from './boards.ts';

const clock = fixedClock('2026-11-20');
const openOn = (journal: MemoryJournal): Promise<BoardHost> =>
  BoardHost.open({ journal, clock, ids: countedIds() });

let count = 0;
function wish(deed: Deed): Wish {
  count += 1;
  return { id: `w${String(count).padStart(7, '0')}`, deed };
}

function textsOf(board: Board): readonly string[] {
  return board.cards.filter(({ deleted }) => !deleted).map(({ text }) => text);
}

describe('the host of a board', () => {
  let journal: MemoryJournal;
  let host: BoardHost;
  const takes = async (participant: string, deed: Deed): Promise<void> =>
    assert.equal(await host.take(wish(deed), participant), undefined);
  const adds = (text: string, card: string): Deed => ({ type: 'addCard', card, column: 'column-1', text });

  beforeEach(async () => {
    journal = new MemoryJournal();
    host = await openOn(journal);
    await takes(ada, startOf());
  });

  it('shows nothing before the journal has it', async () => {
    const taken = host.take(wish(adds('Deploys', 'c0000001')), ada);
    assert.deepEqual(textsOf(host.board), []);
    await taken;
    assert.deepEqual(textsOf(host.board), ['Deploys']);
    assert.equal((await journal.read()).intents.length, 2);
  });

  it('takes in what comes while something is being written, in its order', async () => {
    const seen: number[] = [];
    host.onDidChange((board) => seen.push(board.revision));
    await Promise.all([
      takes(ada, adds('One', 'c0000001')),
      takes(ada, { type: 'editCard', card: 'c0000001', text: 'Two' }),
      takes(ada, { type: 'deleteCard', card: 'c0000001' }),
      takes(ada, { type: 'restoreCard', card: 'c0000001' }),
    ]);
    assert.deepEqual(textsOf(host.board), ['Two']);
    assert.deepEqual(seen, [2, 3, 4, 5]);
  });

  it('refuses what the board refuses, and does not write it', async () => {
    const refused = await host.take(wish({ type: 'deleteCard', card: 'c0000009' }), ada);
    assert.equal(refused?.code, 'no-such-card');
    assert.equal((await host.take(wish(adds('Late', 'c0000001')), ben))?.code, 'not-a-participant');
    assert.equal((await journal.read()).intents.length, 1);
  });

  it('answers the same wish again when it is safe, and does it once', async () => {
    const twice = wish(adds('Deploys', 'c0000001'));
    const first = host.take(twice, ada);
    const second = host.take(twice, ada).then(() => textsOf(host.board));
    assert.equal(await first, undefined);
    assert.deepEqual(await second, ['Deploys']);
    assert.deepEqual(await host.take(twice, ada), undefined);
    assert.equal(host.board.revision, 2);
  });

  it('is as it was where something could not be kept, with all that was built on it', async () => {
    journal.fail(true);
    const wishes = [wish(adds('One', 'c0000001')), wish({ type: 'editCard', card: 'c0000001', text: 'Two' })];
    const answers = await Promise.allSettled(wishes.map((each) => host.take(each, ada)));
    assert.ok(answers.every((each) => each.status === 'rejected' && each.reason instanceof RetroError));
    assert.deepEqual(textsOf(host.board), []);
    journal.fail(false);
    await Promise.all(wishes.map((each) => host.take(each, ada)));
    assert.deepEqual(textsOf(host.board), ['Two']);
  });

  it('answers what is done already although something else could not be kept', async () => {
    const done = wish(adds('One', 'c0000001'));
    assert.equal(await host.take(done, ada), undefined);
    journal.fail(true);
    await assert.rejects(host.take(wish(adds('Two', 'c0000002')), ada), RetroError);
    assert.equal(await host.take(done, ada), undefined);
  });

  it('has the same board when it is opened again', async () => {
    await takes(ada, adds('Deploys', 'c0000001'));
    await takes(ada, { type: 'goTo', phase: 'vote' });
    const again = await openOn(new MemoryJournal(await journal.read()));
    assert.deepEqual(again.board, host.board);
  });

  it('compacts a long journal when it is opened', async () => {
    for (let n = 0; n < 501; n += 1) {
      await takes(ada, { type: 'setReady', ready: n % 2 === 0 });
    }
    const later = new MemoryJournal(await journal.read());
    const again = await openOn(later);
    assert.deepEqual(again.board, host.board);
    assert.deepEqual(await later.read(), { snapshot: host.board, intents: [] });
  });

  it('says what was wrong with its journal', async () => {
    const damage = { code: 'torn', line: 3, kept: 'x.jsonl.damaged' } as const;
    assert.deepEqual((await openOn(new MemoryJournal({ damage }))).damage, damage);
  });
});

describe('the host of an anonymous board', () => {
  let journal: MemoryJournal;
  let host: BoardHost;
  const key = 'key0key0key0key0';
  beforeEach(async () => {
    journal = new MemoryJournal();
    host = await openOn(journal);
    await host.take(wish(startOf({ names: 'anonymous' })), ada);
    await host.take(wish({ type: 'addCard', card: 'c0000001', column: 'column-1', text: 'A', key }), ada);
  });

  it('writes neither who wrote a card nor when', async () => {
    const { intents } = await journal.read();
    assert.deepEqual(
      intents.slice(1).map(({ participant, at }) => [participant, at]),
      [['', 0]],
    );
  });

  it('lets nobody write who is not at the board', async () => {
    const deed: Deed = { type: 'addCard', card: 'c0000002', column: 'column-1', text: 'B', key };
    assert.equal((await host.take(wish(deed), ben))?.code, 'not-a-participant');
  });

  it('keeps no order of arrival behind the reveal, not even where more is taken in at that moment', async () => {
    await Promise.all([
      host.take(wish({ type: 'reveal' }), ada),
      host.take(wish({ type: 'goTo', phase: 'group' }), ada),
    ]);
    assert.deepEqual(journal.done, ['append', 'append', 'append', 'compact', 'append']);
    const content = await journal.read();
    assert.deepEqual(
      content.intents.map(({ deed }) => deed.type),
      ['goTo'],
    );
    assert.notEqual(content.snapshot?.cards[0]?.id, 'c0000001');
    const again = await openOn(new MemoryJournal(content));
    assert.deepEqual(again.board, host.board);
  });

  it('forgets it at the next opening where the program ended in between', async () => {
    const { intents } = await journal.read();
    const halfway = new MemoryJournal({
      intents: [...intents, { ...wish({ type: 'reveal' }), participant: ada, at: 1, random: ['k1111111'] }],
    });
    const again = await openOn(halfway);
    assert.deepEqual(halfway.done, ['compact']);
    assert.ok(again.board.revealed);
    assert.notEqual(again.board.cards[0]?.id, 'c0000001');
  });
});

import assert from 'node:assert/strict';
import type { Wish } from '../../../../src/core/board/intent.ts';
import { RpcError } from '../../../../src/protocol/rpcError.ts';
import { liveLimits } from '../../../../src/protocol/liveLimits.ts';
import { type Answered, Outbox } from '../../../../src/webview/guest/outbox.ts';

function wishes(count: number): readonly Wish[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `w${String(at).padStart(7, '0')}`,
    deed: { type: 'setReady', ready: true },
  }));
}

/** A room whose answers come when the test says so. */
class Room {
  readonly asked: string[] = [];
  readonly #open: { id: string; resolve: (answer: Answered) => void; reject: (error: unknown) => void }[] =
    [];

  readonly send = (wish: Wish): Promise<Answered> => {
    this.asked.push(wish.id);
    return new Promise((resolve, reject) => this.#open.push({ id: wish.id, resolve, reject }));
  };

  /** Answers everything that was asked so far. */
  async answer(answer: Answered = {}): Promise<void> {
    this.#open.splice(0).forEach(({ resolve }) => resolve(answer));
    await turn();
  }

  async fail(error: unknown): Promise<void> {
    this.#open.splice(0).forEach(({ reject }) => reject(error));
    await turn();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const broken = new RpcError('closed', 'The connection was closed.');

describe('what a guest has asked of the room', () => {
  let later: (() => void)[];
  let outbox: Outbox;
  beforeEach(() => {
    later = [];
    outbox = new Outbox((act) => later.push(act));
  });

  it('[H110] waits for a connection, and arrives in its order', async () => {
    const answers = Promise.all(wishes(20).map((wish) => outbox.ask(wish)));
    const room = new Room();
    outbox.connect(room.send);
    assert.deepEqual(
      room.asked,
      wishes(20).map(({ id }) => id),
    );
    await room.answer();
    assert.equal((await answers).length, 20);
  });

  it('[H110] is asked again when the connection broke before the answer, and not when it came', async () => {
    const [first, second] = wishes(2) as [Wish, Wish];
    const before = new Room();
    outbox.connect(before.send);
    const one = outbox.ask(first);
    await before.answer();
    await one;
    const two = outbox.ask(second);
    outbox.disconnect();
    await before.fail(broken);
    const after = new Room();
    outbox.connect(after.send);
    assert.deepEqual(after.asked, [second.id]);
    await after.answer({ refused: { code: 'closed', message: 'It is closed.' } });
    assert.deepEqual(await two, { refused: { code: 'closed', message: 'It is closed.' } });
  });

  it('says what went wrong there, and does not ask for that again', async () => {
    const [wish] = wishes(1) as [Wish];
    const room = new Room();
    outbox.connect(room.send);
    const asked = outbox.ask(wish);
    await room.fail(new RpcError('cannot-write', 'The disk is full.'));
    await assert.rejects(asked, /The disk is full\./);
    const again = new Room();
    outbox.connect(again.send);
    assert.deepEqual(again.asked, []);
  });

  it('[H110] keeps below what the room puts up with, however much there is', async () => {
    for (const wish of wishes(200)) {
      void outbox.ask(wish);
    }
    const room = new Room();
    outbox.connect(room.send);
    while (later.length === 0) {
      await room.answer();
    }
    assert.ok(room.asked.length <= liveLimits.burst / 2);
    let waited = 0;
    while (room.asked.length < 200) {
      waited += 1;
      later.splice(0).forEach((act) => act());
      await room.answer();
    }
    assert.ok(waited >= 200 - liveLimits.burst / 2);
    assert.deepEqual(
      room.asked,
      wishes(200).map(({ id }) => id),
    );
  });
});

import * as assert from 'node:assert/strict';
import { RetroError } from '../../../src/core/retroError.ts';
import { RpcError } from '../../../src/protocol/rpcError.ts';
import { rpcPair } from './rpcPair.ts';

const refused = (code: string, message?: RegExp) => (error: unknown) =>
  error instanceof RpcError && error.code === code && (message ?? /./).test(error.message);

describe('Rpc', () => {
  it('answers a request with what the handler gives', async () => {
    assert.equal(await rpcPair().view.ask('greet', 'Ada'), 'Hello Ada');
  });

  it('answers requests that overtake one another each with its own', async () => {
    let first = (_text: string): void => undefined;
    const slow = new Promise<string>((resolve) => (first = resolve));
    const { view } = rpcPair({ greet: (name) => (name === 'slow' ? slow : name) });
    const answers = Promise.all([view.ask('greet', 'slow'), view.ask('greet', 'quick')]);
    first('at last');
    assert.deepEqual(await answers, ['at last', 'quick']);
  });

  it('tells in both directions without an answer', async () => {
    const { host, view, wire, noted, shouted } = rpcPair();
    view.tell('note', { words: 'hm' });
    host.tell('shout', 'oh');
    await settled();
    assert.deepEqual([noted, shouted, wire.length], [['hm'], ['oh'], 2]);
  });

  it('rejects with the code and the message of a RetroError that the handler threw', async () => {
    const { view, bugs } = rpcPair({
      greet: () => {
        throw new RetroError('cannot-write', 'The disk is full.');
      },
    });
    await assert.rejects(view.ask('greet', 'Ada'), refused('cannot-write', /^The disk is full\.$/));
    assert.deepEqual(bugs, []);
  });

  it('rejects when a handler fails unexpectedly, and reports the bug where it is', async () => {
    const bug = new TypeError('no such thing');
    const { view, bugs } = rpcPair({ greet: () => Promise.reject(bug) });
    await assert.rejects(view.ask('greet', 'Ada'), refused('unexpected', /no such thing/));
    assert.deepEqual(bugs, [bug]);
  });

  it('reports a bug in a handler that is only told, and goes on', async () => {
    const bug = new Error('oh');
    const { view, bugs } = rpcPair({
      note: () => {
        throw bug;
      },
    });
    view.tell('note', { words: 'a' });
    await settled();
    assert.deepEqual(bugs, [bug]);
    assert.equal(await view.ask('greet', 'Ada'), 'Hello Ada');
  });

  it('cuts the message of a refusal that is too long to be taken', async () => {
    const { view } = rpcPair({ greet: () => Promise.reject(new RetroError('git', 'x'.repeat(1_000_000))) });
    await assert.rejects(view.ask('greet', 'Ada'), refused('git', /^x{4000}$/));
  });

  it('rejects an answer that is not what was asked for', async () => {
    const { view } = rpcPair({ list: () => ['a', 'b', 'c'] });
    await assert.rejects(view.ask('list', null), refused('bad-answer'));
    assert.equal(view.dropped, 1);
  });

  it('rejects what is not answered when it is closed, and everything after', async () => {
    const { view, wire } = rpcPair({ greet: () => new Promise(() => undefined) });
    const waiting = assert.rejects(view.ask('greet', 'Ada'), refused('closed'));
    view.close();
    await waiting;
    await assert.rejects(view.ask('greet', 'Ada'), refused('closed'));
    view.tell('note', { words: 'a' });
    assert.equal(wire.length, 1);
  });
});

describe('Rpc, given what is no message of its tables', () => {
  it('[B42] rejects a request for an unknown method and counts it', async () => {
    for (const method of ['nothing', 'constructor', '__proto__', 'toString', 'note']) {
      const { host, wire } = rpcPair();
      host.receive({ request: 1, method, input: 'x' });
      await settled();
      assert.deepEqual(wire[0], {
        refusal: 1,
        code: 'unknown-method',
        message: `There is no method ${method}.`,
      });
      assert.equal(host.dropped, 1, method);
    }
  });

  it('[B42] rejects a request whose input does not pass, without calling the handler', async () => {
    let called = 0;
    const { host, wire } = rpcPair({ greet: () => String(++called) });
    for (const input of [7, null, undefined, ['a'], { a: 1 }, 'x'.repeat(21)]) {
      host.receive({ request: 1, method: 'greet', input });
    }
    await settled();
    assert.equal(called, 0);
    assert.deepEqual(
      new Set(wire.map((message) => (message as { code?: string }).code)),
      new Set(['bad-input']),
    );
    assert.equal(host.dropped, 6);
  });

  it('[B42] takes the same request when its input passes', async () => {
    const { host, wire } = rpcPair();
    host.receive({ request: 1, method: 'greet', input: 'x'.repeat(20) });
    await settled();
    assert.deepEqual(wire, [{ answer: 1, output: `Hello ${'x'.repeat(20)}` }]);
  });

  it('[B42] drops and counts what has another form, an extra field or a prototype key', async () => {
    const messages = [
      null,
      'note',
      [],
      {},
      { notice: 'note' },
      { notice: 'note', input: { words: 'a' }, extra: 1 },
      { notice: 'note', input: { words: 'a', path: '/etc/passwd' } },
      JSON.parse('{"notice":"note","input":{"words":"a","__proto__":{"polluted":1}}}'),
      JSON.parse('{"notice":"note","input":{"words":"a"},"__proto__":{"polluted":1}}'),
      { notice: 'constructor', input: null },
      { notice: 'note', input: { words: 'x'.repeat(50_000_000) } },
      { notice: 'x'.repeat(50_000_000), input: null },
      { answer: 99, output: 1 },
      { refusal: 99, code: 'a', message: 'b' },
    ];
    const { host, noted, wire } = rpcPair();
    for (const message of messages) {
      host.receive(message);
    }
    await settled();
    assert.equal(host.dropped, messages.length);
    assert.deepEqual([noted, wire], [[], []]);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });

  it('[B42] takes the same notice without what was wrong with it', async () => {
    const { host, noted } = rpcPair();
    host.receive({ notice: 'note', input: { words: 'a' } });
    await settled();
    assert.deepEqual([noted, host.dropped], [['a'], 0]);
  });
});

/** Lets everything that waits only for what has happened already run. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

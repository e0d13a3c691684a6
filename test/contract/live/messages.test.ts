import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { boardLimits } from '../../../src/core/board/limits.ts';
import { liveLimits } from '../../../src/protocol/liveLimits.ts';
import { RpcError } from '../../../src/protocol/rpcError.ts';
import type { Guest } from '../../support/liveGuest.ts';
import { LiveScene } from './liveScene.ts';

/** WebSocket's own codes for what is too big, no text, and against the rules. */
const tooBig = 1009;
const notText = 1003;
const policy = 1008;

describe('what a live room is sent', function () {
  this.timeout(120_000);
  let scene: LiveScene;
  let ada: Guest;
  beforeEach(async () => {
    // Nobody is taken for gone who reads slowly, however slow the disk is.
    scene = await LiveScene.open({ heartbeat: 600_000 });
    ada = await scene.facilitator();
    await ada.does({ type: 'goTo', phase: 'write' });
  });
  afterEach(() => scene.close());

  const wishOf = (deed: object, more: object = {}): string =>
    JSON.stringify({ request: 1, method: 'take', input: { id: 'w0000001', deed, ...more } });

  it('[H103] closes on a frame over 64 KiB, on one that is no text, and on one in too many pieces', async () => {
    const whole = await scene.guest(ada, 'Whole');
    const filled = `{"notice":"x","input":"${'x'.repeat(liveLimits.frame - 25)}"}`;
    assert.equal(Buffer.byteLength(filled), liveLimits.frame);
    whole.socket.send(filled);
    assert.equal(await whole.does({ type: 'setReady', ready: true }), undefined);
    whole.socket.send(`${filled} `);
    assert.equal(await whole.untilClosed(), tooBig);
    const binary = await scene.guest(ada, 'Binary');
    binary.socket.send(Buffer.from(wishOf({ type: 'setReady', ready: true })));
    assert.equal(await binary.untilClosed(), notText);
    const pieces = await scene.guest(ada, 'Pieces');
    for (let count = 0; count < 10_000 && pieces.closeCode === undefined; count += 1) {
      pieces.socket.send('x', { fin: false });
    }
    assert.equal(await pieces.untilClosed(), policy);
    assert.equal(await ada.does({ type: 'setReady', ready: true }), undefined);
  });

  it('[H103] puts nothing together that comes in parts: that would be a way around the limit', async () => {
    const eve = await scene.guest(ada, 'Eve');
    const wish = wishOf({ type: 'setReady', ready: true });
    for (let count = 0; count < 5; count += 1) {
      eve.socket.send(JSON.stringify({ part: wish, more: false }));
    }
    await eve.untilClosed();
    assert.ok(ada.view?.participants.every(({ ready }) => ready !== true));
  });

  it('[H104] refuses what is no intent, and closes on the fifth', async () => {
    const deep = `${'['.repeat(300)}${']'.repeat(300)}`;
    const wrong = [
      wishOf({ type: 'fly' }),
      wishOf({ type: 'setReady', ready: true, more: 1 }),
      wishOf({ type: 'setReady', ready: 'yes' }),
      wishOf({ type: 'setReady', ready: true }, { participant: 'somebody' }),
      wishOf({ type: 'extendTimer', length: null }),
      `{"request":1,"method":"take","input":{"id":"w0000001","deed":${deep}}}`,
      '{"request":1,"method":"take","input":{"id":"w0000001","__proto__":{},"deed":{"type":"leave"}}}',
      '{"request":1,"method":"constructor","input":null}',
      '{"request":1,"method":"enter","input":{"room":"","proof":"","name":"","last":{"feed":"","at":0}}}',
      '{"request":-1,"method":"take","input":null}',
      'not JSON',
      '',
    ];
    for (let first = 0; first < wrong.length; first += 5) {
      const eve = await scene.guest(ada, `Eve ${first}`);
      const sent = wrong.slice(first, first + 5);
      sent.forEach((message) => eve.socket.send(message));
      if (sent.length === 5) {
        await eve.untilClosed();
      }
    }
    assert.deepEqual(ada.texts, []);
    assert.ok(ada.view?.participants.every(({ ready }) => ready !== true));
  });

  it('[H104] outlives ten thousand frames of any kind', async () => {
    const pieces = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.json({ maxDepth: 3 }),
      fc
        .constantFrom('take', 'enter', 'own', 'control', 'start', '__proto__')
        .chain((method) =>
          fc.jsonValue({ maxDepth: 3 }).map((input) => JSON.stringify({ request: 1, method, input })),
        ),
      fc.jsonValue({ maxDepth: 2 }).map((deed) => wishOf(deed as object)),
    );
    let sent = 0;
    for (const frames of fc.sample(fc.array(pieces, { minLength: 5, maxLength: 5 }), 200)) {
      // A board has room for 150 people, whoever they are.
      const eve = sent % 100 === 0 ? await scene.guest(ada, `Eve ${sent}`) : await scene.connect();
      for (let count = 0; count < 50 && eve.closeCode === undefined; count += 1) {
        eve.socket.send(frames[count % 5] ?? '');
        sent += 1;
      }
      eve.socket.close();
      await eve.untilClosed();
      // Whoever fails that often is kept away; time goes by.
      scene.clock.ahead += liveLimits.block;
      if (scene.clock.ahead > liveLimits.invitation - 10 * liveLimits.block) {
        scene.clock.ahead = 0;
        await scene.restart();
        ada = await scene.connect();
        await ada.enter(LiveScene.partsOf(scene.opened.hostLink));
      }
    }
    assert.equal(sent, 10_000);
    assert.equal(
      scene.countOf('bug'),
      0,
      scene.events.find((event) => event.startsWith('bug')),
    );
    assert.equal(await ada.does({ type: 'setReady', ready: true }), undefined);
  });

  it('[H107] closes on more messages than thirty a second after the first 120', async () => {
    const ben = await scene.guest(ada, 'Ben');
    for (let count = 0; count < liveLimits.burst + 30; count += 1) {
      ben.socket.send(wishOf({ type: 'setReady', ready: true }));
    }
    assert.equal(await ben.untilClosed(), policy);
    const cleo = await scene.guest(ada, 'Cleo');
    for (let count = 0; count < 10 * liveLimits.burst && cleo.closeCode === undefined; count += 1) {
      cleo.socket.ping();
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(await cleo.untilClosed(), policy);
  });

  it('[H107] gives whoever comes back again and again no more than whoever stays', async () => {
    const ben = await scene.guest(ada, 'Ben');
    const at = scene.clock.now();
    Object.assign(scene.clock, { now: () => at });
    const entry = { room: LiveScene.partsOf(scene.opened.guestLink).room, proof: ben.secret };
    let done = 0;
    for (let count = 0; count < 6; count += 1) {
      const again = await scene.connect();
      await again.enter(entry);
      const deeds = Array.from({ length: liveLimits.burst - 20 }, (_, which) =>
        again.does({ type: 'setReady', ready: which % 2 === 0 }),
      );
      const outcomes = await Promise.allSettled(deeds);
      done += outcomes.filter(({ status }) => status === 'fulfilled').length;
      again.drop();
    }
    // Of those that were done last, whoever was closed meanwhile is not answered any more.
    const most = liveLimits.burst * liveLimits.socketsPerPerson;
    assert.ok(done <= most && done > most - liveLimits.burst, `${done} were done`);
  });

  it('[H107] shows a name as text of one line and of bounded length, whatever it is', async () => {
    const name = `<img src=x onerror="alert(1)">\n${'x'.repeat(100)}`;
    const ben = await scene.connect();
    await ben.enter({ ...LiveScene.partsOf(scene.opened.guestLink), name });
    await ada.until(() => ada.facts?.live?.waiting.length === 1);
    assert.doesNotMatch(ada.facts?.live?.waiting[0]?.name ?? '\n', /\n/);
    const long = await scene.connect();
    await assert.rejects(
      long.enter({ ...LiveScene.partsOf(scene.opened.guestLink), name: 'x'.repeat(1_000) }),
      RpcError,
    );
  });

  it('[H108] refuses a card of more than 10 KB, and takes one of 10 KB', async () => {
    const card = { type: 'addCard', column: 'column-1' } as const;
    const most = 'x'.repeat(boardLimits.cardBytes);
    assert.equal(await ada.does({ ...card, card: 'c0000001', text: most }), undefined);
    assert.equal(await ada.does({ ...card, card: 'c0000002', text: `${most}x` }), 'too-long');
    assert.equal(await ada.does({ ...card, card: 'c0000002', text: most.repeat(5) }), 'too-long');
    assert.equal(await ada.does({ ...card, card: 'c0000003', text: 'ü'.repeat(6000) }), 'too-long');
    assert.equal(ada.texts.length, 1);
  });

  it('[H109] cuts a reader off who takes nothing, and nobody else', async () => {
    const ben = await scene.guest(ada, 'Ben');
    const cleo = await scene.guest(ada, 'Cleo');
    await ada.does({ type: 'reveal' });
    const card = await ada.adds('Short');
    await cleo.until(() => cleo.texts.length === 1);
    ben.socket.pause();
    let changes = 0;
    // Two megabytes a second is what the limit of messages lets through; time is not waited for.
    while (scene.countOf('cut') === 0 && changes < 3000) {
      scene.clock.ahead += 1000;
      const text = `${changes} ${'x'.repeat(10_000)}`;
      assert.equal(await ada.does({ type: 'editCard', card, text }), undefined);
      changes += 1;
    }
    assert.equal(scene.countOf('cut'), 1);
    await cleo.until(() => cleo.texts[0]?.startsWith(`${changes - 1} `) === true);
    assert.equal(cleo.shown, 1);
  });

  it('shows a large board in parts, and what changes meanwhile after it', async () => {
    await ada.does({ type: 'reveal' });
    const texts = Array.from({ length: 100 }, (_, at) => `${at} ${'x'.repeat(5000)}`);
    for (const text of texts) {
      scene.clock.ahead += 1000;
      await ada.adds(text);
    }
    const ben = await scene.guest(ada, 'Ben');
    await ben.until(() => ben.texts.length === 100);
    assert.deepEqual(ben.texts, texts);
    assert.ok(ben.received.every((frame) => frame.length < 2.1 * liveLimits.part));
    assert.ok(ben.received.filter((frame) => frame.includes('"more":true')).length > 10);
  });
});

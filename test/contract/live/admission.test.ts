import assert from 'node:assert/strict';
import { liveCloses } from '../../../src/protocol/liveRoom.ts';
import { liveLimits } from '../../../src/protocol/liveLimits.ts';
import { RpcError } from '../../../src/protocol/rpcError.ts';
import type { Guest } from '../../support/liveGuest.ts';
import { LiveScene } from './liveScene.ts';
import { sendRaw, upgradeRequest } from './rawHttp.ts';

describe('who is let into a live room', function () {
  this.timeout(60_000);
  let scene: LiveScene;
  beforeEach(async () => {
    scene = await LiveScene.open();
  });
  afterEach(() => scene.close());

  const invited = () => LiveScene.partsOf(scene.opened.guestLink);
  const reasonFor = async (guest: Guest, entry: Parameters<Guest['enter']>[0]): Promise<string> => {
    const reason = await guest.enter(entry).catch((error: unknown) => error);
    assert.ok(reason instanceof RpcError, JSON.stringify(reason));
    return `${reason.code} ${reason.message}`;
  };

  it('[G98] says the same of every token that is none, and of every room that is none', async () => {
    const { room, proof } = invited();
    const other = proof.endsWith('A') ? 'B' : 'A';
    const wrong = [
      { room, proof: '' },
      { room, proof: proof.slice(0, -1) },
      { room, proof: proof.slice(0, -1) + other },
      { room, proof: proof.toUpperCase() },
      { room, proof: `${proof} ` },
      { room, proof: 'x'.repeat(1000) },
      { room, proof: room },
      { room: '', proof },
      { room: room.slice(1), proof },
      { room: '__proto__', proof },
      { room: 'constructor', proof },
      { room: 'a\0b', proof },
      { room: '\u202e', proof },
      { room: '../../etc/passwd', proof },
      // Only a name is missing here.
      { room, proof, name: ' ' },
    ];
    const reasons = new Set<string>();
    for (const entry of wrong) {
      reasons.add(await reasonFor(await scene.connect(), { name: 'Eve', ...entry }));
    }
    assert.deepEqual(
      [...reasons],
      [
        'not-trusted This link lets nobody in. It may be old, or the retro has ended or is locked. Ask the facilitator for a new one.',
      ],
    );
    assert.deepEqual(scene.folder.paths.filter((path) => path.endsWith('.jsonl')).length <= 1, true);
  });

  it('[G98] closes a socket after five failures, whatever they were', async () => {
    const eve = await scene.connect();
    for (let count = 0; count < liveLimits.failuresPerSocket; count += 1) {
      await reasonFor(eve, { ...invited(), proof: 'wrong', name: 'Eve' });
    }
    assert.equal(await eve.untilClosed(), liveCloses.refused);
    const noise = await scene.connect();
    for (const message of [
      '{',
      'null',
      '[]',
      '{"request":1,"method":"take","input":null}',
      '{"notice":"x"}',
    ]) {
      noise.socket.send(message);
    }
    assert.equal(await noise.untilClosed(), liveCloses.refused);
  });

  it('[G98] blocks an address after twenty failures in a minute, for five minutes', async () => {
    for (let socket = 0; socket < 4; socket += 1) {
      const eve = await scene.connect();
      for (let count = 0; count < 5; count += 1) {
        await reasonFor(eve, { ...invited(), proof: 'wrong', name: 'Eve' });
      }
    }
    const knocks = async (): Promise<number> =>
      (await sendRaw(scene.port, upgradeRequest([`Host: ${scene.host}`, `Origin: http://${scene.host}`])))
        .status;
    assert.equal(await knocks(), 429);
    assert.equal(scene.countOf('blocked'), 1);
    scene.clock.ahead += liveLimits.block - 1000;
    assert.equal(await knocks(), 429);
    scene.clock.ahead += 2000;
    assert.equal(await knocks(), 101);
  });

  it('closes a socket that has shown nothing within ten seconds', async () => {
    const begun = performance.now();
    const silent = await scene.connect();
    assert.equal(await silent.untilClosed(), liveCloses.refused);
    const seconds = (performance.now() - begun) / 1000;
    assert.ok(seconds > 9, String(seconds));
  });

  it('[G100] takes nothing from a link that a chat looks at: nobody joins, and no log has the token', async () => {
    const ada = await scene.facilitator();
    for (let count = 0; count < 50; count += 1) {
      const page = await fetch(scene.opened.guestLink);
      assert.equal(page.status, 200);
      assert.doesNotMatch(await page.text(), new RegExp(invited().proof));
    }
    assert.equal(ada.view?.participants.length, 1);
    assert.deepEqual(ada.facts?.live?.waiting, []);
    const ben = await scene.guest(ada, 'Ben');
    const log = scene.events.join('\n');
    for (const secret of [invited().proof, invited().room, ben.secret, 'Ben']) {
      assert.ok(!log.includes(secret));
    }
  });

  it('[G101] lets thirty teammates in who come from one address at once', async () => {
    const ada = await scene.facilitator();
    const names = Array.from({ length: 30 }, (_, at) => `Person ${at}`);
    const guests = await Promise.all(names.map((name) => scene.guest(ada, name)));
    assert.equal(new Set(guests.map(({ view }) => view?.me)).size, 30);
    await ada.until(() => ada.view?.participants.length === 31);
  });

  it('[G99] keeps no room for thousands who knock: a room has 150 connections and no more', async () => {
    const ada = await scene.facilitator();
    const crowd = await Promise.all(Array.from({ length: 149 }, () => scene.connect()));
    await Promise.all(crowd.map((each, at) => each.enter({ ...invited(), name: `Person ${at}` })));
    await reasonFor(await scene.connect(), { ...invited(), name: 'One too many' });
    crowd[0]?.drop();
    await ada.until(() => ada.facts?.live?.waiting.length === 148);
    assert.equal(await (await scene.connect()).enter({ ...invited(), name: 'In their place' }), 'waiting');
  });

  it('keeps no secret as it is: whoever reads the files of the room cannot come in as a guest', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    const files = scene.folder.paths.map((path) => scene.folder.textOf(path)).join('\n');
    assert.ok(ben.secret.length === 43 && !files.includes(ben.secret));
  });
});

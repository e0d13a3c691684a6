import assert from 'node:assert/strict';
import { liveLimits } from '../../../src/protocol/liveLimits.ts';
import { LiveServer } from '../../../src/node/live/liveServer.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import { Guest } from '../../support/liveGuest.ts';
import { LiveScene } from './liveScene.ts';

const day = 24 * 60 * 60_000;

describe('a room that is open for days', () => {
  let scene: LiveScene;
  beforeEach(async () => {
    scene = await LiveScene.open();
  });
  afterEach(() => scene.close());

  const knock = async (link: string): Promise<Guest> => {
    const guest = await scene.connect();
    await guest.enter({ ...LiveScene.partsOf(link), name: 'Ben' });
    return guest;
  };

  it('has an invitation that lets people in when somebody comes to lead it, and not the one of before', async () => {
    scene.clock.ahead += 3 * day;
    await assert.rejects(knock(scene.opened.guestLink), /lets nobody in/);
    const ada = await scene.connect();
    await ada.enter({ ...LiveScene.partsOf(scene.opened.hostLink), name: 'Ada' });
    await ada.until(() => ada.facts?.live !== undefined);
    const invitation = ada.facts?.live?.invitation ?? '';
    assert.notEqual(invitation, scene.opened.guestLink);
    await knock(invitation);
    await assert.rejects(knock(scene.opened.guestLink), /lets nobody in/);
  });

  it('admits until four hours after the start, whenever that is', async () => {
    const ada = await scene.connect();
    await ada.enter({ ...LiveScene.partsOf(scene.opened.hostLink), name: 'Ada' });
    scene.clock.ahead += liveLimits.invitation - 60_000;
    await ada.begins();
    scene.clock.ahead += liveLimits.invitation - 60_000;
    await knock(scene.opened.guestLink);
    scene.clock.ahead += 120_000;
    await assert.rejects(knock(scene.opened.guestLink), /lets nobody in/);
    const again = await scene.connect();
    await again.enter({ ...LiveScene.partsOf(scene.opened.hostLink), name: 'Ada' });
    await again.until(() => again.facts?.live !== undefined);
    assert.equal(again.facts?.live?.invitation, '');
  });

  it('offers the templates that the log has by then', async () => {
    const ada = await scene.connect();
    await ada.enter({ ...LiveScene.partsOf(scene.opened.hostLink), name: 'Ada' });
    const own = 'name: Of our own\npurpose: A purpose\ncolumns:\n  - title: Only\n    kind: learning\n';
    scene.folder.write('retro/templates/ours.yml', own);
    const offer = await ada.rpc.ask('offer', null);
    assert.ok(
      offer.some(({ name }) => name === 'Of our own'),
      offer.map(({ name }) => name).join(),
    );
  });
});

describe('a live server that is full', () => {
  let scene: LiveScene;
  let server: LiveServer;
  afterEach(async () => {
    await scene.close();
    await server.close();
  });

  it('takes no more connections than it holds, and takes one again when one is gone', async () => {
    scene = await LiveScene.open();
    const parts = { pages: new Map(), clock: systemClock, log: () => undefined, mostSockets: 3 };
    server = await LiveServer.listen({ host: '127.0.0.1', port: 0, origins: [] }, parts);
    server.open(scene.opened.room);
    const { port } = server;
    const three = [await Guest.connect(port), await Guest.connect(port), await Guest.connect(port)];
    await assert.rejects(Guest.connect(port), /503/);
    three[0]?.drop();
    while (server.socketCount === 3) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    three.push(await Guest.connect(port));
    three.forEach((guest) => guest.drop());
  });
});

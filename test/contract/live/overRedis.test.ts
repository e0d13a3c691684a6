import assert from 'node:assert/strict';
import { liveCloses } from '../../../src/protocol/liveRoom.ts';
import { RedisConnection } from '../../../src/node/redis/redisConnection.ts';
import { RedisHome } from '../../../src/node/redis/redisHome.ts';
import type { Guest } from '../../support/liveGuest.ts';
import { RedisServer } from '../../support/redisServer.ts';
import { LiveScene } from './liveScene.ts';

describe('a room that two processes serve over one Redis', () => {
  let server: RedisServer;
  let connections: RedisConnection[];
  let here: LiveScene;
  let there: LiveScene;
  let count = 0;
  before(async () => {
    server = await RedisServer.start();
  });
  after(() => server.stop());
  beforeEach(async () => {
    count += 1;
    connections = [await RedisConnection.open(server.url), await RedisConnection.open(server.url)];
    const [one, other] = connections as [RedisConnection, RedisConnection];
    [here, there] = await Promise.all([
      LiveScene.open({ home: new RedisHome(one, `team-${count}`) }),
      LiveScene.open({ home: new RedisHome(other, `team-${count}`) }),
    ]);
  });
  afterEach(async () => {
    await Promise.all([here.close(), there.close()]);
    connections.forEach((redis) => redis.close());
  });

  /** Somebody who comes to the other process than the facilitator. */
  const guestThere = async (ada: Guest, name: string): Promise<Guest> => {
    const guest = await there.connect();
    assert.equal(await guest.enter({ ...LiveScene.partsOf(there.opened.guestLink), name }), 'waiting');
    await ada.letsIn(name);
    await guest.until(() => guest.view?.me !== undefined && guest.view.me !== '' && guest.secret !== '');
    return guest;
  };

  it('is one room with one invitation, whichever process was there first', () => {
    assert.deepEqual(LiveScene.partsOf(here.opened.guestLink), LiveScene.partsOf(there.opened.guestLink));
    assert.deepEqual(LiveScene.partsOf(here.opened.hostLink), LiveScene.partsOf(there.opened.hostLink));
  });

  it('knows whoever comes by the facilitator’s link to both at once as one person', async () => {
    const both = await Promise.all([here, there].map((scene) => scene.connect()));
    const entry = { ...LiveScene.partsOf(here.opened.hostLink), name: 'Ada' };
    assert.deepEqual(await Promise.all(both.map((each) => each.enter(entry))), ['in', 'in']);
    const [one, other] = both as [Guest, Guest];
    await one.rpc.ask('start', {
      template: (await one.rpc.ask('offer', null))[0]?.key ?? '',
      names: 'named',
    });
    await other.until(() => other.view?.state === 'open' && other.view.me === one.view?.me);
  });

  it('lets in at one process who waits at the other, and shows both the same', async () => {
    const ada = await here.facilitator();
    const gail = await guestThere(ada, 'Gail');
    const hugo = await here.guest(ada, 'Hugo');
    await ada.does({ type: 'reveal' });
    await Promise.all([gail.adds('From there'), hugo.adds('From here')]);
    for (const each of [ada, gail, hugo]) {
      await each.until(() => each.texts.includes('From there') && each.texts.includes('From here'));
    }
  });

  it('sends nobody at either process what is hidden, nor keeps in Redis who wrote it', async () => {
    const ada = await here.facilitator({ names: 'anonymous' });
    const gail = await guestThere(ada, 'Gail');
    const hugo = await guestThere(ada, 'Hugo');
    const ivy = await here.guest(ada, 'Ivy');
    const texts = ['MARKER-ONE', 'MARKER-TWO'];
    await gail.adds('MARKER-ONE', 'gail-gail-gail-gail');
    await ivy.adds('MARKER-TWO', 'ivyy-ivyy-ivyy-ivyy');
    // What comes now comes behind what would have been sent.
    await ada.does({ type: 'setReady', ready: true });
    for (const guest of [gail, hugo, ivy]) {
      await guest.until(() => guest.view?.ready === 1);
    }
    assert.ok([ada, hugo].every(({ received }) => texts.every((text) => !received.join().includes(text))));
    const meeting = String(await connections[0]?.send('GET', `retrolog:{team-${count}}:newest`));
    const entries = async (): Promise<[string, string[]][]> =>
      (await connections[0]?.send('XRANGE', `retrolog:{${meeting}}:journal`, '-', '+')) as [
        string,
        string[],
      ][];
    const hidden = (await entries()).filter(([, fields]) => fields.join().includes('MARKER'));
    assert.equal(hidden.length, 2);
    const ids = [gail, ivy].map(({ view }) => view?.me ?? '');
    assert.ok(hidden.every(([, fields]) => ids.every((id) => id !== '' && !fields.join().includes(id))));
    await ada.does({ type: 'reveal' });
    for (const guest of [ada, gail, hugo, ivy]) {
      await guest.until(() => texts.every((text) => guest.texts.includes(text)));
    }
    assert.ok(!JSON.stringify(await entries()).includes('addCard'));
  });

  it('turns away, removes and ends at the other process as well', async () => {
    const ada = await here.facilitator();
    const gail = await guestThere(ada, 'Gail');
    const hugo = await there.connect();
    await hugo.enter({ ...LiveScene.partsOf(there.opened.guestLink), name: 'Hugo' });
    const waiting = (): string | undefined => ada.facts?.live?.waiting[0]?.id;
    await ada.until(() => waiting() !== undefined);
    await ada.rpc.ask('control', { type: 'turnAway', who: waiting() ?? '' });
    await hugo.until(() => hugo.closeCode === liveCloses.turnedAway);
    const ivy = await guestThere(ada, 'Ivy');
    await ada.does({ type: 'removeParticipant', who: gail.view?.me ?? '' });
    await gail.until(() => gail.closeCode === liveCloses.removed);
    await ada.rpc.ask('control', { type: 'end' });
    await ivy.until(() => ivy.closeCode === liveCloses.ended);
    assert.ok(there.isOver);
  });

  it('goes on at the other process when one has died: what was acknowledged is there, once', async () => {
    const ada = await here.facilitator();
    const gail = await guestThere(ada, 'Gail');
    await gail.adds('Before');
    // It cannot say goodbye.
    connections[1]?.close();
    gail.drop();
    const again = await here.connect();
    const { room } = LiveScene.partsOf(here.opened.guestLink);
    assert.equal(await again.enter({ room, proof: gail.secret }), 'in');
    await again.until(() => again.view?.me === gail.view?.me);
    await again.adds('After');
    await ada.does({ type: 'reveal' });
    await ada.until(() => ada.texts.length === 2);
    assert.deepEqual([...ada.texts].toSorted(), ['After', 'Before']);
  });
});

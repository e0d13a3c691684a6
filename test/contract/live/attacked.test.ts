import assert from 'node:assert/strict';
import { poll } from '#host/poll.mjs';
import { noMeter } from '../../../src/node/live/liveMeter.ts';
import { liveLimits } from '../../../src/protocol/liveLimits.ts';
import { RoomAttack } from '../../support/roomAttack.ts';
import { LiveScene } from './liveScene.ts';

describe('a live server that is attacked', function () {
  this.timeout(120_000);
  let scene: LiveScene;
  let taken = 0;
  beforeEach(async () => {
    taken = 0;
    const wanted = (outcome: string): void => {
      taken += outcome === 'taken' ? 1 : 0;
    };
    scene = await LiveScene.open({ meter: { ...noMeter, wanted } });
  });
  afterEach(() => scene.close());

  it('lets nobody in, does nothing that it must not, and goes on for those who are there and those who come', async () => {
    const ada = await scene.facilitator();
    await ada.does({ type: 'goTo', phase: 'write' });
    const { room, proof } = LiveScene.partsOf(scene.opened.guestLink);
    const [eve, mallory] = [await scene.guest(ada, 'Eve'), await scene.guest(ada, 'Mallory')];
    const begun = scene.clock.now();
    const attack = new RoomAttack({
      port: scene.port,
      room,
      invitation: proof,
      secrets: [eve.secret, mallory.secret],
    });
    try {
      const { halfOpen: _held, ...kinds } = attack.tallies;
      await poll('everything to be tried often', async () =>
        Object.values(kinds).every(({ tried }) => tried >= 20),
      );
      await ada.adds('While it goes on');
      const ben = await scene.guest(ada, 'Ben');
      await ada.does({ type: 'reveal' });
      await ben.until(() => ben.texts.includes('While it goes on'));
    } finally {
      await attack.stop();
    }
    assert.deepEqual(
      Object.entries(attack.tallies).filter(([, { accepted }]) => accepted > 0),
      [],
    );
    const seconds = (scene.clock.now() - begun) / 1000;
    const { burst, messagesPerSecond, socketsPerPerson } = liveLimits;
    const each = burst * socketsPerPerson + messagesPerSecond * seconds;
    assert.ok(taken <= 2 * each, `${taken} were done in ${seconds} s`);
    assert.deepEqual(ada.texts, ['While it goes on']);
    assert.deepEqual(ada.view?.participants.map(({ name }) => name).toSorted(), [
      'Ada',
      'Ben',
      'Eve',
      'Mallory',
    ]);
    await ada.until(() => ada.facts?.live?.waiting.length === 0);
  });
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { PulseFacts } from '../../../src/protocol/livePulse.ts';
import { RpcError } from '../../../src/protocol/rpcError.ts';
import { RedisConnection } from '../../../src/node/redis/redisConnection.ts';
import { RedisHome } from '../../../src/node/redis/redisHome.ts';
import type { Guest } from '../../support/liveGuest.ts';
import { RedisServer } from '../../support/redisServer.ts';
import { untilSo } from '../../support/untilSo.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { LiveScene } from './liveScene.ts';

const survey = `name: Marked
wording: "1"
scale: {from: 734100, to: 734110, low: never, high: always}
questions:
  - {id: pace, text: I could go on at this pace.}
`;
const quick = { beat: 100, hold: 2000, again: 50 };

/** Whatever processes ask of a Redis, as anybody can listen to it who may. */
class Monitor {
  heard = '';
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('utf8').on('data', (text: string) => {
      this.heard += text;
    });
  }

  static async open(port: number): Promise<Monitor> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const monitor = new Monitor(socket);
    socket.write('MONITOR\r\n');
    await once(socket, 'data');
    return monitor;
  }

  close(): void {
    this.#socket.destroy();
  }
}

describe('the work of a room that two processes serve over one Redis', function () {
  this.timeout(60_000);
  let server: RedisServer;
  let connections: RedisConnection[];
  /** It was there first: it does the work. */
  let here: LiveScene;
  let there: LiveScene;
  let count = 0;
  before(async () => {
    server = await RedisServer.start();
  });
  after(() => server.stop());

  async function openScene(): Promise<LiveScene> {
    const redis = await RedisConnection.open(server.url, { absence: 200 });
    connections.push(redis);
    const folder = new TemporaryFolder();
    folder.write('retro/retro.yml', '');
    folder.write('retro/templates/marked.yml', survey);
    return LiveScene.open({ folder, home: new RedisHome(redis, `desks-${count}`, quick) });
  }

  beforeEach(async () => {
    count += 1;
    connections = [];
    here = await openScene();
    there = await openScene();
  });
  afterEach(async () => {
    await Promise.all([here.close(), there.close()]);
    connections.forEach((redis) => redis.close());
  });

  const minutesOf = ({ folder }: LiveScene): readonly string[] =>
    folder.paths.filter((path) => path.startsWith('retro/meetings/')).map((path) => folder.textOf(path));

  const pulsesOf = ({ folder }: LiveScene): readonly string[] =>
    folder.paths.filter((path) => path.startsWith('retro/pulses/')).map((path) => folder.textOf(path));

  const pulseOf = (guest: Guest | undefined): PulseFacts => {
    const facts = guest?.facts?.live?.pulse;
    assert.ok(facts);
    return facts;
  };

  /** Five people at both processes, one of whom facilitates at one of them. */
  const five = async (scene: LiveScene): Promise<readonly Guest[]> => {
    const ada = await scene.facilitator();
    const others: Guest[] = [];
    for (const [at, name] of ['Ben', 'Cleo', 'Dan', 'Eve'].entries()) {
      others.push(await (at % 2 === 0 ? here : there).guest(ada, name));
    }
    return [ada, ...others];
  };

  const startPulse = async (everyone: readonly Guest[]): Promise<string> => {
    await everyone[0]?.rpc.ask('control', { type: 'startPulse', survey: 'marked' });
    for (const each of everyone) {
      await each.until(() => pulseOf(each).state === 'open');
    }
    return pulseOf(everyone[0]).round;
  };

  it('is done by one of them, whoever facilitates where: minutes stand in one clone', async () => {
    const ada = await there.facilitator();
    await here.guest(ada, 'Gail');
    await ada.does({ type: 'reveal' });
    await ada.adds('We wrote it down');
    await ada.does({ type: 'goTo', phase: 'vote' });
    await ada.until(() => (ada.facts?.minutes.path ?? '') !== '' && ada.facts?.minutes.state === 'saved');
    assert.match(minutesOf(here).join(), /We wrote it down/);
    assert.match(await ada.rpc.ask('previewMinutes', null), /We wrote it down/);
    const { sentence } = await ada.rpc.ask('closeMeeting', { commit: false });
    assert.match(sentence, /saved/);
    await ada.until(() => ada.view?.state === 'closed');
    assert.equal(minutesOf(here).length, 1);
    assert.deepEqual(minutesOf(there), []);
  });

  it('says at the other process why something could not be done', async () => {
    const ada = await there.facilitator();
    await ada.adds('Not revealed yet');
    await assert.rejects(
      ada.rpc.ask('closeMeeting', { commit: false }),
      (error) => error instanceof RpcError && error.code === 'bad-input',
    );
    await assert.rejects(ada.rpc.ask('control', { type: 'startPulse', survey: 'nowhere' }), /nowhere/);
    assert.equal(ada.view?.state, 'open');
  });

  it('holds a survey for both, and nobody who listens to Redis learns an answer', async () => {
    const everyone = await five(there);
    const monitor = await Monitor.open(server.port);
    const round = await startPulse(everyone);
    for (const [at, each] of everyone.entries()) {
      await each.rpc.ask('answerPulse', { round, ratings: [734101 + at * 2] });
    }
    for (const each of everyone) {
      await each.until(() => pulseOf(each).answered === 5 && pulseOf(each).mine);
    }
    await everyone[0]?.rpc.ask('control', { type: 'closePulse', round });
    for (const each of everyone) {
      await each.until(() => pulseOf(each).result?.questions[0]?.mean === 734105);
    }
    assert.equal(pulsesOf(here).length, 1);
    assert.deepEqual(pulsesOf(there), []);
    monitor.close();
    assert.match(monitor.heard, /PUBLISH/);
    assert.doesNotMatch(monitor.heard, /7341\d\d/);
    // The clone of whoever goes on does not have the file; it is known all the same.
    connections[0]?.close();
    await assert.rejects(
      everyone[0]?.rpc.ask('control', { type: 'startPulse', survey: 'marked' }) ?? Promise.resolve(),
      /already/,
    );
  });

  it('is done by the other one when it died: minutes go on, a lost survey is said, none is asked twice', async () => {
    const everyone = await five(there);
    const [ada] = everyone;
    await ada?.does({ type: 'reveal' });
    await ada?.adds('Before it died');
    const round = await startPulse(everyone);
    await everyone[1]?.rpc.ask('answerPulse', { round, ratings: [734101] });
    await ada?.until(() => pulseOf(ada).answered === 1);
    // It cannot say goodbye.
    connections[0]?.close();
    await ada?.until(() => pulseOf(ada).state === 'lost' && pulseOf(ada).lost === 'Marked');
    await ada?.adds('After it died');
    await ada?.does({ type: 'goTo', phase: 'vote' });
    await untilSo(() => /Before it died[^]*After it died/.test(minutesOf(there).join()));
    await ada?.rpc.ask('control', { type: 'dropPulse' });
    assert.match((await ada?.rpc.ask('closeMeeting', { commit: false }))?.sentence ?? '', /saved/);
  });

  it('is done by the other one from how its log is by then: what stands in it is not written twice', async () => {
    const ada = await there.facilitator();
    await ada.does({ type: 'goTo', phase: 'write' });
    const card = await ada.adds('Deploys take nine minutes');
    await ada.does({ type: 'reveal' });
    await ada.does({ type: 'promote', topic: card, entry: 'k0000001', kind: 'win' });
    const entry = '---\nid: k0000001\nkind: win\ndate: 2026-11-24\n---\n\n# Deploys take nine minutes\n';
    there.folder.write('retro/entries/2026/from-the-other-clone.md', entry);
    connections[0]?.close();
    await untilSo(() => minutesOf(there).length === 1);
    const { entries } = await ada.rpc.ask('closeMeeting', { commit: false });
    const written = there.folder.paths.filter((path) => path.startsWith('retro/entries/'));
    assert.deepEqual([entries, written], [0, ['retro/entries/2026/from-the-other-clone.md']]);
  });

  it('goes over to the other one at once when a process is stopped in order', async () => {
    const ada = await there.facilitator();
    await ada.does({ type: 'reveal' });
    await ada.adds('Kept by both');
    await here.server.close();
    assert.match(minutesOf(here).join(), /Kept by both/);
    await ada.does({ type: 'goTo', phase: 'vote' });
    await untilSo(() => /Kept by both/.test(minutesOf(there).join()));
  });

  it('[H114] heeds nobody who speaks on its channels and has no room’s secret, and does what is heard twice once', async () => {
    const ada = await there.facilitator();
    await ada.does({ type: 'reveal' });
    const speaker = await RedisConnection.open(server.url);
    const channels = (await speaker.send('PUBSUB', 'CHANNELS')) as readonly string[];
    const own = channels.filter((channel) => channel.includes(ada.view?.meeting.id ?? '-'));
    assert.ok(own.some((channel) => channel.endsWith(':desk')));
    let replayed = 0;
    for (const channel of own) {
      const forged = ['', '1-1', '{"kind":"asks"}', 'A'.repeat(100_000), '0'.repeat(64)];
      for (const words of forged) {
        await speaker.send('PUBLISH', channel, words);
      }
      // Whatever is said there is said again.
      await speaker.hear(channel, (words) => {
        if (replayed < 500) {
          replayed += 1;
          speaker.send('PUBLISH', channel, words).catch(() => undefined);
        }
      });
    }
    await ada.adds('Once');
    assert.match((await ada.rpc.ask('closeMeeting', { commit: false })).sentence, /saved/);
    await ada.until(() => ada.view?.state === 'closed');
    assert.ok(replayed > 0);
    assert.deepEqual(ada.texts, ['Once']);
    assert.equal(minutesOf(here).length, 1);
    assert.deepEqual([here.countOf('bug'), there.countOf('bug')], [0, 0]);
    speaker.close();
  });

  it('[H114] sends everybody away for a while where Redis is away, and takes nobody’s failure for theirs', async () => {
    const ada = await here.facilitator();
    await server.kill();
    await ada.untilClosed();
    assert.equal(ada.closeCode, 1012);
    const { room } = LiveScene.partsOf(here.opened.guestLink);
    for (let tries = 0; tries < 6; tries += 1) {
      const again = await here.connect();
      await assert.rejects(again.enter({ room, proof: ada.secret }));
      await again.untilClosed();
      assert.equal(again.closeCode, 1012);
    }
    await server.startAgain();
    await untilSo(() => connections[0]?.isAway === false);
    const back = await here.connect();
    assert.equal(await back.enter({ room, proof: ada.secret }), 'in');
    await back.until(() => back.view?.me === ada.view?.me);
    assert.equal(await back.does({ type: 'setReady', ready: true }), undefined);
  });
});

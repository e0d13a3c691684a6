import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { liveCloses } from '../../../src/protocol/liveRoom.ts';
import { liveLimits } from '../../../src/protocol/liveLimits.ts';
import { RpcError } from '../../../src/protocol/rpcError.ts';
import type { Guest } from '../../support/liveGuest.ts';
import { RetroError } from '../../../src/core/retroError.ts';
import { FolderHome } from '../../../src/node/live/folderHome.ts';
import { LiveServer } from '../../../src/node/live/liveServer.ts';
import { changedRecord } from '../../../src/node/live/roomRecord.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { LiveScene } from './liveScene.ts';

const refused = (error: unknown): boolean => error instanceof RpcError && error.code === 'not-trusted';

describe('a live room', () => {
  let scene: LiveScene;
  beforeEach(async () => {
    scene = await LiveScene.open();
  });
  afterEach(() => scene.close());

  const invited = () => LiveScene.partsOf(scene.opened.guestLink);

  it('lets whoever has the invitation wait, and in when the facilitator says so', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.connect();
    assert.equal(await ben.enter({ ...invited(), name: 'Ben' }), 'waiting');
    assert.equal(ben.view, undefined);
    await assert.rejects(
      ben.rpc.ask('take', { id: 'aaaa', deed: { type: 'setReady', ready: true } }),
      refused,
    );
    await ada.letsIn('Ben');
    await ben.until(() => ben.view?.me !== undefined && ben.view.me !== '');
    await ada.until(() => ada.view?.participants.length === 2);
    assert.deepEqual(
      ada.view?.participants.map(({ name, role }) => [name, role]),
      [
        ['Ada', 'facilitator'],
        ['Ben', 'participant'],
      ],
    );
  });

  it('turns away whom the facilitator does not want, and tells them', async () => {
    const ada = await scene.facilitator();
    const eve = await scene.connect();
    await eve.enter({ ...invited(), name: 'Eve' });
    await ada.until(() => ada.facts?.live?.waiting.length === 1);
    await ada.rpc.ask('control', { type: 'turnAway', who: ada.facts?.live?.waiting[0]?.id ?? '' });
    assert.equal(await eve.untilClosed(), liveCloses.turnedAway);
    await ada.until(() => ada.facts?.live?.waiting.length === 0);
    assert.equal(ada.view?.participants.length, 1);
  });

  it('says to nobody but the facilitator who waits, and with which link people are invited', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    const eve = await scene.connect();
    await eve.enter({ ...invited(), name: 'Evelyn' });
    await ada.until(() => ada.facts?.live?.waiting.length === 1);
    const tab = await scene.connect();
    await tab.enter({ ...invited(), proof: ben.secret });
    await tab.until(() => tab.facts !== undefined && tab.view !== undefined);
    for (const each of [ben, tab]) {
      assert.deepEqual([each.facts?.live?.waiting, each.facts?.live?.invitation], [[], '']);
      assert.doesNotMatch(each.received.join('\n'), /Evelyn/);
      assert.ok(!each.received.join('\n').includes(invited().proof));
    }
  });

  it('lets nobody ask while it is locked, and those who are in come back all the same', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    await ada.rpc.ask('control', { type: 'lock', locked: true });
    await assert.rejects((await scene.connect()).enter({ ...invited(), name: 'Cleo' }), refused);
    ben.drop();
    const back = await scene.connect();
    assert.equal(await back.enter({ ...invited(), proof: ben.secret }), 'in');
    await ada.rpc.ask('control', { type: 'lock', locked: false });
    assert.equal(await (await scene.connect()).enter({ ...invited(), name: 'Cleo' }), 'waiting');
  });

  it('admits nobody new with an invitation that is four hours old', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    scene.clock.ahead = liveLimits.invitation - 60_000;
    assert.equal(await (await scene.connect()).enter({ ...invited(), name: 'Cleo' }), 'waiting');
    scene.clock.ahead = liveLimits.invitation;
    await assert.rejects((await scene.connect()).enter({ ...invited(), name: 'Dan' }), refused);
    assert.equal(await (await scene.connect()).enter({ ...invited(), proof: ben.secret }), 'in');
  });

  it('[H113] takes somebody off the board for good: their secret is worth nothing any more', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    const who = ben.view?.me ?? '';
    assert.equal(await ada.does({ type: 'removeParticipant', who }), undefined);
    assert.equal(await ben.untilClosed(), liveCloses.removed);
    await assert.rejects((await scene.connect()).enter({ ...invited(), proof: ben.secret }), refused);
    await ada.until(() => ada.view?.participants.length === 1);
    await scene.restart();
    await assert.rejects((await scene.connect()).enter({ ...invited(), proof: ben.secret }), refused);
  });

  it('[H113] lets only the facilitator change the phase, control the room, and close the meeting', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    assert.equal(await ben.does({ type: 'goTo', phase: 'write' }), 'facilitator-only');
    assert.equal(await ben.does({ type: 'reveal' }), 'facilitator-only');
    assert.equal(await ben.does({ type: 'removeParticipant', who: ada.view?.me ?? '' }), 'facilitator-only');
    for (const control of [
      { type: 'admit', who: 'aaaa' },
      { type: 'turnAway', who: 'aaaa' },
      { type: 'lock', locked: true },
      { type: 'takeLead' },
      { type: 'end' },
    ] as const) {
      await assert.rejects(ben.rpc.ask('control', control), refused);
    }
    await assert.rejects(ben.rpc.ask('offer', null), refused);
    await assert.rejects(ben.rpc.ask('previewMinutes', null), refused);
    await assert.rejects(ben.rpc.ask('closeMeeting', { commit: false }), refused);
    assert.deepEqual([scene.isOver, ben.facts?.live?.invitation, ben.facts?.live?.waiting], [false, '', []]);
  });

  it('takes no join, leave or close that was made up: the room alone says who comes and goes', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    for (const deed of [{ type: 'join', name: 'Ada' }, { type: 'leave' }, { type: 'close' }] as const) {
      await assert.rejects(ben.does(deed), RpcError);
      await assert.rejects(ada.does(deed), RpcError);
    }
    assert.deepEqual(
      ben.view?.participants.map(({ name }) => name),
      ['Ada', 'Ben'],
    );
  });

  it('hands the facilitation over, and whoever has the link can take it back', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    assert.equal(await ada.does({ type: 'handOver', to: ben.view?.me ?? '' }), undefined);
    await ben.until(() => ben.view?.facilitates === true && ben.facts?.live?.invitation !== '');
    assert.equal(await ben.does({ type: 'goTo', phase: 'write' }), undefined);
    const cleo = await scene.connect();
    await cleo.enter({ ...invited(), name: 'Cleo' });
    await ben.letsIn('Cleo');
    await cleo.until(() => cleo.view !== undefined);
    await ada.until(() => ada.view?.facilitates === false);
    await ada.rpc.ask('control', { type: 'takeLead' });
    await ada.until(() => ada.view?.facilitates === true);
    await ben.until(() => ben.view?.facilitates === false);
  });

  it('says that somebody else changed the minutes, though nothing tells it of changes of files', async () => {
    const ada = await scene.facilitator();
    await ada.adds('Deploys take nine minutes');
    await ada.does({ type: 'reveal' });
    await ada.until(() => (ada.facts?.minutes.path ?? '') !== '' && ada.facts?.minutes.state === 'saved');
    appendFileSync(scene.folder.at(ada.facts?.minutes.path ?? ''), '\nGrace was here.\n');
    await ada.until(() => ada.facts?.minutes.state === 'changed');
  });

  it('ends for everyone: nobody comes back, and the minutes are there', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    await ben.adds('Deploys take nine minutes');
    await ada.does({ type: 'reveal' });
    await ada.rpc.ask('control', { type: 'end' });
    assert.deepEqual(await Promise.all([ada.untilClosed(), ben.untilClosed()]), [4001, 4001]);
    assert.equal(scene.isOver, true);
    await assert.rejects((await scene.connect()).enter({ ...invited(), proof: ben.secret }), refused);
    const minutes = scene.folder.paths.filter((path) => path.startsWith('retro/meetings/'));
    assert.equal(minutes.length, 1);
    const { room } = invited();
    await scene.restart();
    assert.notEqual(invited().room, room);
    await assert.rejects((await scene.connect()).enter({ room, proof: ben.secret }), refused);
    await assert.rejects((await scene.connect()).enter({ ...invited(), proof: ben.secret }), refused);
  });

  it('says that somebody is away when they have been gone for a while, and not at once', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    const stateOf = (): string | undefined =>
      ada.view?.participants.find(({ name }) => name === 'Ben')?.state;
    ben.drop();
    const back = await scene.connect();
    await back.enter({ ...invited(), proof: ben.secret });
    const before = ada.changes;
    await ada.does({ type: 'goTo', phase: 'write' });
    await ada.until(() => ada.changes > before);
    assert.equal(stateOf(), 'present');
    back.drop();
    await ada.until(() => stateOf() === 'away');
    const again = await scene.connect();
    await again.enter({ ...invited(), proof: ben.secret });
    await ada.until(() => stateOf() === 'present');
  }).timeout(30_000);

  it('[H105] knows one person in two tabs, and closes the oldest of four', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    await ada.does({ type: 'goTo', phase: 'write' });
    const tabs: Guest[] = [];
    for (let count = 0; count < 2; count += 1) {
      const tab = await scene.connect();
      assert.equal(await tab.enter({ ...invited(), proof: ben.secret }), 'in');
      tabs.push(tab);
    }
    const [second, third] = tabs as [Guest, Guest];
    await Promise.all([ben.adds('From the first'), second.adds('From the second')]);
    for (const tab of [ben, second, third]) {
      await tab.until(() => tab.texts.length === 2);
    }
    assert.equal(ada.view?.participants.length, 2);
    const fourth = await scene.connect();
    await fourth.enter({ ...invited(), proof: ben.secret });
    assert.equal(await ben.untilClosed(), liveCloses.crowded);
    await fourth.until(() => fourth.texts.length === 2);
  });

  it('[H105] sends whoever comes back what they missed, and the whole where that is not known', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    await ada.does({ type: 'goTo', phase: 'write' });
    await ben.until(() => ben.view?.phase === 'write');
    ben.drop();
    await ada.does({ type: 'rename', title: 'Another title' });
    const back = await scene.connect();
    back.view = ben.view;
    back.at = ben.at;
    await back.enter({ ...invited(), proof: ben.secret, last: { feed: ben.feed, at: ben.at } });
    await back.until(() => back.view?.meeting.title === 'Another title');
    assert.equal(back.shown, 0);
    for (const last of [
      { feed: ben.feed, at: 4711 },
      { feed: 'aaaaaaaa', at: ben.at },
      { feed: '', at: 0 },
    ]) {
      const other = await scene.connect();
      await other.enter({ ...invited(), proof: ben.secret, last });
      await other.until(() => other.view !== undefined);
      assert.deepEqual([other.shown, other.view?.meeting.title], [1, 'Another title']);
    }
  });

  it('[H105] does once what is asked twice, also over another connection', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    const deed = { type: 'addCard', card: 'c0000001', column: 'column-1', text: 'Once' } as const;
    const twice = [ben.does(deed, 'w0000001'), ben.does(deed, 'w0000001')];
    assert.deepEqual(await Promise.all(twice), [undefined, undefined]);
    ben.drop();
    const back = await scene.connect();
    await back.enter({ ...invited(), proof: ben.secret });
    assert.equal(await back.does(deed, 'w0000001'), undefined);
    assert.deepEqual(back.texts, ['Once']);
  });

  it('[H111] goes on from the journal after it was stopped: people, cards and links are the same', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    await ben.adds('Kept');
    const links = [scene.opened.hostLink, scene.opened.guestLink];
    await scene.restart();
    assert.deepEqual([scene.opened.hostLink, scene.opened.guestLink], links);
    const back = await scene.connect();
    await back.enter({ ...invited(), proof: ben.secret });
    await back.until(() => back.texts.includes('Kept'));
    assert.equal(back.view?.me, ben.view?.me);
    const lead = await scene.connect();
    assert.equal(await lead.enter({ ...LiveScene.partsOf(scene.opened.hostLink) }), 'in');
    await lead.until(() => lead.view?.facilitates === true);
  });

  it('[H111] tells nobody who comes back too early that there is no such room', async () => {
    const { port } = scene;
    await scene.server.close();
    const parts = { pages: new Map(), clock: scene.clock, log: () => undefined };
    const early = await LiveServer.listen({ host: '127.0.0.1', port, origins: [] }, parts);
    await assert.rejects(scene.connect(), /503/);
    await early.close();
    await scene.restart();
  });

  it('writes the minutes as the meeting goes, and everything at its close', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    await ada.does({ type: 'goTo', phase: 'write' });
    const card = await ben.adds('Deploys take nine minutes');
    await ada.does({ type: 'reveal' });
    await ada.until(() => ada.facts?.minutes.path !== '');
    await ada.until(() => ada.facts?.minutes.state === 'saved');
    const path = ada.facts?.minutes.path ?? '';
    assert.match(scene.folder.textOf(path), /Deploys take nine minutes/);
    assert.equal(await ben.does({ type: 'promote', topic: card, entry: 'k0000001', kind: 'win' }), undefined);
    assert.deepEqual(await ada.rpc.ask('closeMeeting', { commit: true }), {
      entries: 1,
      sentence: 'The minutes and 1 entry are saved.',
    });
    await ben.until(() => ben.view?.state === 'closed');
    assert.ok(scene.folder.paths.some((file) => file.endsWith('deploys-take-nine-minutes-k0000001.md')));
  });
});

describe('a room whose minutes can be committed', () => {
  const commits: (readonly string[])[] = [];
  const staging = {
    stage: () => assert.fail('Nothing is only staged.'),
    commit: async (paths: readonly string[]) => void commits.push(paths),
  };
  let scene: LiveScene;
  beforeEach(async () => {
    commits.length = 0;
    scene = await LiveScene.open({ staging });
  });
  afterEach(() => scene.close());

  it('has them committed by whoever has the facilitator’s link, and not by somebody who only leads', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    await ada.does({ type: 'handOver', to: ben.view?.me ?? '' });
    await ben.until(() => ben.view?.facilitates === true && ben.facts?.minutes.state === 'saved');
    assert.deepEqual([ada.facts?.canCommit, ben.facts?.canCommit], [true, false]);
    const closed = await ben.rpc.ask('closeMeeting', { commit: true });
    assert.deepEqual([closed.sentence, commits], ['The minutes are saved.', []]);
    await ben.does({ type: 'reopen' });
    const { sentence } = await ada.rpc.ask('closeMeeting', { commit: true });
    assert.deepEqual([sentence, commits.length], ['The minutes are saved and committed.', 1]);
  });
});

describe('a room whose record could not be kept for a moment', () => {
  it('lets its facilitator in when they come again', async () => {
    const folder = new TemporaryFolder();
    const home = new FolderHome(folder.at('journal'));
    const make = home.make.bind(home);
    let failures = 1;
    home.make = async (record) => {
      const keeper = await make(record);
      const change = keeper.change.bind(keeper);
      keeper.change = async (what) => {
        if (changedRecord(keeper.record, what).members.length > 0 && failures > 0) {
          failures -= 1;
          throw new RetroError('cannot-write', 'The disk is full.');
        }
        await change(what);
      };
      return keeper;
    };
    const scene = await LiveScene.open({ folder, home });
    const ada = await scene.connect();
    await assert.rejects(ada.enter({ ...LiveScene.partsOf(scene.opened.hostLink), name: 'Ada' }));
    assert.equal(failures, 0);
    await scene.facilitator();
    await scene.close();
  });
});

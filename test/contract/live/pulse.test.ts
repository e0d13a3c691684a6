import assert from 'node:assert/strict';
import { parseFile } from '../../../src/core/format/parseFile.ts';
import type { PulseFacts } from '../../../src/protocol/livePulse.ts';
import { RpcError } from '../../../src/protocol/rpcError.ts';
import type { Guest } from '../../support/liveGuest.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { LiveScene } from './liveScene.ts';

/** Its answers are numbers that stand nowhere else: whoever finds one has found an answer. */
const survey = `name: Marked
wording: "7"
scale: {from: 734100, to: 734110, low: never, high: always}
questions:
  - {id: pace, text: I could go on at this pace.}
  - {id: evenings, text: I work in the evening., reversed: true}
`;
/** Whatever is between the ends of the scale. The means are none of these. */
const planted = /(?<![\d.])73410[1-46-9](?![\d.])/;
const answers: readonly (readonly [number, number])[] = [
  [734103, 734109],
  [734103, 734107],
  [734103, 734108],
  [734107, 734109],
  [734108, 734109],
];
const refused = (error: unknown): boolean => error instanceof RpcError;

describe('a survey in a live retro', function () {
  this.timeout(60_000);
  let scene: LiveScene;
  let ada: Guest;
  let others: Guest[];
  const everyone = (): readonly Guest[] => [ada, ...others];

  async function openScene(folder = new TemporaryFolder()): Promise<void> {
    folder.write('retro/retro.yml', '');
    folder.write('retro/templates/marked.yml', survey);
    scene = await LiveScene.open({ folder });
  }

  beforeEach(async () => {
    await openScene();
    ada = await scene.facilitator();
    others = [];
    for (const name of ['Ben', 'Cleo', 'Dan', 'Eve']) {
      others.push(await scene.guest(ada, name));
    }
  });
  afterEach(() => scene.close());

  const factsOf = (guest: Guest | undefined): PulseFacts => {
    const facts = guest?.facts?.live?.pulse;
    assert.ok(facts);
    return facts;
  };

  async function start(): Promise<string> {
    await ada.rpc.ask('control', { type: 'startPulse', survey: 'marked' });
    for (const each of everyone()) {
      await each.until(() => factsOf(each).state === 'open');
    }
    return factsOf(ada).round;
  }

  const answer = (guest: Guest | undefined, round: string, ratings: readonly number[]): Promise<null> => {
    assert.ok(guest);
    return guest.rpc.ask('answerPulse', { round, ratings });
  };

  async function answerAll(round: string, count = 5): Promise<void> {
    for (const [at, guest] of everyone().slice(0, count).entries()) {
      await answer(guest, round, answers[at] ?? []);
    }
  }

  async function close(round: string): Promise<void> {
    await ada.rpc.ask('control', { type: 'closePulse', round });
    for (const each of everyone()) {
      await each.until(() => factsOf(each).state === 'closed');
    }
  }

  const pulseFiles = (): readonly string[] =>
    scene.folder.paths.filter((path) => path.startsWith('retro/pulses/'));

  /** Every file with an answer in it, and everything that was logged with one. */
  const traces = (): readonly string[] => [
    ...scene.folder.paths.filter((path) => planted.test(scene.folder.textOf(path))),
    ...scene.events.filter((event) => planted.test(event)),
  ];

  it('is offered to whoever facilitates: the team’s own, and three that come with Retrolog', () => {
    assert.deepEqual(
      factsOf(ada).offered.map(({ key, questions }) => [key, questions]),
      [
        ['marked', 2],
        ['psychological-safety', 7],
        ['team-health', 8],
        ['learning-culture', 12],
      ],
    );
    assert.deepEqual(factsOf(others[0]).offered, []);
  });

  it('shows all what five answers come to, and keeps it in one file that has nothing wrong with it', async () => {
    const round = await start();
    assert.deepEqual(factsOf(others[3]).survey?.questions, [
      { id: 'pace', text: 'I could go on at this pace.' },
      { id: 'evenings', text: 'I work in the evening.' },
    ]);
    await answerAll(round);
    await others[0]?.until(() => factsOf(others[0]).answered === 5);
    assert.deepEqual(pulseFiles(), []);
    await close(round);
    for (const each of everyone()) {
      assert.deepEqual(
        factsOf(each).result?.questions.map(({ mean }) => mean),
        [734105, 734101.5],
      );
      assert.equal(factsOf(each).result?.answers, '5-7');
    }
    const [path = '', ...more] = pulseFiles();
    assert.deepEqual(more, []);
    assert.deepEqual([factsOf(ada).path, factsOf(others[0]).path], [path, '']);
    const { page, problems } = parseFile(path, scene.folder.textOf(path));
    assert.deepEqual(problems, []);
    assert.deepEqual(page?.figures, {
      survey: 'marked',
      wording: '7',
      scale: { from: 734100, to: 734110 },
      answers: '5-7',
      questions: [
        { id: 'pace', reversed: false, mean: 734105 },
        { id: 'evenings', reversed: true, mean: 734101.5 },
      ],
    });
    assert.doesNotMatch(scene.folder.textOf(path), /Ada|Ben|Cleo|Dan|Eve/);
  });

  it('[I118] shows and writes nothing below five answers', async () => {
    const round = await start();
    await answerAll(round, 4);
    await close(round);
    for (const each of everyone()) {
      assert.deepEqual([factsOf(each).result, factsOf(each).answered, factsOf(each).path], [null, 0, '']);
    }
    assert.deepEqual([pulseFiles(), traces()], [[], []]);
    // It has no result, so it can be asked again.
    await start();
  });

  it('is on nobody’s socket: not before the close, not after it, not even on that of who answered', async () => {
    const round = await start();
    const [ben] = others;
    const tab = await scene.connect();
    await tab.enter({ ...LiveScene.partsOf(scene.opened.guestLink), proof: ben?.secret ?? '' });
    await tab.until(() => tab.facts?.live?.pulse.state === 'open');
    await answerAll(round);
    await tab.until(() => factsOf(tab).mine && factsOf(tab).answered === 5);
    const late = await scene.connect();
    await late.enter({ ...LiveScene.partsOf(scene.opened.hostLink) });
    await late.until(() => late.facts?.live?.pulse.answered === 5);
    for (const each of [...everyone(), tab, late]) {
      assert.doesNotMatch(each.received.join('\n'), planted);
    }
    await close(round);
    for (const each of [...everyone(), tab, late]) {
      assert.doesNotMatch(each.received.join('\n'), planted);
    }
  });

  it('tells nobody that somebody answered anew: not a byte is sent to the others', async () => {
    const round = await start();
    await answerAll(round);
    for (const each of everyone()) {
      await each.until(() => factsOf(each).answered === 5);
    }
    const before = everyone().map(({ received }) => received.length);
    const [ben] = others;
    for (let count = 0; count < 5; count += 1) {
      await answer(ben, round, [734104 + count, 734101]);
    }
    // All that was sent before is there when this is refused.
    for (const each of [ada, ...others.slice(1)]) {
      await assert.rejects(answer(each, 'r0000000', [734104, 734101]), refused);
    }
    assert.deepEqual(
      everyone().map(({ received }, at) => received.length - (before[at] ?? 0)),
      [1, 5, 1, 1, 1],
    );
  });

  it('[I116] leaves no trace of an answer: in no file, no journal, no log, and not in the minutes', async () => {
    const round = await start();
    await answerAll(round);
    // What is kept of the room is written again, with all that there is to keep by now.
    await ada.rpc.ask('control', { type: 'lock', locked: true });
    await ada.does({ type: 'rename', title: 'After the answers' });
    assert.deepEqual(traces(), []);
    assert.match(
      scene.folder.textOf(scene.folder.paths.find((path) => path.endsWith('.room.json')) ?? ''),
      /marked/,
    );
    await close(round);
    assert.deepEqual(traces(), []);
    await ada.rpc.ask('closeMeeting', { commit: false });
    assert.deepEqual(traces(), []);
    await scene.server.close();
    assert.deepEqual(traces(), []);
  });

  it('[I119] is worked out once: nothing is taken after the close, and no second round of that day', async () => {
    const round = await start();
    await answerAll(round);
    await close(round);
    const kept = pulseFiles().map((path) => scene.folder.textOf(path));
    await assert.rejects(answer(others[0], round, [734100, 734100]), refused);
    await assert.rejects(ada.rpc.ask('control', { type: 'closePulse', round }), refused);
    await assert.rejects(
      ada.rpc.ask('control', { type: 'startPulse', survey: 'marked' }),
      /has a result of today already/,
    );
    await ada.rpc.ask('control', { type: 'dropPulse' });
    await scene.restart();
    const again = await scene.connect();
    await again.enter({ ...LiveScene.partsOf(scene.opened.hostLink) });
    await again.until(() => again.facts?.live?.pulse.state === 'none');
    await assert.rejects(again.rpc.ask('control', { type: 'startPulse', survey: 'marked' }), refused);
    assert.deepEqual(
      pulseFiles().map((path) => scene.folder.textOf(path)),
      kept,
    );
  });

  it('closes once where it is asked to twice at the same time', async () => {
    const round = await start();
    await answerAll(round);
    const both = [1, 2].map(() => ada.rpc.ask('control', { type: 'closePulse', round }));
    const settled = await Promise.allSettled(both);
    assert.deepEqual(settled.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    assert.equal(pulseFiles().length, 1);
  });

  it('[I120] tells whoever facilitates no more than anybody else', async () => {
    const round = await start();
    await answerAll(round, 3);
    await others[3]?.until(() => factsOf(others[3]).answered === 3);
    await ada.until(() => factsOf(ada).answered === 3);
    assert.deepEqual(
      { ...factsOf(ada), offered: [], mine: false },
      { ...factsOf(others[3]), offered: [], mine: false },
    );
    await answer(others[2], round, answers[3] ?? []);
    await answer(others[3], round, answers[4] ?? []);
    await close(round);
    assert.deepEqual({ ...factsOf(ada), offered: [], path: '' }, factsOf(others[3]));
  });

  it('[I121] counts whoever answers twice once, with what they said last', async () => {
    const round = await start();
    await answerAll(round, 4);
    for (let count = 0; count < 3; count += 1) {
      await answer(ada, round, [734110, 734110]);
    }
    assert.equal(factsOf(ada).answered, 4);
    await answer(others[3], round, [734110, 734110]);
    await close(round);
    const sums = [734110 + 734103 + 734103 + 734107 + 734110, 1 + 2 + 1].map((sum) => sum / 5);
    assert.deepEqual(
      factsOf(ada).result?.questions.map(({ mean }) => mean),
      [Math.round((sums[0] ?? 0) * 2) / 2, 734101],
    );
  });

  it('takes whole answers on its scale alone', async () => {
    const round = await start();
    for (const ratings of [[], [734103], [734103, 734103, 734103], [734099, 734103], [734103.5, 734103]]) {
      await assert.rejects(answer(others[0], round, ratings), refused);
    }
    await assert.rejects(answer(others[0], 'r0000000', [734103, 734103]), refused);
    assert.equal(factsOf(ada).answered, 0);
    assert.deepEqual(traces(), []);
  });

  it('loses the answers of whoever is taken off the board', async () => {
    const round = await start();
    await answerAll(round);
    const eve = others.pop();
    await ada.does({ type: 'removeParticipant', who: eve?.view?.me ?? '' });
    await ada.until(() => factsOf(ada).answered === 4);
    await close(round);
    assert.equal(factsOf(ada).result, null);
  });

  it('is begun, closed and dropped by whoever facilitates, and answered by those who are in', async () => {
    const [ben] = others;
    await assert.rejects(
      ben?.rpc.ask('control', { type: 'startPulse', survey: 'marked' }) ?? assert.fail(),
      refused,
    );
    const round = await start();
    for (const control of [{ type: 'closePulse', round }, { type: 'dropPulse' }] as const) {
      await assert.rejects(ben?.rpc.ask('control', control) ?? assert.fail(), refused);
    }
    const stranger = await scene.connect();
    await assert.rejects(answer(stranger, round, [734103, 734103]), refused);
    await assert.rejects(
      ada.rpc.ask('control', { type: 'startPulse', survey: 'team-health' }),
      /open already/,
    );
    await assert.rejects(ada.rpc.ask('closeMeeting', { commit: false }), /A survey is open/);
    await ada.rpc.ask('control', { type: 'dropPulse' });
    await ben?.until(() => factsOf(ben).state === 'none');
    await assert.rejects(answer(ben, round, [734103, 734103]), refused);
    await assert.rejects(
      ada.rpc.ask('control', { type: 'startPulse', survey: 'none' }),
      /There is no survey/,
    );
  });

  it('stays open with its answers where its result cannot be written, and is closed when it can', async () => {
    const round = await start();
    await answerAll(round);
    scene.folder.write('retro/pulses', 'a file where a folder has to be');
    await assert.rejects(ada.rpc.ask('control', { type: 'closePulse', round }), refused);
    assert.deepEqual([factsOf(ada).state, factsOf(ada).result], ['open', null]);
    scene.folder.removePath('retro/pulses');
    await close(round);
    assert.equal(pulseFiles().length, 1);
  });

  it('says that a round was lost where the program stopped before its close, and keeps nothing of it', async () => {
    const round = await start();
    await answerAll(round);
    const secret = others[0]?.secret ?? '';
    await scene.restart();
    const back = await scene.connect();
    await back.enter({ ...LiveScene.partsOf(scene.opened.guestLink), proof: secret });
    await back.until(() => back.facts?.live?.pulse.state === 'lost');
    assert.deepEqual([factsOf(back).lost, factsOf(back).answered, factsOf(back).mine], ['Marked', 0, false]);
    await assert.rejects(answer(back, round, [734103, 734103]), refused);
    assert.deepEqual([pulseFiles(), traces()], [[], []]);
    const lead = await scene.connect();
    await lead.enter({ ...LiveScene.partsOf(scene.opened.hostLink) });
    await lead.rpc.ask('control', { type: 'startPulse', survey: 'marked' });
    await back.until(() => factsOf(back).state === 'open');
    assert.equal(factsOf(back).lost, '');
  });
});

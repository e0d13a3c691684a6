import assert from 'node:assert/strict';
import type { Guest } from '../../support/liveGuest.ts';
import { LiveScene } from './liveScene.ts';

/** 26 letters that are a secret of a card. */
const keyOf = (letter: string): string => letter.repeat(26);
const markerOf = (at: number): string => `planted${String(at).padStart(3, '0')}marker`;

describe('what is hidden in a live retro', function () {
  this.timeout(60_000);
  let scene: LiveScene;
  let ada: Guest;
  let ben: Guest;
  let cleo: Guest;

  for (const names of ['named', 'anonymous'] as const) {
    describe(`where cards are ${names}`, () => {
      beforeEach(async () => {
        scene = await LiveScene.open();
        ada = await scene.facilitator({ names });
        ben = await scene.guest(ada, 'Ben');
        cleo = await scene.guest(ada, 'Cleo');
        await ada.does({ type: 'goTo', phase: 'write' });
        await cleo.until(() => cleo.view?.phase === 'write');
      });
      afterEach(() => scene.close());

      const keyFor = (letter: string) => (names === 'anonymous' ? keyOf(letter) : undefined);

      it('[I115] is on nobody else’s socket before it is revealed, and on everybody’s after it', async () => {
        const card = await ben.adds('Nobody may know', keyFor('b'));
        const edit = { type: 'editCard', card, text: 'Nobody may know yet' } as const;
        await ben.does({ ...edit, ...(names === 'anonymous' && { key: keyOf('b') }) });
        await ben.until(() => ben.texts.includes('Nobody may know yet'));
        await ada.does({ type: 'rename', title: 'Something for all' });
        await cleo.until(() => cleo.view?.meeting.title === 'Something for all');
        const tab = await scene.connect();
        await tab.enter({ ...LiveScene.partsOf(scene.opened.hostLink) });
        await tab.until(() => tab.view !== undefined);
        for (const other of [ada, cleo, tab]) {
          assert.doesNotMatch(other.received.join('\n'), /Nobody may know/);
          assert.doesNotMatch(other.received.join('\n'), new RegExp(card));
        }
        await ada.does({ type: 'reveal' });
        for (const each of [ada, ben, cleo, tab]) {
          await each.until(() => each.texts.includes('Nobody may know yet'));
        }
      });

      it('[I117] tells nobody that somebody wrote: not a byte is sent to the others', async () => {
        // All that came before is there when these are: who waits is told of late, and all at once.
        await ada.does({ type: 'rename', title: 'Something for all' });
        await cleo.until(() => cleo.view?.meeting.title === 'Something for all');
        const dan = await scene.connect();
        await dan.enter({ ...LiveScene.partsOf(scene.opened.guestLink), name: 'Dan' });
        await ada.until(() => ada.facts?.live?.waiting.map(({ name }) => name).join() === 'Dan');
        const before = [ada.received.length, cleo.received.length];
        for (let count = 0; count < 5; count += 1) {
          await ben.adds(`Card ${count}`, keyFor('b'));
        }
        await cleo.rpc.ask('take', { id: 'w0000001', deed: { type: 'reveal' } });
        await ada.rpc.ask('offer', null);
        assert.deepEqual(
          [ada.received.length, cleo.received.length],
          [(before[0] ?? 0) + 1, (before[1] ?? 0) + 1],
        );
      });

      it('is taken back step by step, also one that is still being kept', async () => {
        await ben.adds('First', keyFor('b'));
        // Both at once, as they come from somebody who was without a network for a while.
        await Promise.all([ben.adds('Second', keyFor('c')), ben.does({ type: 'undo', whose: 'mine' })]);
        await ada.does({ type: 'reveal' });
        await ada.until(() => ada.texts.length > 0);
        assert.deepEqual(ada.texts, ['First']);
      });

      it('votes are nobody else’s to see before they are revealed', async () => {
        const card = await ben.adds('Vote for me', keyFor('b'));
        await ada.does({ type: 'reveal' });
        await ada.does({ type: 'goTo', phase: 'vote' });
        const topic = ben.cards.find(({ text }) => text === 'Vote for me')?.id ?? card;
        await cleo.until(() => cleo.view?.phase === 'vote' && cleo.texts.includes('Vote for me'));
        const before = cleo.received.length;
        assert.equal(await ben.does({ type: 'vote', topic }), undefined);
        await cleo.does({ type: 'reveal' });
        assert.equal(cleo.received.length, before + 1);
        const votesOf = (guest: Guest): readonly number[] =>
          (guest.view?.columns ?? []).flatMap(({ topics }) =>
            topics.filter(({ id }) => id === topic).flatMap(({ votes, myVotes }) => [votes, myVotes]),
          );
        assert.deepEqual(
          [votesOf(ben), votesOf(cleo)],
          [
            [0, 1],
            [0, 0],
          ],
        );
        await ada.does({ type: 'revealVotes' });
        await cleo.until(() => votesOf(cleo)[0] === 1);
      });
    });
  }

  it('[I116] leads from an anonymous card to nobody: in no file, no log, no byte of a socket', async () => {
    scene = await LiveScene.open();
    try {
      ada = await scene.facilitator({ names: 'anonymous' });
      ben = await scene.guest(ada, 'Ben');
      cleo = await scene.guest(ada, 'Cleo');
      await ada.does({ type: 'goTo', phase: 'write' });
      for (let at = 0; at < 100; at += 1) {
        scene.clock.ahead += 1000;
        await (at % 2 === 0 ? ben : cleo).adds(markerOf(at), keyOf(at % 2 === 0 ? 'b' : 'c') + at);
      }
      const logged = scene.events.join('\n');
      assert.doesNotMatch(logged, /planted/);
      // Before the reveal each line of the journal is without who and when.
      const journal = scene.folder.paths.find((path) => path.endsWith('.jsonl')) ?? '';
      const lines = scene.folder
        .textOf(journal)
        .split('\n')
        .filter((line) => line.includes('planted'));
      assert.equal(lines.length, 100);
      assert.ok(lines.every((line) => line.includes('"participant":"","at":0')));
      await ada.does({ type: 'reveal' });
      await cleo.until(() => cleo.texts.length === 100);
      assert.notDeepEqual(
        cleo.texts,
        Array.from({ length: 100 }, (_, at) => markerOf(at)),
      );
      const who = [ben.view?.me ?? '', cleo.view?.me ?? ''];
      const kept = JSON.parse(scene.folder.textOf(journal)) as { board: { cards: object[]; seen: unknown } };
      for (const card of kept.board.cards) {
        assert.ok(who.every((id) => !JSON.stringify(card).includes(id)));
      }
      assert.ok(ada.cards.every(({ author }) => author === ''));
      const { sentence } = await ada.rpc.ask('closeMeeting', { commit: false });
      assert.equal(sentence, 'The minutes are saved.');
      const others = scene.folder.paths.filter((path) => !path.startsWith('journal/'));
      for (const path of others.filter((each) => scene.folder.textOf(each).includes('planted'))) {
        assert.match(path, /^retro\/meetings\//);
        assert.doesNotMatch(scene.folder.textOf(path), /Ben|Cleo/);
      }
    } finally {
      await scene.close();
    }
  });
});

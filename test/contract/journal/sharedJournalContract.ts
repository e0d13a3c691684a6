import assert from 'node:assert/strict';
import type { Board } from '../../../src/core/board/board.ts';
import { BoardHost } from '../../../src/core/board/boardHost.ts';
import type { Deed, Intent, Wish } from '../../../src/core/board/intent.ts';
import type { Journal, JournalContent, JournalNews } from '../../../src/core/ports/journal.ts';
import { cryptoIds } from '../../../src/node/cryptoIds.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import { ada, ben, Run, startOf } from '../../unit/board/boards.ts';
import { refuses } from '../files/filesContract.ts';

/** A journal that several write, to test. */
export interface SharedScene {
  /** Another one who writes it. */
  writer(): Promise<Journal>;
  remove(): Promise<void>;
}

export function wishOf(deed: Deed): Wish {
  return { id: cryptoIds.newId(), deed };
}

export function cardOf(text: string, more: { readonly key?: string } = {}): Deed {
  return { type: 'addCard', card: cryptoIds.newId(), column: 'column-1', text, ...more };
}

export function hostOn(journal: Journal): Promise<BoardHost> {
  return BoardHost.open({ journal, clock: systemClock, ids: cryptoIds });
}

/** The texts of the cards of a board that are not deleted. */
export function textsOf(board: Board): readonly string[] {
  return board.cards.filter(({ deleted }) => !deleted).map(({ text }) => text);
}

/** Follows a journal and keeps what it was told. */
function newsOf(journal: Journal): JournalNews[] {
  const told: JournalNews[] = [];
  journal.others?.follow({ wrote: (news) => told.push(news), kept: () => assert.fail('Nothing was lost.') });
  return told;
}

/** What every journal does that several write. */
export function describeSharedJournal(name: string, open: () => Promise<SharedScene>): void {
  describe(name, () => {
    let scene: SharedScene;
    let one: Journal;
    let other: Journal;
    beforeEach(async () => {
      scene = await open();
      one = await scene.writer();
      other = await scene.writer();
    });
    afterEach(async () => {
      await Promise.all([one.close(), other.close()]);
      await scene.remove();
    });

    describe('as a journal', () => {
      const { intents } = Run.started().adds(ada, 'c0000001', 'One').adds(ada, 'c0000002', 'Two');
      const [first, second, third, ...rest] = intents as [Intent, Intent, Intent, ...Intent[]];

      it('tells what others wrote, in its order, by the time that somebody asks', async () => {
        const told = newsOf(other);
        newsOf(one);
        await Promise.all(intents.map((intent) => one.append(intent)));
        await other.others?.catchUp();
        assert.deepEqual(
          told.flatMap((news) => news.intents),
          intents,
        );
        await other.others?.catchUp();
        assert.equal(told.flatMap((news) => news.intents).length, intents.length);
      });

      it('refuses all that was asked for on top of what is not the last, and takes it in on top of that', async () => {
        await one.append(first);
        await Promise.all(
          [second, third].map((each) =>
            refuses(other.append(each), 'changed-meanwhile', /at the same moment/),
          ),
        );
        await Promise.all([second, third, ...rest].map((intent) => other.append(intent)));
        assert.deepEqual((await one.read()).intents, intents);
      });

      it('lets nobody compact it who does not know all of it', async () => {
        const { board } = Run.started();
        await one.append(first);
        await refuses(other.compact(board), 'changed-meanwhile', /at the same moment/);
        assert.deepEqual(await one.read(), { intents: [first] });
      });

      it('tells others the board that it was compacted to, and what came then', async () => {
        const told = newsOf(other);
        newsOf(one);
        const { board } = Run.started();
        await Promise.all([one.append(first), one.compact(board), one.append(second)]);
        await other.others?.catchUp();
        assert.deepEqual(told[0]?.snapshot, board);
        assert.deepEqual(
          told.flatMap((news) => news.intents),
          [second],
        );
      });
    });

    describe('with a host for each', () => {
      let hosts: readonly [BoardHost, BoardHost];
      const starts = async (names: 'named' | 'anonymous'): Promise<void> => {
        hosts = [await hostOn(one), await hostOn(other)];
        assert.equal(await hosts[0].take(wishOf(startOf({ names })), ada), undefined);
        await hosts[1].catchUp();
        assert.equal(await hosts[1].take(wishOf({ type: 'join', name: 'Ben' }), ben), undefined);
        await hosts[0].catchUp();
      };
      const agree = async (): Promise<JournalContent> => {
        await Promise.all(hosts.map((host) => host.catchUp()));
        assert.deepEqual(hosts[0].board, hosts[1].board);
        const content = await one.read();
        assert.deepEqual((await hostOn(await scene.writer())).board, hosts[0].board);
        return content;
      };

      it('has one board, on which everything is done once, whoever takes it in', async () => {
        await starts('named');
        const seen = [new Set<string>(), new Set<string>()] as const;
        hosts.forEach((host, at) => host.onDidChange((_board, { id }) => seen[at]?.add(id)));
        const wishes = Array.from({ length: 60 }, (_, at) => wishOf(cardOf(`Card ${at}`)));
        await Promise.all(
          wishes.map(async (wish, at) => {
            const host = hosts[at % 2] ?? hosts[0];
            assert.equal(await host.take(wish, at % 3 === 0 ? ada : ben), undefined);
            assert.ok(
              textsOf(host.board).includes(`Card ${at}`),
              'it was said to be done before it was shown',
            );
          }),
        );
        const { intents } = await agree();
        assert.equal(textsOf(hosts[0].board).length, 60);
        assert.equal(intents.length, 62);
        for (const ids of seen) {
          assert.deepEqual([...ids].toSorted(), wishes.map(({ id }) => id).toSorted());
        }
      });

      it('keeps the order of what one person does', async () => {
        await starts('named');
        const card = cryptoIds.newId();
        const add: Deed = { type: 'addCard', card, column: 'column-1', text: '0' };
        const edits = Array.from(
          { length: 20 },
          (_, at): Deed => ({ type: 'editCard', card, text: `${at + 1}` }),
        );
        const noise = Array.from({ length: 20 }, () => hosts[1].take(wishOf(cardOf('Noise')), ben));
        const answers = await Promise.all([add, ...edits].map((deed) => hosts[0].take(wishOf(deed), ada)));
        await Promise.all(noise);
        assert.deepEqual(new Set(answers), new Set([undefined]));
        await agree();
        assert.ok(textsOf(hosts[1].board).includes('20'));
      });

      it('does a wish once that was sent to both', async () => {
        await starts('named');
        const wish = wishOf(cardOf('Once'));
        assert.deepEqual(await Promise.all([...hosts, ...hosts].map((host) => host.take(wish, ada))), [
          undefined,
          undefined,
          undefined,
          undefined,
        ]);
        await agree();
        assert.deepEqual(textsOf(hosts[0].board), ['Once']);
      });

      it('refuses what others made impossible at the same moment, and does not write it', async () => {
        await starts('named');
        const card = cryptoIds.newId();
        await hosts[0].take(wishOf({ type: 'addCard', card, column: 'column-1', text: 'One' }), ada);
        await hosts[1].catchUp();
        const answers = await Promise.all([
          hosts[0].take(wishOf({ type: 'deleteCard', card }), ada),
          hosts[1].take(wishOf({ type: 'deleteCard', card }), ada),
        ]);
        assert.equal(answers.filter((each) => each === undefined).length, 1);
        assert.equal((await agree()).intents.length, 4);
      });

      it('has no order of arrival behind the reveal of anonymous cards, whoever writes at that moment', async () => {
        await starts('anonymous');
        const key = 'key0key0key0key0';
        const texts = ['A', 'B', 'C', 'D', 'E', 'F'];
        await Promise.all(
          texts
            .slice(0, 4)
            .map((text, at) => (hosts[at % 2] ?? hosts[0]).take(wishOf(cardOf(text, { key })), ada)),
        );
        const jumps: Board[] = [];
        hosts[1].onDidJump((board) => jumps.push(board));
        const answers = await Promise.all([
          hosts[1].take(wishOf(cardOf('E', { key })), ben),
          hosts[0].take(wishOf({ type: 'reveal' }), ada),
          hosts[1].take(wishOf(cardOf('F', { key })), ben),
        ]);
        assert.deepEqual(answers, [undefined, undefined, undefined]);
        const { snapshot, intents } = await agree();
        assert.ok(snapshot?.revealed);
        assert.ok(intents.every(({ deed }) => deed.type === 'addCard'));
        assert.deepEqual(textsOf(hosts[1].board).toSorted(), texts);
        assert.ok(jumps.length > 0);
      });
    });
  });
}

import assert from 'node:assert/strict';
import { type Board, newBoard } from '../../../src/core/board/board.ts';
import { boardOf } from '../../../src/core/board/boardHost.ts';
import type { Intent } from '../../../src/core/board/intent.ts';
import type { Journal } from '../../../src/core/ports/journal.ts';
import { ada, Run } from '../../unit/board/boards.ts';
import { refuses } from '../files/filesContract.ts';

/** A journal to test, and what goes past the port. */
export interface OpenedJournal {
  readonly journal: Journal;
  /** Closes it and opens it again, as another run of the program would. */
  reopen(): Promise<Journal>;
  /** Lets writing fail, or not any more. */
  fail(failing: boolean): void;
  remove(): Promise<void>;
}

/** The board that a journal holds. */
export async function boardIn(journal: Journal): Promise<Board> {
  return boardOf(await journal.read());
}

/** A meeting with some cards, and what made it. */
function someMeeting(): { readonly intents: readonly Intent[]; readonly board: Board } {
  const { intents, board } = Run.started()
    .adds(ada, 'c0000001', 'Deploys under ten minutes')
    .adds(ada, 'c0000002', '| 🎉 | “quoted” \\ \n second line \u2028 third')
    .does(ada, { type: 'editCard', card: 'c0000001', text: 'Deploys below ten minutes' });
  return { intents, board };
}

/** What every journal does. */
export function describeJournal(name: string, open: () => Promise<OpenedJournal>): void {
  describe(name, () => {
    let opened: OpenedJournal;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.remove());

    it('is empty at first', async () => {
      assert.deepEqual(await opened.journal.read(), { intents: [] });
    });

    it('gives back what was appended, in its order, after it is opened again', async () => {
      const { intents, board } = someMeeting();
      await Promise.all(intents.map((intent) => opened.journal.append(intent)));
      const again = await opened.reopen();
      assert.deepEqual((await again.read()).intents, intents);
      assert.deepEqual(await boardIn(again), board);
    });

    it('goes on where it was left', async () => {
      const { intents } = someMeeting();
      const [first, ...others] = intents as [Intent, ...Intent[]];
      await opened.journal.append(first);
      const again = await opened.reopen();
      await Promise.all(others.map((intent) => again.append(intent)));
      assert.deepEqual((await (await opened.reopen()).read()).intents, intents);
    });

    it('gives back the board that it was compacted to, and what came after', async () => {
      const { intents, board } = someMeeting();
      const last = intents.at(-1) as Intent;
      const before = await boardIn(opened.journal);
      assert.deepEqual(before, newBoard);
      const appended = intents.slice(0, -1).map((intent) => opened.journal.append(intent));
      const compacted = opened.journal.compact(boardOf({ intents: intents.slice(0, -1) }));
      await Promise.all([...appended, compacted, opened.journal.append(last)]);
      const again = await opened.reopen();
      const content = await again.read();
      assert.deepEqual(content.intents, [last]);
      assert.deepEqual(await boardIn(again), board);
    });

    it('refuses all that was asked for when writing failed, and nothing of what is asked for later', async () => {
      const { intents } = someMeeting();
      const [first, second, third, ...others] = intents as [Intent, Intent, Intent, ...Intent[]];
      await opened.journal.append(first);
      opened.fail(true);
      const failed = [opened.journal.append(second), opened.journal.append(third)];
      await Promise.all(failed.map((each) => refuses(each, 'cannot-write', /disk is full/)));
      opened.fail(false);
      await Promise.all([second, third, ...others].map((intent) => opened.journal.append(intent)));
      assert.deepEqual((await (await opened.reopen()).read()).intents, intents);
    });
  });
}

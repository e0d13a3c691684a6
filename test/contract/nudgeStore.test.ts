import assert from 'node:assert/strict';
import { passGate } from '../../src/core/nudges/gate.ts';
import { nothingShown, withLogged } from '../../src/core/nudges/nudgeState.ts';
import { NudgeStore } from '../../src/core/nudges/nudgeStore.ts';
import { NodeFiles } from '../../src/node/files/nodeFiles.ts';
import { TemporaryFolder } from '../support/temporaryFolder.ts';
import { asksAtHalfPastFour, at, free } from '../unit/nudges/nudgeCases.ts';

describe('the store of what was asked and offered', () => {
  let folder: TemporaryFolder;
  /** As another window opens it. */
  const openStore = () => new NudgeStore(new NodeFiles(folder.path));
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.remove());

  it('is empty at first, and gives the next window what was kept', async () => {
    assert.deepEqual(await openStore().read(), nothingShown);
    await openStore().change((state) => withLogged(state, '2026-03-05'));
    assert.equal((await openStore().read()).loggedOn, '2026-03-05');
    assert.deepEqual(folder.leftovers, []);
  });

  it('lets one of many windows ask, whichever is first', async () => {
    const now = at('2026-03-05 16:30');
    const asked = await Promise.all(
      Array.from({ length: 12 }, async () => {
        let isAsked = false;
        await openStore().change((state) => {
          const verdict = passGate(state, { wishes: asksAtHalfPastFour, chances: {}, doing: free, now });
          isAsked = verdict.show !== undefined;
          return verdict.show && verdict.state;
        });
        return isAsked;
      }),
    );
    assert.equal(asked.filter(Boolean).length, 1);
    assert.equal((await openStore().read()).shown.length, 1);
  });

  for (const garbage of ['', '{', 'null', '[1]', '{"shown":7}']) {
    it(`begins anew over ${JSON.stringify(garbage)}`, async () => {
      folder.write('nudges.json', garbage);
      assert.deepEqual(await openStore().read(), nothingShown);
      await openStore().change((state) => withLogged(state, '2026-03-05'));
      assert.equal((await openStore().read()).loggedOn, '2026-03-05');
    });
  }

  it('shows nothing over what is no text at all, and leaves it', async () => {
    folder.write('nudges.json', Buffer.from([0xff, 0xfe, 0x00]));
    assert.deepEqual(await openStore().read(), nothingShown);
    await assert.rejects(openStore().change((state) => state));
  });
});

import assert from 'node:assert/strict';
import { LastLogged } from '../../src/extension/capture/lastLogged.ts';

interface Entry {
  readonly id: string;
  readonly content: string;
}

describe('the entry that was logged last', () => {
  const first: Entry = { id: 'k3f9q2xa', content: 'first' };
  const second: Entry = { id: 'm2x7k9qa', content: 'second' };
  const completed: Entry = { ...first, content: 'first, and its commits' };
  let last: LastLogged<Entry>;
  let taken: (Entry | undefined)[];
  let written: Promise<Entry>;
  let write: (entry: Entry) => void;
  const takeBack = (id: string) =>
    last.takeBack(id, async (entry) => {
      taken.push(entry);
    });
  beforeEach(() => {
    last = new LastLogged();
    taken = [];
    written = new Promise((resolve) => (write = resolve));
  });

  it('can be taken back once, and no other', async () => {
    last.set(first);
    last.set(second);
    await takeBack(first.id);
    await takeBack(second.id);
    await takeBack(second.id);
    assert.deepEqual(taken, [undefined, second, undefined]);
  });

  it('is taken back as it is after the writing that runs', async () => {
    last.set(first);
    const completing = last.complete(first.id, () => written);
    const taking = takeBack(first.id);
    write(completed);
    await Promise.all([completing, taking]);
    assert.deepEqual(taken, [completed]);
  });

  it('is still the last when an earlier one is completed behind it', async () => {
    last.set(first);
    const completing = last.complete(first.id, () => written);
    last.set(second);
    write(completed);
    await completing;
    await takeBack(second.id);
    assert.deepEqual(taken, [second]);
  });

  it('can be taken back when it could not be completed, or not be taken back before', async () => {
    last.set(first);
    const full = new Error('The disk is full.');
    await assert.rejects(
      last.complete(first.id, () => Promise.reject(full)),
      full,
    );
    await assert.rejects(
      last.takeBack(first.id, () => Promise.reject(full)),
      full,
    );
    await last.complete(first.id, () => Promise.resolve(undefined));
    await takeBack(first.id);
    assert.deepEqual(taken, [first]);
  });
});

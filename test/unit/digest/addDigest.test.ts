import assert from 'node:assert/strict';
import { addDigest } from '../../../src/core/digest/addDigest.ts';
import { digestOfWeek } from '../../../src/core/digest/digestOfWeek.ts';
import { entryOf } from '../../support/entryOf.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';

const path = 'retro/digests/2026-03-02.md';

describe('the digest of a week in the log', () => {
  it('is written once, and can be taken back', async () => {
    const files = new MemoryFiles();
    const applied = await addDigest(files, path, 'one\n');
    assert.deepEqual(applied, { paths: [path], undo: { type: 'removeFile', path } });
    assert.deepEqual(await addDigest(files, path, 'one\n'), { paths: [] });
  });

  it('is left as it is where it says something else', async () => {
    const files = new MemoryFiles();
    await addDigest(files, path, 'one\n');
    await assert.rejects(addDigest(files, path, 'two\n'), /already there, and was left as it is/);
    assert.deepEqual(await files.read(path), { state: 'text', text: 'one\n' });
  });

  it('is named by its Monday, and counts wins, learnings and thanks of the week alone', () => {
    const entries = [
      entryOf({ id: 'a', kind: 'kudos', date: '2026-03-07' }),
      entryOf({ id: 'b', kind: 'learning', date: '2026-03-06' }),
      entryOf({ id: 'c', kind: 'failure', date: '2026-03-05' }),
      entryOf({ id: 'd', kind: 'win', date: '2026-03-02' }),
      entryOf({ id: 'e', kind: 'win', date: '2026-03-01' }),
    ];
    const { monday, told } = digestOfWeek(entries, '2026-03-06');
    assert.deepEqual([monday, told.length], ['2026-03-02', 3]);
    assert.equal(digestOfWeek(entries, '2026-03-09').told.length, 0);
  });
});

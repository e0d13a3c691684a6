import assert from 'node:assert/strict';
import { DraftStore } from '../../src/extension/capture/draftStore.ts';
import { type DraftRecord, emptyDraft } from '../../src/protocol/draft.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const file = 'draft.json';

function recordOf(revision: number, text: string): DraftRecord {
  return { revision, draft: { ...emptyDraft('failure'), text } };
}

describe('the store of what is being typed', () => {
  let files: MemoryFiles;
  let failures: unknown[];
  const openStore = () => new DraftStore(Promise.resolve(files), (error) => failures.push(error));
  const textKept = async () => (await openStore().record()).draft.text;
  beforeEach(() => {
    files = new MemoryFiles();
    failures = [];
  });
  afterEach(() => assert.deepEqual(failures, []));

  it('is empty at first, and writes nothing for that', async () => {
    assert.equal(await textKept(), '');
    await openStore().flush();
    assert.deepEqual(files.paths, []);
  });

  it('gives what was typed to the next window', async () => {
    const store = openStore();
    store.keep(recordOf(1, 'half a th'));
    store.keep(recordOf(2, 'half a thought'));
    await store.flush();
    assert.equal(await textKept(), 'half a thought');
  });

  it('writes by itself when the typing pauses', async () => {
    const written = new Promise<void>((resolve) => {
      const update = files.update.bind(files);
      files.update = async (...change) => {
        const updated = await update(...change);
        resolve();
        return updated;
      };
    });
    openStore().keep(recordOf(1, 'left alone'));
    await written;
    assert.equal(await textKept(), 'left alone');
  });

  it('takes no older record for a newer one, whichever comes first', async () => {
    const store = openStore();
    store.keep(recordOf(7, 'newer'));
    store.keep(recordOf(6, 'older'));
    await store.flush();
    const second = openStore();
    second.keep(recordOf(3, 'of a view that woke up late'));
    assert.equal((await second.record()).draft.text, 'newer');
  });

  it('gives no record while its draft is being logged, and then what comes after it', async () => {
    const store = openStore();
    store.keep(recordOf(7, 'logged'));
    let log = (): void => undefined;
    const logging = store.logging(new Promise<void>((resolve) => (log = resolve)));
    const opened = store.record();
    log();
    await logging;
    assert.deepEqual(await opened, recordOf(8, ''));
    await assert.rejects(store.logging(Promise.reject(new Error('The disk is full.'))), /full/);
    assert.deepEqual(await store.record(), recordOf(8, ''));
  });

  it('sets words aside that it cannot read, and starts anew', async () => {
    for (const kept of ['{"revision": 4, "draft": {"text": "cut off', '{"revision":1}', '[]']) {
      files = new MemoryFiles({ [file]: kept });
      assert.equal(await textKept(), '');
      assert.equal(files.textOf('draft-unreadable.json'), kept);
    }
  });

  it('says when the disk refuses, keeps the words, and writes them when it can', async () => {
    const store = openStore();
    files.fail('update', file, 'No space left on device');
    store.keep(recordOf(1, 'not lost'));
    await store.flush();
    assert.match(String(failures.splice(0)[0]), /No space left on device/);
    assert.equal((await store.record()).draft.text, 'not lost');
    files.mend();
    store.keep(recordOf(2, 'not lost either'));
    await store.flush();
    assert.equal(await textKept(), 'not lost either');
  });
});

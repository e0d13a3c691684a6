import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Intent } from '../../../src/core/board/intent.ts';
import type { Journal } from '../../../src/core/ports/journal.ts';
import { type FileCalls, nodeFileCalls } from '../../../src/node/files/fileCalls.ts';
import { FileJournal } from '../../../src/node/journal/fileJournal.ts';
import { MemoryJournal } from '../../support/memoryJournal.ts';
import { NoPatience } from '../../support/noPatience.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { ada, Run } from '../../unit/board/boards.ts';
import { refuses } from '../files/filesContract.ts';
import { describeJournal } from './journalContract.ts';

describeJournal('a journal in memory', async () => {
  let journal = new MemoryJournal();
  return {
    journal,
    reopen: async () => {
      journal = new MemoryJournal(await journal.read());
      return journal;
    },
    fail: (failing) => journal.fail(failing),
    remove: () => Promise.resolve(),
  };
});

describeJournal('a journal on the disk', async () => {
  const folder = new TemporaryFolder();
  const file = folder.at('m33ting0.jsonl');
  let failing = false;
  const calls: FileCalls = {
    ...nodeFileCalls,
    write: async (...args) => {
      if (failing) {
        // Half of it is written before the disk is full.
        const [descriptor, bytes] = args;
        await nodeFileCalls.write(descriptor, bytes, 0, Math.floor(bytes.length / 2), null);
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
      }
      return nodeFileCalls.write(...args);
    },
  };
  let journal: Journal = await FileJournal.open(file, calls);
  return {
    journal,
    reopen: async () => {
      await journal.close();
      journal = await FileJournal.open(file, calls);
      return journal;
    },
    fail: (fails) => {
      failing = fails;
    },
    remove: async () => {
      await journal.close();
      folder.remove();
    },
  };
});

describe('a damaged journal', () => {
  let folder: TemporaryFolder;
  let file: string;
  let intents: readonly Intent[];
  beforeEach(async () => {
    folder = new TemporaryFolder();
    file = folder.at('m33ting0.jsonl');
    ({ intents } = Run.started().adds(ada, 'c0000001', 'One').adds(ada, 'c0000002', 'Two'));
    const journal = await FileJournal.open(file);
    await Promise.all(intents.map((intent) => journal.append(intent)));
    await journal.close();
  });
  afterEach(() => folder.remove());

  const lines = (): string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const numbered = (n: number, more: object): string => JSON.stringify({ v: 1, n, ...more });

  const cases: readonly (readonly [string, string, (all: string[]) => string, number])[] = [
    ['a torn last line', 'torn', (all) => all.join('\n').slice(0, -7), 4],
    ['a last line without its end', 'torn', (all) => all.join('\n'), 4],
    ['a repeated number', 'sequence', (all) => `${[...all, all.at(-1)].join('\n')}\n`, 5],
    ['a missing number', 'sequence', (all) => `${all.toSpliced(2, 1).join('\n')}\n`, 2],
    ['an event of a newer version', 'newer', (all) => `${[...all, '{"v":2,"n":6}'].join('\n')}\n`, 5],
    [
      'a deed of a newer version',
      'newer',
      (all) => {
        const intent = { ...intents[4], deed: { type: 'paintCard', colour: 'red' } };
        return `${[...all, numbered(6, { intent })].join('\n')}\n`;
      },
      5,
    ],
    ['what is no event', 'malformed', (all) => `${all.with(3, '{"v":1,"n":4,"intent":{}}').join('\n')}\n`, 3],
    ['what is no text', 'malformed', (all) => `${all.with(1, '\0\ufffd').join('\n')}\n`, 1],
  ];
  for (const [what, code, damaged, whole] of cases) {
    it(`with ${what} is taken up to the last whole event, and kept as it was [H106]`, async () => {
      const text = damaged(lines());
      writeFileSync(file, text);
      const journal = await FileJournal.open(file);
      const content = await journal.read();
      assert.deepEqual(content.intents, intents.slice(0, whole));
      assert.equal(content.damage?.code, code);
      assert.equal(content.damage?.line, whole + 1);
      assert.equal(readFileSync(content.damage?.kept ?? '', 'utf8'), text);
      await Promise.all(intents.slice(whole).map((intent) => journal.append(intent)));
      await journal.close();
      const again = await FileJournal.open(file);
      assert.deepEqual(await again.read(), { intents });
      await again.close();
    });
  }

  it('is kept beside an earlier one that was damaged', async () => {
    for (const expected of ['m33ting0.jsonl.damaged', 'm33ting0.jsonl.damaged-2']) {
      writeFileSync(file, `${lines().join('\n')}\n{"v":1`);
      const journal = await FileJournal.open(file);
      assert.equal((await journal.read()).damage?.kept, folder.at(expected));
      await journal.close();
    }
  });

  it('is opened by one at a time [J127]', async () => {
    const journal = await FileJournal.open(file);
    await refuses(FileJournal.open(file, nodeFileCalls, new NoPatience()), 'busy', /another window/);
    await journal.close();
    await (await FileJournal.open(file)).close();
    assert.deepEqual(folder.leftovers, []);
  });
});

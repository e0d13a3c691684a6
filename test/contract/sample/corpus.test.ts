import assert from 'node:assert/strict';
import { entryKinds } from '../../../src/core/entries/kinds.ts';
import { parseFile } from '../../../src/core/format/parseFile.ts';
import { writeCorpus } from '../../support/corpus.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';

describe('the corpus for measurements', () => {
  const temporary = new TemporaryFolder();

  after(() => temporary.remove());

  it('has as many entries as were asked for, of all kinds, without a problem', async () => {
    await writeCorpus(temporary.at('one'), 700);
    const paths = temporary.paths.filter((path) => path.startsWith('one/'));
    assert.equal(paths.length, 700);
    const files = paths.map((path) => ({ path: path.slice('one/'.length), text: temporary.textOf(path) }));
    const parsed = files.map(({ path, text }) => parseFile(path, text));
    assert.deepEqual(
      parsed.flatMap(({ problems }) => problems),
      [],
    );
    assert.equal(new Set(parsed.map(({ entry }) => entry?.id)).size, 700);
    assert.deepEqual(new Set(parsed.map(({ entry }) => entry?.kind)), new Set(entryKinds));
    const mean = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / files.length;
    assert.ok(mean > 600 && mean < 900, `${mean} bytes`);
  });

  it('is the same for the same seed and another for another', async () => {
    await writeCorpus(temporary.at('two'), 50);
    await writeCorpus(temporary.at('three'), 50, 1);
    await writeCorpus(temporary.at('four'), 50, 2);
    const all = (name: string): string[] =>
      temporary.paths
        .filter((path) => path.startsWith(`${name}/`))
        .map((path) => path.slice(name.length) + temporary.textOf(path));
    assert.deepEqual(all('three'), all('two'));
    assert.notDeepEqual(all('four'), all('two'));
  });
});

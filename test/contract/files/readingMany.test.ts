import assert from 'node:assert/strict';
import { rmSync, symlinkSync, truncateSync } from 'node:fs';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import type { FileContent } from '../../../src/core/ports/files.ts';
import { systemError, watchedCalls } from '../../support/countedCalls.ts';
import { NoPatience } from '../../support/noPatience.ts';
import { Stretch } from '../../support/stretch.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';

const paths = Array.from({ length: 400 }, (_, at) => `retro/entries/${at % 4}/${at}.md`);

describe('reading many real files', () => {
  let folder: TemporaryFolder;
  before(() => {
    folder = new TemporaryFolder(Object.fromEntries(paths.map((path) => [path, `text of ${path}`])));
  });
  after(() => folder.remove());

  async function readAll(files: NodeFiles): Promise<Map<string, FileContent>> {
    const contents = new Map<string, FileContent>();
    await files.readMany(paths, (path, content) => contents.set(path, content));
    return contents;
  }

  const whole = (path: string): FileContent => ({ state: 'text', text: `text of ${path}` });

  it('gives the text of each', async () => {
    const contents = await readAll(new NodeFiles(folder.path));
    assert.deepEqual(
      [...contents],
      paths.map((path) => [path, whole(path)]),
    );
  });

  it('loads all the others where the disk fails on one [C52]', async () => {
    for (const call of ['openSync', 'fstatSync', 'readSync', 'closeSync'] as const) {
      let count = 0;
      const calls = watchedCalls((name) => {
        count += name === call ? 1 : 0;
        if (name === call && count === 7) {
          throw systemError('EIO', name);
        }
      });
      const contents = await readAll(new NodeFiles(folder.path, calls));
      const bad = [...contents].filter(
        ([path, content]) => content.state !== 'text' || whole(path) === content,
      );
      assert.deepEqual(
        bad.map(([path, content]) => [path, content.state]),
        [[paths[6], 'unreadable']],
        call,
      );
    }
  });

  it('opens one at a time, and waits where the program has too many open [C53]', async () => {
    let open = 0;
    let most = 0;
    let attempts = 0;
    const calls = watchedCalls((name) => {
      if (name === 'openSync' || name === 'open') {
        attempts += 1;
        if (attempts % 4 > 1) {
          throw systemError(attempts % 4 === 2 ? 'EMFILE' : 'ENFILE', 'open');
        }
        open += 1;
        most = Math.max(most, open);
      }
      open -= name === 'closeSync' || name === 'close' ? 1 : 0;
    });
    const patience = new NoPatience();
    const contents = await readAll(new NodeFiles(folder.path, calls, patience));
    assert.deepEqual(
      [...contents],
      paths.map((path) => [path, whole(path)]),
    );
    assert.equal(most, 1);
    assert.ok(patience.waited > 0);
  });

  it('gives up on a file, not on the rest, where too many stay open [C53]', async () => {
    const calls = watchedCalls((name, [file]) => {
      if (name.startsWith('open') && String(file).endsWith('/3/3.md')) {
        throw systemError('EMFILE', 'open');
      }
    });
    const contents = await readAll(new NodeFiles(folder.path, calls, new NoPatience()));
    assert.deepEqual(contents.get('retro/entries/3/3.md')?.state, 'unreadable');
    assert.equal([...contents.values()].filter((content) => content.state === 'text').length, 399);
  });

  it('reads nothing through a link [C44]', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const other = new TemporaryFolder({ 'secret/1.md': 'secret' });
    try {
      symlinkSync(other.at('secret'), folder.at('retro/linked'));
      symlinkSync(other.at('secret/1.md'), folder.at('retro/link.md'));
      const files = new NodeFiles(folder.path);
      const asked = ['retro/linked/1.md', 'retro/link.md'];
      const codes: string[] = [];
      const take = (content: FileContent): void => {
        codes.push(content.state === 'unreadable' ? content.code : content.state);
      };
      await files.readMany(asked, (_path, content) => take(content));
      for (const path of asked) {
        take(await files.read(path));
      }
      assert.deepEqual(
        codes,
        Array.from({ length: 4 }, () => 'symbolic-link'),
      );
    } finally {
      rmSync(folder.at('retro/linked'), { force: true });
      rmSync(folder.at('retro/link.md'), { force: true });
      other.remove();
    }
  });

  it('lets others have their turn after a few files that are slow to take [C58]', async () => {
    const stretch = new Stretch();
    await new NodeFiles(folder.path).readMany(paths, () => stretch.step());
    assert.ok(stretch.end() <= 30, `${stretch.end()} files without a turn`);
  });

  it('does not read a file of 1 GiB at all [A28] [C58]', async () => {
    const vast = new TemporaryFolder({ 'a.md': '' });
    try {
      truncateSync(vast.at('a.md'), 1024 ** 3);
      const calls = watchedCalls((name) => assert.ok(!/^read(Sync)?$/.test(name)));
      const files = new NodeFiles(vast.path, calls);
      const contents = [await files.read('a.md')];
      await files.readMany(['a.md'], (_path, content) => contents.push(content));
      const refused = { state: 'unreadable', code: 'too-large', detail: String(1024 ** 3) };
      assert.deepEqual(contents, [refused, refused]);
    } finally {
      vast.remove();
    }
  });

  it('takes a file that grows while it is read for what it was, or for too large [A28]', async () => {
    const growing = new TemporaryFolder({ 'a.md': 'x'.repeat(100) });
    try {
      const calls = watchedCalls((name) => {
        if (name === 'readSync') {
          growing.write('a.md', 'x'.repeat(2 * 1024 * 1024));
        }
      });
      const seen: FileContent[] = [];
      await new NodeFiles(growing.path, calls).readMany(['a.md'], (_path, content) => seen.push(content));
      assert.deepEqual(seen, [{ state: 'unreadable', code: 'too-large', detail: String(1024 * 1024 + 1) }]);
    } finally {
      growing.remove();
    }
  });
});

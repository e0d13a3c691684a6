import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, Dirent, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Listing } from '../../../src/core/ports/files.ts';
import { type FileCalls, nodeFileCalls } from '../../../src/node/files/fileCalls.ts';
import { NameCheck } from '../../../src/node/files/nameCheck.ts';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { portableNameProblem } from '../../../src/node/files/portableName.ts';
import { systemError, watchedCalls } from '../../support/countedCalls.ts';
import { NoPatience } from '../../support/noPatience.ts';
import { Stretch } from '../../support/stretch.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';

/** What a folder says of a file in it. */
function fileNamed(name: string): Dirent {
  return Object.assign(new Dirent(), {
    name,
    isFile: () => true,
    isDirectory: () => false,
    isSymbolicLink: () => false,
  });
}

const onWindows = process.platform === 'win32';

/** What a listing found and skipped, sorted. */
async function look(listing: Promise<Listing>): Promise<{ files: string[]; skipped: string[] }> {
  const found = await listing;
  assert.ok(found.state === 'listed', found.state);
  return {
    files: found.files.toSorted(),
    skipped: found.skipped.map((skipped) => `${skipped.reason} ${skipped.path}`).toSorted(),
  };
}

describe('listing a real folder', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder({ 'retro/entries/a.md': 'a', 'outside/secret.md': 's' });
  });
  afterEach(() => folder.remove());
  const list = (path = 'retro', calls?: FileCalls): ReturnType<typeof look> =>
    look(new NodeFiles(folder.path, calls, new NoPatience()).list(path, ['.md']));

  it('follows no link, to a file, to a folder or in a circle, and says so [C44] [C45]', async function () {
    if (onWindows) {
      this.skip();
    }
    symlinkSync('../../outside/secret.md', folder.at('retro/entries/link.md'));
    symlinkSync('../outside', folder.at('retro/2026'));
    symlinkSync('.', folder.at('retro/circle'));
    symlinkSync('nowhere', folder.at('retro/dangling.md'));
    assert.deepEqual(await list(), {
      files: ['retro/entries/a.md'],
      skipped: [
        'symbolic-link retro/2026',
        'symbolic-link retro/circle',
        'symbolic-link retro/dangling.md',
        'symbolic-link retro/entries/link.md',
      ],
    });
  });

  it('does not list a folder that is a link, or lies behind one [C44]', async function () {
    if (onWindows) {
      this.skip();
    }
    symlinkSync('outside', folder.at('log'));
    const files = new NodeFiles(folder.path);
    assert.equal((await files.list('log', ['.md'])).state, 'notAFolder');
    assert.equal((await files.list('log/entries', ['.md'])).state, 'notAFolder');
  });

  it('goes through a junction no more than through a link [C44]', async function () {
    if (!onWindows) {
      this.skip();
    }
    symlinkSync(folder.at('outside'), folder.at('retro/2026'), 'junction');
    assert.deepEqual(await list(), { files: ['retro/entries/a.md'], skipped: ['symbolic-link retro/2026'] });
  });

  it('skips a folder that is called like a file, and what is in it [C45]', async () => {
    folder.write('retro/b.md/c.md', 'c');
    assert.deepEqual(await list(), { files: ['retro/entries/a.md'], skipped: ['not-a-file retro/b.md'] });
  });

  it('skips a pipe and a socket, and reading them does not wait [C45]', async function () {
    if (onWindows) {
      this.skip();
    }
    execFileSync('mkfifo', [folder.at('retro/pipe.md')]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(folder.at('retro/socket.md'), resolve));
    try {
      const skipped = ['not-a-file retro/pipe.md', 'not-a-file retro/socket.md'];
      assert.deepEqual(await list(), { files: ['retro/entries/a.md'], skipped });
      const files = new NodeFiles(folder.path);
      const codes: string[] = [];
      for (const path of ['retro/pipe.md', 'retro/socket.md']) {
        const content = await files.read(path);
        codes.push(content.state === 'unreadable' ? content.code : content.state);
      }
      await files.readMany(['retro/pipe.md', 'retro/socket.md'], (_path, content) => {
        codes.push(content.state === 'unreadable' ? content.code : content.state);
      });
      assert.deepEqual(
        codes,
        Array.from({ length: 4 }, () => 'not-a-file'),
      );
    } finally {
      server.close();
    }
  });

  it('lists names that Windows cannot have, and says so [C46]', async function () {
    if (onWindows) {
      this.skip();
    }
    const names = [
      'CON.md',
      'nul.md',
      'Com1.x.md',
      'LPT9.md',
      'COM¹.md',
      'a:b.md',
      'a*.md',
      'RETRO~1.md',
      'a\tb.md',
    ];
    for (const name of [...names, 'console.md', 'com.md', 'a~b.md', 'aux2.md']) {
      folder.write(`retro/${name}`, '');
    }
    folder.write('retro/folder. /d.md', '');
    const { files, skipped } = await list();
    assert.equal(files.length, names.length + 4 + 2);
    assert.deepEqual(skipped, ['folder. ', ...names].map((name) => `not-portable retro/${name}`).toSorted());
  });

  it('leaves out a name that no path of ours can spell, and says so [C46] [D73]', async function () {
    if (process.platform !== 'linux') {
      this.skip();
    }
    folder.write('retro/a\\b.md', '');
    writeFileSync(
      Buffer.concat([Buffer.from(folder.at('retro/x')), Buffer.from([0xff]), Buffer.from('.md')]),
      '',
    );
    const { files, skipped } = await list();
    assert.deepEqual(files, ['retro/entries/a.md']);
    assert.deepEqual(skipped, ['not-portable retro/a\\b.md', 'not-portable retro/x\ufffd.md']);
  });

  it('warns once of two spellings of one name, in accents or in case [C47] [C48]', async () => {
    const pairs = ['caf\u00e9.md', 'cafe\u0301.md', 'Win.md', 'win.md', 'Sub/x.md', 'sub/y.md'];
    pairs.forEach((name) => folder.write(`retro/${name}`, name));
    const { files, skipped } = await list();
    if (files.length < pairs.length + 1) {
      return;
    }
    assert.deepEqual(skipped, [
      'not-portable retro/caf\u00e9.md',
      'not-portable retro/sub',
      'not-portable retro/win.md',
    ]);
  });

  it('lists the rest where one folder may not be looked into [C52] [C57]', async () => {
    folder.write('retro/locked/b.md', '');
    const calls = watchedCalls((name, [path]) => {
      if (name === 'readdirTypes' && String(path).endsWith('locked')) {
        throw systemError('EACCES', 'scandir');
      }
    });
    assert.deepEqual(await list('retro', calls), {
      files: ['retro/entries/a.md'],
      skipped: ['not-readable retro/locked'],
    });
  });

  it('says what the system says where the folder itself cannot be listed [C57]', async () => {
    for (const code of ['EACCES', 'EIO', 'ESTALE', 'ETIMEDOUT']) {
      const calls = watchedCalls((name) => {
        if (name === 'readdirTypes') {
          throw systemError(code, 'scandir');
        }
      });
      const listing = await new NodeFiles(folder.path, calls, new NoPatience()).list('retro', ['.md']);
      assert.equal(listing.state, 'failed', code);
    }
  });

  it('says that the folder is missing after it was deleted, and what replaced it [C57]', async () => {
    const files = new NodeFiles(folder.path);
    rmSync(folder.at('retro'), { recursive: true });
    assert.deepEqual(await files.list('retro', ['.md']), { state: 'missing' });
    folder.write('retro', 'a file now');
    assert.equal((await files.list('retro', ['.md'])).state, 'notAFolder');
    rmSync(folder.path, { recursive: true });
    assert.deepEqual(await files.list('retro', ['.md']), { state: 'missing' });
    mkdirSync(folder.path);
  });

  it('never lists a temporary file or a lock of its own [C56]', async () => {
    const names: string[] = [];
    const calls = watchedCalls((name) => {
      if (name === 'fsync') {
        names.push(...folder.leftovers);
      }
    });
    await new NodeFiles(folder.path, calls).update('retro/entries/a.md', () => 'b');
    assert.ok(names.length >= 2);
    names.forEach((name) => folder.write(`${name.replaceAll('\\', '/')}/x.md`, ''));
    for (const endings of [['.md'], ['.tmp', '.md']]) {
      const { files, skipped } = await look(new NodeFiles(folder.path).list('', endings));
      assert.deepEqual(files, ['outside/secret.md', 'retro/entries/a.md']);
      assert.deepEqual(skipped, []);
    }
  });

  it('reads what it may not look into as failed, not as missing [C50]', async function () {
    if (onWindows || process.getuid?.() === 0) {
      this.skip();
    }
    chmodSync(folder.at('retro/entries/a.md'), 0);
    const content = await new NodeFiles(folder.path).read('retro/entries/a.md');
    assert.ok(content.state === 'unreadable' && content.code === 'failed');
  });
});

describe('listing very many files', () => {
  /** A disk with one folder of so many files, none of which take any time. */
  function vastFolder(count: number): FileCalls {
    const named = Array.from({ length: count }, (_, at) => fileNamed(`n${at}.md`));
    return { ...nodeFileCalls, readdirTypes: () => Promise.resolve(named) };
  }

  it('lets others have their turn after a few names that are slow to look at [C58]', async () => {
    const stretch = new Stretch();
    const folder = new TemporaryFolder({ 'a.md': '' });
    const slow = Array.from({ length: 400 }, (_, at) => {
      const named = fileNamed(`${at}.md`);
      named.isFile = () => {
        stretch.step();
        return true;
      };
      return named;
    });
    try {
      const calls = { ...nodeFileCalls, readdirTypes: () => Promise.resolve(slow) };
      await new NodeFiles(folder.path, calls).list('', ['.md']);
      assert.ok(stretch.end() <= 30, `${stretch.end()} files without a turn`);
    } finally {
      folder.remove();
    }
  });

  it('stops at 200,000 and says so [C58]', async () => {
    const folder = new TemporaryFolder({ 'retro/entries/a.md': 'a' });
    try {
      const files = new NodeFiles(folder.path, vastFolder(200_001));
      const listing = await files.list('retro/entries', ['.md']);
      assert.ok(listing.state === 'listed');
      assert.equal(listing.files.length, 200_000);
      assert.deepEqual(
        listing.skipped.map((skipped) => skipped.reason),
        ['too-many'],
      );
      const all = await new NodeFiles(folder.path, vastFolder(200_000)).list('retro/entries', ['.md']);
      assert.deepEqual(all.state === 'listed' && all.skipped, []);
    } finally {
      folder.remove();
    }
  });
});

describe('names that some systems take for one', () => {
  it('are each reported once, but for the first [C47] [C48]', () => {
    const names = ['WIN.md', 'Win.md', 'win.md'];
    for (const order of [names, names.toReversed()]) {
      const reported: string[] = [];
      const check = new NameCheck((name) => reported.push(name));
      order.forEach((name) => check.see(name));
      assert.deepEqual(reported.toSorted(), ['Win.md', 'win.md']);
    }
  });
});

describe('the names that every system can have', () => {
  for (const name of [
    '2026-11-23-cache-stampede-k3f9q2xa.md',
    '.gitattributes',
    'é.md',
    'con-text.md',
    'x~.md',
    'a.b.c',
    'COM10.md',
  ]) {
    it(`are such as ${name} [C46]`, () => assert.equal(portableNameProblem(name), undefined));
  }
});

import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { type Located, locateLog } from '../../src/node/locateLog.ts';
import { TemporaryFolder } from '../support/temporaryFolder.ts';
import { refuses, wayOut } from './files/filesContract.ts';

const onWindows = process.platform === 'win32';

/** Paths of files in a home folder, where to start, and which root and folder are found. */
const cases: readonly {
  readonly fact: string;
  readonly files: readonly string[];
  readonly start?: string;
  readonly name?: string;
  readonly found: { readonly root: string; readonly folder: string; readonly exists: boolean };
}[] = [
  {
    fact: 'finds the log of the repository from any place in it',
    files: ['p/.git/HEAD', 'p/retro/entries/2026/a.md', 'p/src/deep/x.ts'],
    start: 'p/src/deep',
    found: { root: 'p', folder: 'retro', exists: true },
  },
  {
    fact: 'finds it from inside the log',
    files: ['p/.git/HEAD', 'p/retro/entries/2026/a.md'],
    start: 'p/retro/entries/2026',
    found: { root: 'p', folder: 'retro', exists: true },
  },
  {
    fact: 'finds it from a file',
    files: ['p/.git/HEAD', 'p/retro/meetings/m.md', 'p/src/x.ts'],
    start: 'p/src/x.ts',
    found: { root: 'p', folder: 'retro', exists: true },
  },
  {
    fact: 'takes a folder of pulses for a log',
    files: ['p/retro/pulses/m.md'],
    start: 'p',
    found: { root: 'p', folder: 'retro', exists: true },
  },
  {
    fact: 'takes settings alone for a log',
    files: ['p/retro/retro.yml'],
    start: 'p',
    found: { root: 'p', folder: 'retro', exists: true },
  },
  {
    fact: 'recognises a folder of another name by its settings',
    files: ['p/.git/HEAD', 'p/journal/retro.yml', 'p/src/x.ts'],
    start: 'p/src',
    found: { root: 'p', folder: 'journal', exists: true },
  },
  {
    fact: 'takes retro where it stands beside another',
    files: ['p/.git/HEAD', 'p/journal/retro.yml', 'p/retro/entries/a.md'],
    start: 'p',
    found: { root: 'p', folder: 'retro', exists: true },
  },
  {
    fact: 'does not take a folder of another name without settings, or settings one floor deeper',
    files: ['p/.git/HEAD', 'p/journal/entries/a.md', 'p/docs/team/retro.yml', 'p/node_modules/x/index.js'],
    start: 'p',
    found: { root: 'p', folder: 'retro', exists: false },
  },
  {
    fact: 'does not take a folder called retro that holds something else',
    files: ['p/.git/HEAD', 'p/retro/game.ts'],
    start: 'p/retro',
    found: { root: 'p', folder: 'retro', exists: false },
  },
  {
    fact: 'takes the folder that was named, at any depth, and no other',
    files: ['p/.git/HEAD', 'p/docs/team/entries/a.md', 'p/retro/retro.yml', 'p/src/x.ts'],
    start: 'p/src',
    name: 'docs/team',
    found: { root: 'p', folder: 'docs/team', exists: true },
  },
  {
    fact: 'says where the named folder would be',
    files: ['p/.git/HEAD', 'p/retro/retro.yml', 'p/src/x.ts'],
    start: 'p/src',
    name: 'journal',
    found: { root: 'p', folder: 'journal', exists: false },
  },
  {
    fact: 'ends at a repository whose .git is a file, as in a worktree or a submodule [D67]',
    files: ['.git/HEAD', 'retro/retro.yml', 'sub/.git', 'sub/src/x.ts'],
    start: 'sub/src',
    found: { root: 'sub', folder: 'retro', exists: false },
  },
  {
    fact: 'does not let a home folder that is a repository take a project [D71]',
    files: ['.git/HEAD', 'retro/retro.yml', 'code/p/.git/HEAD', 'code/p/src/x.ts'],
    start: 'code/p/src',
    found: { root: 'code/p', folder: 'retro', exists: false },
  },
  {
    fact: 'takes the home folder where nothing is nearer [D71]',
    files: ['.git/HEAD', 'retro/retro.yml', 'notes/x.md'],
    start: 'notes',
    found: { root: '.', folder: 'retro', exists: true },
  },
  {
    fact: 'takes a log that is nearer than the repository',
    files: ['.git/HEAD', 'retro/retro.yml', 'team/retro/retro.yml', 'team/src/x.ts'],
    start: 'team/src',
    found: { root: 'team', folder: 'retro', exists: true },
  },
  {
    fact: 'takes the start itself where there is neither log nor repository',
    files: ['p/src/x.ts'],
    start: 'p/src',
    found: { root: 'p/src', folder: 'retro', exists: false },
  },
  {
    fact: 'finds a log outside of any repository',
    files: ['p/retro/entries/a.md', 'p/src/x.ts'],
    start: 'p/src',
    found: { root: 'p', folder: 'retro', exists: true },
  },
];

describe('looking for the log', () => {
  let home: TemporaryFolder;
  const located = async (start: string, name?: string): Promise<Located> => locateLog(home.at(start), name);
  const make = (files: readonly string[]): void => {
    home = new TemporaryFolder(Object.fromEntries(files.map((file) => [file, ''])));
  };
  afterEach(() => home.remove());

  for (const { fact, files, start = '.', name, found } of cases) {
    it(fact, async () => {
      make(files);
      assert.deepEqual(await located(start, name), { ...found, root: home.at(found.root) });
    });
  }

  for (const name of [...wayOut, '../retro', 'retro/../..', '/retro', 'C:\\retro', '.git']) {
    it(`refuses ${JSON.stringify(name)} as the folder of the log [C43]`, async () => {
      make(['p/.git/HEAD', 'retro/retro.yml']);
      await refuses(located('p', name), 'bad-input');
    });
  }

  it('refuses a log that is a link, whether it leads to one, elsewhere or nowhere [C44]', async function () {
    if (onWindows) {
      this.skip();
    }
    make([
      'p/.git/HEAD',
      'q/.git/HEAD',
      'r/.git/HEAD',
      's/.git/HEAD',
      's/docs/x',
      'real/retro.yml',
      'empty/x',
    ]);
    symlinkSync('../real', home.at('p/retro'));
    symlinkSync('../empty', home.at('q/retro'));
    symlinkSync('../nowhere', home.at('r/retro'));
    symlinkSync('../..', home.at('s/docs/up'));
    for (const start of ['p', 'q', 'r']) {
      await refuses(located(start), 'bad-path', /symbolic link/);
      await refuses(located(start, 'retro'), 'bad-path', /symbolic link/);
    }
    await refuses(located('s', 'docs/up/real'), 'bad-path', /symbolic link/);
  });

  it('does not take another folder that is a link for a log [C44]', async function () {
    if (onWindows) {
      this.skip();
    }
    make(['p/.git/HEAD', 'real/retro.yml']);
    symlinkSync('../real', home.at('p/journal'));
    assert.equal((await located('p')).exists, false);
    await refuses(located('p', 'journal'), 'bad-path', /symbolic link/);
  });

  it('says so where two folders beside each other are logs', async () => {
    make(['p/.git/HEAD', 'p/one/retro.yml', 'p/two/retro.yml']);
    await refuses(located('p'), 'ambiguous', /“one”, “two”/);
    assert.equal((await located('p', 'two')).folder, 'two');
  });

  it('passes over a log that anyone could have put above the start', async function () {
    if (onWindows) {
      this.skip();
    }
    make(['shared/trap/retro.yml', 'shared/mine/x.ts']);
    chmodSync(home.at('shared'), 0o1777);
    assert.deepEqual(await located('shared/mine'), {
      root: home.at('shared/mine'),
      folder: 'retro',
      exists: false,
    });
    assert.equal((await located('shared')).folder, 'trap');
  });

  it('says that the start is missing', async () => {
    make(['p/.git/HEAD']);
    await refuses(located('p/none'), 'not-found');
  });

  it('makes nothing', async () => {
    make(['p/.git/HEAD']);
    mkdirSync(home.at('p/src'));
    await located('p/src');
    assert.deepEqual(home.paths, ['p/.git/HEAD']);
  });
});

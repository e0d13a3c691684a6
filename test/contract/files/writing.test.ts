import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { type CallName, systemError, watchedCalls } from '../../support/countedCalls.ts';
import { NoPatience } from '../../support/noPatience.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { refuses, wayOut } from './filesContract.ts';

const onWindows = process.platform === 'win32';
const path = 'retro/entries/a.md';

describe('writing a real file', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder({ [path]: 'old', 'outside/a.md': 'outside' });
  });
  afterEach(() => folder.remove());

  /** Files whose disk does `act` right before the first call of a name. */
  function filesThatMeet(call: CallName, act: () => void): NodeFiles {
    let met = false;
    const calls = watchedCalls((name) => {
      if (name === call && !met) {
        met = true;
        act();
      }
    });
    return new NodeFiles(folder.path, calls, new NoPatience());
  }

  it('changes nothing outside the root, whatever the path [C43]', async () => {
    const root = folder.at('retro');
    const before = snapshot(folder.path);
    const files = new NodeFiles(root);
    for (const path of [...wayOut, '../outside/a.md', '..\\outside\\a.md', folder.at('outside/a.md')]) {
      await refuses(
        files.update(path, () => 'x'),
        'bad-path',
      );
      await refuses(
        files.update(path, () => null),
        'bad-path',
      );
    }
    assert.deepEqual(snapshot(folder.path), before);
  });

  it('is refused through a link in any place of the path [C44]', async function () {
    if (onWindows) {
      this.skip();
    }
    symlinkSync('outside', folder.at('log'));
    symlinkSync('../outside', folder.at('retro/linked'));
    symlinkSync('../../outside/a.md', folder.at('retro/entries/link.md'));
    symlinkSync('../../outside/new.md', folder.at('retro/entries/dangling.md'));
    const before = snapshot(folder.path);
    const files = new NodeFiles(folder.path);
    const throughLinks = ['log/a.md', 'log/new/b.md', 'retro/linked/a.md', 'retro/linked/b.md'];
    for (const path of [...throughLinks, 'retro/entries/link.md', 'retro/entries/dangling.md']) {
      await refuses(
        files.update(path, () => 'x'),
        'bad-path',
        /symbolic link/,
      );
      await refuses(
        files.update(path, () => null),
        'bad-path',
        /symbolic link/,
      );
    }
    assert.deepEqual(snapshot(folder.path), before);
  });

  it('may go through a link above the root, as a checkout can be reached through one', async function () {
    if (onWindows) {
      this.skip();
    }
    symlinkSync('.', folder.at('way'));
    assert.equal(await new NodeFiles(folder.at('way')).update(path, () => 'new'), 'changed');
    assert.equal(folder.textOf(path), 'new');
  });

  for (const call of ['mkdir', 'rename', 'open', 'write', 'fsync'] as const) {
    it(`is refused where a folder becomes a link before the first ${call} [C44]`, async function () {
      if (onWindows) {
        this.skip();
      }
      const files = filesThatMeet(call, () => {
        renameSync(folder.at('retro/entries'), folder.at('retro/away'));
        symlinkSync('../outside', folder.at('retro/entries'));
      });
      const before = readdirSync(folder.at('outside'));
      await assert.rejects(
        files.update(path, () => 'new'),
        /symbolic link|could not be written/,
      );
      assert.equal(folder.textOf('outside/a.md'), 'outside');
      assert.deepEqual(readdirSync(folder.at('outside')), before);
      assert.equal(folder.textOf('retro/away/a.md'), 'old');
    });
  }

  it('is refused where the file becomes a link meanwhile [C44]', async function () {
    if (onWindows) {
      this.skip();
    }
    const files = filesThatMeet('fsync', () => {
      unlinkSync(folder.at(path));
      symlinkSync('../../outside/a.md', folder.at(path));
    });
    await refuses(
      files.update(path, () => 'new'),
      'bad-path',
    );
    assert.equal(folder.textOf('outside/a.md'), 'outside');
  });

  it('starts again from what another program wrote meanwhile [C60]', async () => {
    const seen: (string | undefined)[] = [];
    const files = filesThatMeet('fsync', () => folder.write(path, 'theirs'));
    const add = (current: string | undefined): string => {
      seen.push(current);
      return `${current} and ours`;
    };
    assert.equal(await files.update(path, add), 'changed');
    assert.equal(folder.textOf(path), 'theirs and ours');
    assert.deepEqual(seen, ['old', 'theirs']);
  });

  it('starts again where another program made the file meanwhile [C60]', async () => {
    const files = filesThatMeet('fsync', () => folder.write('retro/entries/b.md', 'theirs'));
    const create = (current: string | undefined): string | undefined =>
      current === undefined ? 'ours' : undefined;
    assert.equal(await files.update('retro/entries/b.md', create), 'unchanged');
    assert.equal(folder.textOf('retro/entries/b.md'), 'theirs');
  });

  it('removes nothing that it has not seen [C60]', async () => {
    const files = filesThatMeet('access', () => folder.write(path, 'theirs'));
    const removeOld = (current: string | undefined): null | undefined =>
      current === 'old' ? null : undefined;
    assert.equal(await files.update(path, removeOld), 'unchanged');
    assert.equal(folder.textOf(path), 'theirs');
  });

  it('gives up on a file that never stays the same [C60]', async () => {
    let count = 0;
    const calls = watchedCalls((name) => {
      if (name === 'fsync') {
        count += 1;
        folder.write(path, `theirs ${count}`);
      }
    });
    const files = new NodeFiles(folder.path, calls, new NoPatience());
    await refuses(
      files.update(path, () => 'ours'),
      'busy',
    );
    assert.equal(folder.textOf(path), `theirs ${count}`);
    assert.deepEqual(folder.leftovers, []);
  });

  it('tries again for about two seconds where another program has the file open [C54]', async () => {
    for (const code of ['EBUSY', 'EPERM', 'EACCES']) {
      for (const [times, outcome] of [
        [5, 'new'],
        [Number.POSITIVE_INFINITY, 'old'],
      ] as const) {
        folder.write(path, 'old');
        let count = 0;
        const calls = watchedCalls((name, [, to]) => {
          if (name === 'rename' && to === folder.at(path) && count++ < times) {
            throw systemError(code, 'rename');
          }
        });
        const patience = new NoPatience();
        const work = new NodeFiles(folder.path, calls, patience).update(path, () => 'new');
        await (outcome === 'new' ? work : refuses(work, 'cannot-write'));
        assert.equal(folder.textOf(path), outcome, code);
        assert.deepEqual(folder.leftovers, []);
        assert.ok(
          outcome === 'new' ? patience.waited < 2_000 : patience.waited >= 2_000 && patience.waited < 3_000,
        );
      }
    }
  });

  it('has the disk keep the text before it gets its name, and the name before it is done [C51] [C64]', async () => {
    const seen: CallName[] = [];
    const calls = watchedCalls((name) => seen.push(name));
    const files = new NodeFiles(folder.path, calls);
    await files.update(path, () => 'new');
    const put = ['write', 'fchmod', 'fsync', 'close', 'rename', 'open', 'fsync', 'close'];
    assert.deepEqual(
      seen
        .slice(seen.indexOf('write'))
        .filter((name) => name !== 'lstat')
        .slice(0, put.length),
      put,
    );
    seen.length = 0;
    await files.update(path, () => null);
    const gone = ['unlink', 'open', 'fsync', 'close'];
    assert.deepEqual(seen.slice(seen.indexOf('unlink'), seen.indexOf('unlink') + gone.length), gone);
    seen.length = 0;
    await files.update('retro/new/b.md', () => 'new');
    assert.deepEqual(seen.slice(seen.indexOf('mkdir')).slice(0, 4), ['mkdir', 'open', 'fsync', 'close']);
  });

  it('keeps its temporary file in the folder of the file, whose disk is the same [C55]', async () => {
    const moves: string[] = [];
    const calls = watchedCalls((name, [from, to]) => {
      if (name === 'rename') {
        moves.push(`${dirname(String(from))} ${dirname(String(to))}`);
      }
    });
    await new NodeFiles(folder.path, calls).update(path, () => 'new');
    const own = dirname(folder.at(path));
    assert.deepEqual([...new Set(moves)], [`${own} ${own}`]);
  });

  it('keeps the permissions of a file, whatever the mask of the process', async function () {
    if (onWindows) {
      this.skip();
    }
    for (const mode of [0o600, 0o664, 0o755]) {
      chmodSync(folder.at(path), mode);
      assert.equal(await new NodeFiles(folder.path).update(path, () => `mode ${mode}`), 'changed');
      assert.equal(statSync(folder.at(path)).mode & 0o7777, mode);
    }
  });

  it('is an error for a file that may not be written, which stays [C50]', async function () {
    if (onWindows) {
      this.skip();
    }
    chmodSync(folder.at(path), 0o444);
    assert.match(writeAsNobodySpecial(folder, path), /^cannot-write /);
    assert.equal(folder.textOf(path), 'old');
    chmodSync(folder.at(path), 0o644);
    assert.equal(writeAsNobodySpecial(folder, path), 'changed');
  });

  it('is an error in a folder that may not be written [C50]', async function () {
    if (onWindows) {
      this.skip();
    }
    const entries = folder.at('retro/entries');
    chmodSync(entries, 0o555);
    assert.match(writeAsNobodySpecial(folder, path), /^cannot-write /);
    assert.match(writeAsNobodySpecial(folder, 'retro/entries/new/b.md'), /^cannot-write /);
    chmodSync(entries, 0o755);
    assert.equal(folder.textOf(path), 'old');
    assert.deepEqual(folder.leftovers, []);
  });

  it('takes a name of 255 bytes, and says that a longer one is too long [C49]', async () => {
    const files = new NodeFiles(folder.path);
    const longest = `${'n'.repeat(252)}.md`;
    assert.equal(await files.update(`retro/${longest}`, () => 'x'), 'created');
    assert.equal(await files.update(`retro/${longest}`, () => 'y'), 'changed');
    await refuses(
      files.update(`retro/n${longest}`, () => 'x'),
      'cannot-write',
      /too long/,
    );
    if (!onWindows) {
      const deep = Array.from({ length: 50 }, () => 'd'.repeat(100)).join('/');
      await refuses(
        files.update(`retro/${deep}/a.md`, () => 'x'),
        'cannot-write',
        /too long/,
      );
    }
    assert.deepEqual(folder.leftovers, []);
  });

  it('does not make the root again when it is gone [C57]', async () => {
    const root = folder.at('gone');
    await refuses(
      new NodeFiles(root).update('retro/a.md', () => 'x'),
      'cannot-write',
    );
    assert.ok(!readdirSync(folder.path).includes('gone'));
  });

  it('says that its folder went away meanwhile [C57]', async () => {
    const files = filesThatMeet('fsync', () => rmSync(folder.at('retro'), { recursive: true }));
    await refuses(
      files.update(path, () => 'new'),
      'cannot-write',
      /removed meanwhile/,
    );
    assert.ok(!readdirSync(folder.path).includes('retro'));
  });

  it('is refused where another folder took the place of its own meanwhile [C57]', async () => {
    const files = filesThatMeet('fsync', () => {
      renameSync(folder.at('retro/entries'), folder.at('retro/away'));
      mkdirSync(folder.at('retro/entries'));
      writeFileSync(folder.at(path), 'old');
    });
    await refuses(
      files.update(path, () => 'new'),
      'cannot-write',
      /replaced meanwhile/,
    );
    assert.equal(folder.textOf(path), 'old');
    assert.equal(folder.textOf('retro/away/a.md'), 'old');
  });

  it('asks for the other spelling of a name on a disk that takes both for one [C48]', async () => {
    folder.write('retro/Win.md', 'Win');
    const oneName =
      readdirSync(folder.at('retro')).length === 2 &&
      lstatSync(folder.at('retro/win.md'), { throwIfNoEntry: false });
    const seen: (string | undefined)[] = [];
    await new NodeFiles(folder.path).update('retro/win.md', (current) => {
      seen.push(current);
      return undefined;
    });
    assert.deepEqual([...new Set(seen)], [oneName ? 'Win' : undefined]);
    assert.equal(folder.textOf('retro/Win.md'), 'Win');
  });
});

/** Every path below a folder with its inode, size and time of change. */
function snapshot(root: string): readonly string[] {
  return readdirSync(root, { recursive: true })
    .map(String)
    .toSorted()
    .filter((path) => lstatSync(join(root, path)).isFile() || lstatSync(join(root, path)).isSymbolicLink())
    .map((path) => {
      const { ino, size, mtimeMs } = lstatSync(join(root, path));
      return `${path} ${ino} ${size} ${mtimeMs}`;
    });
}

/** Writes from a process that permissions hold for: not from one of the administrator. */
function writeAsNobodySpecial(folder: TemporaryFolder, path: string): string {
  const isAdministrator = process.getuid?.() === 0;
  const nobody = 65_534;
  if (isAdministrator) {
    for (const part of ['', 'retro', 'retro/entries', 'retro/entries/a.md']) {
      chownSync(folder.at(part), nobody, nobody);
    }
  }
  const program = fileURLToPath(new URL('./writeOnce.js', import.meta.url));
  // The program itself becomes nobody, after it was loaded: nobody may not be able to read it.
  const become = isAdministrator ? [String(nobody)] : [];
  const child = spawnSync(process.execPath, [program, folder.path, path, ...become], {
    encoding: 'utf8',
    cwd: folder.path,
  });
  assert.equal(child.status, 0, child.stderr);
  return child.stdout;
}

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { excludeTemporaryFiles } from '../../../src/node/files/excludeTemporaryFiles.ts';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { lockName, temporaryName } from '../../../src/node/files/ownNames.ts';
import { thisWriter } from '../../../src/node/files/writer.ts';
import { watchedCalls } from '../../support/countedCalls.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { refuses } from './filesContract.ts';

describe('what killed writers leave', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder({ 'retro/entries/2026/a.md': 'a' });
  });
  afterEach(() => folder.remove());

  /** The claim of a writer whose process has ended. */
  async function goneClaim(): Promise<string> {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'close');
    return `${thisWriter().machine}-${child.pid}-x-00000000-1`;
  }

  it('is removed at the next start: temporary files, locks, and locks in the making [C56]', async () => {
    const claim = await goneClaim();
    const other = claim.replace(/1$/, '2');
    folder.write(`retro/entries/2026/${temporaryName(claim)}`, 'half a te');
    folder.write(`retro/${temporaryName(other)}/${other}`, '');
    folder.write(`retro/${lockName('a.md')}/${claim}`, '');
    const removed = await new NodeFiles(folder.path).removeStaleFiles('retro');
    assert.deepEqual(
      [...removed].toSorted(),
      [
        `retro/${temporaryName(other)}`,
        `retro/${lockName('a.md')}`,
        `retro/entries/2026/${temporaryName(claim)}`,
      ].toSorted(),
    );
    assert.deepEqual(folder.leftovers, []);
    assert.deepEqual(folder.paths, ['retro/entries/2026/a.md']);
    assert.deepEqual(await new NodeFiles(folder.path).removeStaleFiles('retro'), []);
  });

  it('stays where its writer is alive or on another machine, or where it is none of ours [C56]', async () => {
    const gone = await goneClaim();
    const alive = `${thisWriter().name}-1`;
    const away = gone.replace(/^[0-9a-f]{8}/, '00000000');
    const names = [
      temporaryName(alive),
      temporaryName(away),
      `${lockName('b.md')}/${alive}`,
      `${lockName('c.md')}/${away}`,
      '.retrolog-notes.tmp',
      `${temporaryName(gone)}.md`,
      `node_modules/${temporaryName(gone)}`,
    ];
    names.forEach((name) => folder.write(`retro/${name}`, ''));
    const before = folder.paths;
    assert.deepEqual(await new NodeFiles(folder.path).removeStaleFiles(''), []);
    assert.deepEqual(folder.paths, before);
  });

  it('is left where removing it would take something else along [C56]', async () => {
    const claim = await goneClaim();
    folder.write(`retro/${temporaryName(claim)}/mine.txt`, 'mine');
    assert.deepEqual(await new NodeFiles(folder.path).removeStaleFiles(''), []);
    assert.equal(folder.textOf(`retro/${temporaryName(claim)}/mine.txt`), 'mine');
  });

  it('is not looked for behind a link [C44]', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const outside = `outside/${temporaryName(await goneClaim())}`;
    folder.write(outside, '');
    symlinkSync('../outside', folder.at('retro/linked'));
    const files = new NodeFiles(folder.at('retro'));
    assert.deepEqual(await files.removeStaleFiles(''), []);
    assert.deepEqual(await files.removeStaleFiles('linked'), []);
    assert.ok(folder.paths.includes(outside));
    assert.deepEqual(await files.removeStaleFiles('none'), []);
  });
});

describe('temporary files in a repository', function () {
  this.timeout(30_000);
  let repository: GitRepository;
  let excludeFile: string;
  beforeEach(() => {
    repository = new GitRepository();
    excludeFile = join(repository.folder, '.git', 'info', 'exclude');
  });
  afterEach(() => repository.remove());

  /** What git lists as new while a file is being written. */
  async function statusDuringUpdate(): Promise<string> {
    let status = '';
    const calls = watchedCalls((name) => {
      if (name === 'fsync' && status === '') {
        status = repository.git('status', '--porcelain', '--untracked-files=all');
      }
    });
    repository.write('retro/a.md', 'a');
    await new NodeFiles(repository.folder, calls).update('retro/a.md', () => String(Math.random()));
    return status;
  }

  it('are none of git’s business once they are excluded [C56]', async () => {
    assert.match(await statusDuringUpdate(), /\.retrolog-.*\.tmp/);
    assert.equal(await excludeTemporaryFiles(excludeFile), true);
    assert.equal(await statusDuringUpdate(), '?? retro/a.md');
    assert.equal(repository.git('status', '--porcelain'), '?? retro/');
  });

  it('are excluded by one line, which is added once, and all other lines stay', async () => {
    for (const before of ['', '# mine\n*.log', '# mine\r\n*.log\r\n', '\n']) {
      writeFileSync(excludeFile, before);
      const all = await Promise.all([1, 2, 3].map(() => excludeTemporaryFiles(excludeFile)));
      assert.deepEqual(all.filter(Boolean), [true]);
      const text = readFileSync(excludeFile, 'utf8');
      assert.ok(text.startsWith(before));
      assert.equal(text.slice(before.length).trim(), '.retrolog-*.tmp');
    }
  });

  it('are excluded where git has made no such file yet', async () => {
    const file = join(repository.folder, '.git', 'other', 'exclude');
    assert.equal(await excludeTemporaryFiles(file), true);
    assert.equal(await excludeTemporaryFiles(file), false);
    assert.equal(readFileSync(file, 'utf8'), '.retrolog-*.tmp\n');
  });

  it('are cleared away beside the exclude file too [C56]', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'close');
    const { machine } = thisWriter();
    const stale = temporaryName(`${machine}-${child.pid}-x-00000000-1`);
    repository.write(`.git/info/${stale}`, '');
    await excludeTemporaryFiles(excludeFile);
    assert.ok(!existsSync(join(dirname(excludeFile), stale)));
  });

  it('do not cost a file that is not text', async () => {
    writeFileSync(excludeFile, Buffer.from([0xff, 0xfe, 0x00]));
    await refuses(excludeTemporaryFiles(excludeFile), 'cannot-read');
  });
});

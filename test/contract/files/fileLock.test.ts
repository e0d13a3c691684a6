import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeFileCalls } from '../../../src/node/files/fileCalls.ts';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { lockName } from '../../../src/node/files/ownNames.ts';
import { thisWriter, type Writer } from '../../../src/node/files/writer.ts';
import { systemError, watchedCalls } from '../../support/countedCalls.ts';
import { NoPatience } from '../../support/noPatience.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { refuses } from './filesContract.ts';

const tellsStart = thisWriter().start !== 'x';

describe('the lock of a file', function () {
  this.timeout(20_000);
  let folder: TemporaryFolder;
  let patience: NoPatience;
  let files: NodeFiles;
  beforeEach(() => {
    folder = new TemporaryFolder({ 'n.md': '0' });
    patience = new NoPatience();
    files = new NodeFiles(folder.path, nodeFileCalls, patience);
  });
  afterEach(() => folder.remove());

  const add = (current: string | undefined): string => String(Number(current) + 1);

  /** Puts down a lock as some other writer would have left it. */
  function plantLock(holder: Partial<Writer>): string {
    const { machine, pid, start, nonce } = { ...thisWriter(), ...holder };
    const lock = folder.at(lockName('n.md'));
    mkdirSync(lock, { recursive: true });
    writeFileSync(`${lock}/${machine}-${pid}-${start}-${nonce}-1`, '');
    return lock;
  }

  /** A process that holds the lock of `n.md`, and does nothing else any more. */
  async function holder(): Promise<ChildProcess> {
    const program = fileURLToPath(new URL('./lockHolder.js', import.meta.url));
    const child = spawn(process.execPath, [program, folder.path, 'n.md'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  it('is respected while its holder lives, and taken over once it is killed [C62]', async () => {
    const child = await holder();
    try {
      await refuses(files.update('n.md', add), 'busy', /delete the folder/);
      assert.ok(patience.waited >= patience.forLock);
      assert.equal(folder.textOf('n.md'), '0');
    } finally {
      await kill(child);
    }
    patience.waited = 0;
    assert.equal(await files.update('n.md', add), 'changed');
    assert.equal(patience.waited, 0);
    assert.deepEqual(folder.leftovers, []);
  });

  it('is judged by who holds it, not by its age or the clock [C62]', async () => {
    const lock = plantLock({});
    for (const years of [-10, 10]) {
      const time = new Date(Date.now() + years * 365 * 86_400_000);
      utimesSync(lock, time, time);
      await refuses(files.update('n.md', add), 'busy');
    }
    assert.equal(readdirSync(lock).length, 1);
  });

  it('is free where the number of its holder belongs to another process now [C62]', async function () {
    if (!tellsStart) {
      this.skip();
    }
    plantLock({ start: `${thisWriter().start}1` });
    assert.equal(await files.update('n.md', add), 'changed');
    assert.equal(patience.waited, 0);
    plantLock({ pid: process.ppid, start: 'beforetherestart' });
    assert.equal(await files.update('n.md', add), 'changed');
    assert.deepEqual(folder.leftovers, []);
  });

  it('is free where no process has the number of its holder [C62]', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'close');
    plantLock({ pid: child.pid ?? 0 });
    assert.equal(await files.update('n.md', add), 'changed');
    assert.deepEqual(folder.leftovers, []);
  });

  it('is respected for a time where another machine holds it, and then named [C62]', async () => {
    const lock = plantLock({ machine: '00000000', pid: 1 });
    await refuses(files.update('n.md', add), 'busy', /retrolog-lock-/);
    assert.ok(patience.waited >= patience.forLock);
    assert.equal(readdirSync(lock).length, 1);
    assert.equal(folder.textOf('n.md'), '0');
  });

  it('lets those in who wait as soon as it is let go', async () => {
    const lock = plantLock({});
    const waiting = new (class extends NoPatience {
      override async pause(milliseconds: number): Promise<void> {
        await super.pause(milliseconds);
        if (this.waited > 100) {
          readdirSync(lock).forEach((name) => unlinkSync(`${lock}/${name}`));
        }
      }
    })();
    assert.equal(await new NodeFiles(folder.path, nodeFileCalls, waiting).update('n.md', add), 'changed');
    assert.deepEqual(folder.leftovers, []);
  });

  it('that nobody holds any more is no obstacle, nor is a file in its place more than one', async () => {
    mkdirSync(folder.at(lockName('n.md')));
    assert.equal(await files.update('n.md', add), 'changed');
    folder.write(lockName('n.md'), '');
    await refuses(files.update('n.md', add), 'busy');
  });

  it('that is a link leads nowhere [C44]', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const gone = `${thisWriter().machine}-999999999-x-00000000-1`;
    folder.write(`outside/${gone}`, '');
    symlinkSync('outside', folder.at(lockName('n.md')));
    await refuses(files.update('n.md', add), 'busy');
    await files.removeStaleFiles('');
    assert.deepEqual(readdirSync(folder.at('outside')), [gone]);
  });

  it('passes to one of many who find its holder gone [C61] [C62]', async () => {
    const rounds = 40;
    const writers = Array.from({ length: 8 }, () => new NodeFiles(folder.path));
    for (let round = 0; round < rounds; round++) {
      plantLock({ pid: 999_999_999, nonce: String(round).padStart(8, '0') });
      await Promise.all(writers.map((writer) => writer.update('n.md', add)));
    }
    assert.equal(folder.textOf('n.md'), String(rounds * writers.length));
    assert.deepEqual(folder.leftovers, []);
  });

  it('is let go in the end where another program looks into it meanwhile [C54]', async () => {
    let count = 0;
    const calls = watchedCalls((name, [path]) => {
      if (name === 'unlink' && String(path).includes('retrolog-lock-') && count++ < 3) {
        throw systemError('EBUSY', 'unlink');
      }
    });
    assert.equal(await new NodeFiles(folder.path, calls, patience).update('n.md', add), 'changed');
    assert.equal(count, 4);
    assert.deepEqual(folder.leftovers, []);
  });

  it('is free where its holder was killed and nobody has noticed yet [C62]', async function () {
    if (!tellsStart) {
      this.skip();
    }
    const program = fileURLToPath(new URL('./lockHolder.js', import.meta.url));
    const script = '"$0" "$1" "$2" n.md & echo $!; exec sleep 1000';
    const child = spawn('sh', ['-c', script, process.execPath, program, folder.path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let output = '';
      for await (const text of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
        output += String(text);
        if (output.includes('held')) {
          break;
        }
      }
      process.kill(Number(/\d+/.exec(output)?.[0]), 'SIGKILL');
      const eager = new NodeFiles(folder.path);
      assert.equal(await eager.update('n.md', add), 'changed');
    } finally {
      await kill(child);
    }
  });

  it('that could not be let go is taken again by the same writer, and by nobody else', async () => {
    let broken = true;
    const calls = watchedCalls((name, [path]) => {
      if (broken && name === 'unlink' && String(path).includes('retrolog-lock-')) {
        throw systemError('EIO', 'unlink');
      }
    });
    const writer = new NodeFiles(folder.path, calls, patience);
    assert.equal(await writer.update('n.md', add), 'changed');
    broken = false;
    await refuses(files.update('n.md', add), 'busy');
    assert.equal(await writer.update('n.md', add), 'changed');
    assert.equal(await files.update('n.md', add), 'changed');
    assert.equal(folder.textOf('n.md'), '3');
    assert.deepEqual(folder.leftovers, []);
  });
});

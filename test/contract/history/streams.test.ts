import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { GitStream } from '../../../src/core/git/gitStream.ts';
import { GitAsker } from '../../../src/node/git/askGit.ts';
import { fieldCutter } from '../../../src/node/git/streamFields.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { modernVersion, standInGit } from '../git/standInGit.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 60_000;

/** Asks for lines as they are. */
function linesOf(...args: readonly string[]): GitStream<string> {
  return {
    args,
    separator: '\n',
    reader: (emit) => (field) => {
      if (field !== undefined) {
        emit(field);
      }
    },
  };
}

describe('fields', () => {
  it('are the same, in whatever pieces they come', () => {
    const texts = ['', 'one', 'zwei €', '\u{1f600}'.repeat(50), '', 'last'];
    const bytes = Buffer.from(texts.map((text) => `${text}\0`).join(''));
    for (let size = 1; size < bytes.length; size += 1) {
      const found: string[] = [];
      const cut = fieldCutter('\0', (field) => void found.push(field));
      for (let at = 0; at < bytes.length; at += size) {
        assert.equal(cut(bytes.subarray(at, at + size)), true);
      }
      assert.deepEqual(found, texts, `in pieces of ${size}`);
    }
  });

  it('are not held without end', () => {
    const cut = fieldCutter('\0', () => undefined);
    const piece = randomBytes(1024 * 1024).map((byte) => byte | 1);
    let pieces = 0;
    while (pieces < 100 && cut(Buffer.from(piece))) {
      pieces += 1;
    }
    assert.equal(pieces, 64);
  });
});

describe('a git that is read as it speaks', function () {
  this.timeout(patience);
  let repository: GitRepository;
  beforeEach(() => {
    repository = new GitRepository();
  });
  afterEach(() => repository.remove());

  function asker(script: string, timeLimit = 15_000): GitAsker {
    const { folder, environment, base } = repository;
    const executable = standInGit(join(base, 'stand-in'), `${modernVersion}\n${script}`);
    return new GitAsker({ root: folder, environment, timeLimit, executable });
  }

  it('is stopped when it is silent for too long, and when it does not stop [D77]', async () => {
    const answer = await asker("echo one; trap '' TERM; while :; do sleep 0.1; done", 500).stream(
      linesOf('log'),
      () => true,
    );
    assert.deepEqual(
      answer.state === 'failed' && /did not answer within 0.5 seconds/.test(answer.reason),
      true,
    );
  });

  it('is waited for as long as it speaks', async () => {
    const answer = await asker('for n in 1 2 3 4 5 6; do echo $n; sleep 0.2; done', 700).stream(
      linesOf('log'),
      () => true,
    );
    assert.deepEqual(answer, { state: 'ok', value: 6 });
  });

  it('is stopped when that is enough, though it would go on for ever', async () => {
    const taken: string[] = [];
    const answer = await asker('n=0; while n=$((n+1)); do echo $n; done').stream(linesOf('log'), (line) => {
      taken.push(line);
      return taken.length < 3;
    });
    assert.deepEqual([answer, taken], [{ state: 'ok', value: 3 }, ['1', '2', '3']]);
  });

  it('is stopped when it is cancelled, also while it is silent', async () => {
    const cancellation = { aborted: false };
    const answer = await asker('echo one; sleep 30').stream(
      linesOf('log'),
      () => {
        cancellation.aborted = true;
      },
      cancellation,
    );
    assert.deepEqual(answer, { state: 'failed', reason: 'It was cancelled.' });
  });

  it('fails with its own reason, also where it is the first of two', async () => {
    for (const script of [
      "echo 'fatal: one' >&2; exit 3",
      'case "$*" in *patch-id*) cat;; *) echo \'fatal: one\' >&2; exit 3;; esac',
    ]) {
      const command = { ...linesOf('log'), through: ['patch-id'] };
      const answer = await asker(script).stream(command, () => true);
      assert.deepEqual(answer, { state: 'failed', reason: 'git could not read the repository: one' });
    }
  });

  it('throws on what a reader throws, and leaves no process behind', async () => {
    const reading = asker('while :; do echo one; done').stream(linesOf('log'), () => {
      throw new Error('a bug');
    });
    await assert.rejects(reading, /a bug/);
  });

  it('is not started where there is no folder, or no git [D65]', async () => {
    const { base, environment } = repository;
    const nowhere = new GitAsker({ root: join(base, 'nowhere'), environment });
    assert.equal((await nowhere.stream(linesOf('log'), () => true)).state, 'failed');
    const without = new GitAsker({ root: base, environment: { ...environment, PATH: '' } });
    const answer = await without.stream(linesOf('log'), () => true);
    assert.ok(answer.state === 'failed' && answer.reason.includes('was not found'));
  });
});

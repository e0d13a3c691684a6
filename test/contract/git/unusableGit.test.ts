import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeGit } from '../../../src/node/git/nodeGit.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { Canary } from './canary.ts';
import { valueOf } from './gitContract.ts';
import { modernVersion, standInGit } from './standInGit.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 30_000;

describe('a git that cannot be used', function () {
  this.timeout(patience);
  let repository: GitRepository;
  beforeEach(() => {
    repository = new GitRepository();
    repository.commit('One');
  });
  afterEach(() => repository.remove());

  async function reason(
    script: string,
    more: { timeLimit?: number; outputLimit?: number } = {},
  ): Promise<string> {
    const executable = standInGit(join(repository.base, 'bin', 'git'), script);
    const { folder: root, environment } = repository;
    const answer = await new NodeGit({ root, folder: 'retro', environment, executable, ...more }).head();
    assert.equal(answer.state, 'failed');
    return answer.state === 'failed' ? answer.reason : '';
  }

  /**
   * A program that is asked and hangs, with a limit in which it came that far: on a busy machine a program may need all
   * of a short one to start.
   *
   * @param script with a line that marks where it begins to hang
   */
  async function hanging(
    script: (mark: string) => string,
  ): Promise<{ said: string; timeLimit: number; id: number }> {
    const file = join(repository.base, 'id');
    for (let timeLimit = 300; ; timeLimit *= 2) {
      const said = await reason(script(`echo $$ > '${file}'`), { timeLimit });
      const id = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
      if (id !== 0) {
        return { said, timeLimit, id };
      }
    }
  }

  it('is not installed: says so, and finds it once it is [D65]', async () => {
    const bin = join(repository.base, 'bin');
    const environment = { ...repository.environment, PATH: bin };
    const git = new NodeGit({ root: repository.folder, folder: 'retro', environment });
    const answer = await git.head();
    assert.match(answer.state === 'failed' ? answer.reason : '', /^“git” was not found\. Install git/);
    standInGit(join(bin, 'git'), `PATH='${process.env['PATH']}' exec git "$@"`);
    assert.equal((await git.head()).state, 'ok');
  });

  it('is of a version before 2.24: names both [D65]', async () => {
    for (const version of ['2.17.1', '2.23.9', '1.9']) {
      const said = await reason(`echo "git version ${version}"`);
      assert.ok(said.includes(`git ${version}.`) && said.includes('2.24'), said);
    }
  });

  it('is of a version with more to its name: is used [D65]', async () => {
    for (const version of ['2.24.0', '2.39.5 (Apple Git-154)', '2.47.0.windows.2', '3.0.rc1']) {
      const script = `case "$*" in *" version") echo "git version ${version}"; exit 0;; esac\nexec git "$@"`;
      const executable = standInGit(join(repository.base, 'bin', 'git'), script);
      const { folder: root, environment } = repository;
      valueOf(await new NodeGit({ root, folder: 'retro', environment, executable }).head());
    }
  });

  it('asks for a licence, or crashes, or is something else: says what it said [D65]', async () => {
    const licence = 'You have not agreed to the Xcode license agreements.';
    assert.match(await reason(`echo "${licence}" >&2; exit 69`), /You have not agreed to the Xcode license/);
    assert.match(await reason('kill -SEGV $$'), /stopped before it answered/);
    assert.match(await reason(`${modernVersion}\nkill -SEGV $$`), /stopped before it answered/);
    assert.match(await reason('echo hello'), /does not answer as git does/);
    assert.match(await reason('exit 3'), /exit code 3/);
    assert.match(await reason(`${modernVersion}\necho nonsense`), /could not say where/);
  });

  it('is no program at all, or a folder, or in a path that is not absolute: is not started [D65]', async () => {
    const notes = join(repository.base, 'notes.txt');
    writeFileSync(notes, 'no program');
    const own = join(repository.folder, 'tools', 'git');
    new Canary(repository.base).putAt(own);
    for (const executable of [notes, repository.base, 'tools/git', './tools/git', '']) {
      const { folder: root, environment } = repository;
      const answer = await new NodeGit({ root, folder: 'retro', environment, executable }).head();
      assert.match(answer.state === 'failed' ? answer.reason : '', /was not found/, executable);
    }
  });

  it('says things in colours and with bells: is quoted in plain text [D65]', async () => {
    const said = await reason(
      `${modernVersion}\nprintf '\\033[31mfatal: \\033]0;x\\007no\\tgood\\033[0m\\n' >&2; exit 128`,
    );
    assert.equal(said, 'git could not read the repository: no good');
  });

  it('does not trust the folder: shows git’s own way out, and changes nothing [D70]', async () => {
    const configuration = readFileSync(join(repository.base, 'gitconfig'), 'utf8');
    const said = await reason('GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git "$@"');
    assert.ok(said.endsWith(`run: git config --global --add safe.directory ${repository.folder}`), said);
    assert.equal(readFileSync(join(repository.base, 'gitconfig'), 'utf8'), configuration);
  });

  it('hangs: is stopped at the time limit, and the program is gone [D77]', async () => {
    const { said, timeLimit, id } = await hanging((mark) => `${modernVersion}\n${mark}\nexec sleep 60`);
    assert.ok(said.includes(`within ${timeLimit / 1000} seconds`), said);
    assert.equal(isRunning(id), false);
  });

  it('hangs and does not listen: is killed [D77]', async () => {
    const { said, id } = await hanging(
      (mark) => `${modernVersion}\ntrap '' INT TERM\n${mark}\nwhile :; do sleep 1; done`,
    );
    assert.match(said, /was stopped/);
    await untilGone(id);
  });

  it('hangs when asked its version: is stopped too [D77]', async () => {
    assert.match(await reason('exec sleep 60', { timeLimit: 300 }), /was stopped/);
  });

  it('takes its time again and again: all of one question keeps to one limit [D77]', async () => {
    const started = performance.now();
    const said = await reason(`sleep 0.4\n${modernVersion}\nexec git "$@"`, { timeLimit: 700 });
    assert.match(said, /within 0\.7 seconds/);
    assert.ok(performance.now() - started < 5000);
  });

  it('never stops talking: is stopped at the output limit [D77]', async () => {
    const said = await reason(`${modernVersion}\nexec yes`, { outputLimit: 1_000_000 });
    assert.match(said, /more than can be read/);
  });

  it('is in a folder that is not there', async () => {
    const { environment } = repository;
    for (const root of [join(repository.base, 'nowhere'), join(repository.base, 'gitconfig')]) {
      const answer = await new NodeGit({ root, folder: 'retro', environment }).head();
      assert.equal(answer.state, 'failed');
    }
  });
});

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilGone(id: number): Promise<void> {
  while (isRunning(id)) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

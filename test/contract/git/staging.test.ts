import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RetroError } from '../../../src/core/retroError.ts';
import { NodeStaging } from '../../../src/node/git/nodeStaging.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { standInGit } from './standInGit.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 30_000;

describe('adding files to git', function () {
  this.timeout(patience);
  let repository: GitRepository;
  let staging: NodeStaging;
  const open = (root: string, more: { pauses?: readonly number[]; executable?: string } = {}): NodeStaging =>
    new NodeStaging({ root, environment: repository.environment, ...more });
  const staged = (): string[] =>
    repository.git('diff', '--cached', '--name-only', '-z').split('\0').slice(0, -1);
  const refused = (pattern: RegExp) => (error: unknown) =>
    error instanceof RetroError && error.code === 'git' && pattern.test(error.message);

  beforeEach(() => {
    repository = new GitRepository();
    repository.commit('One', { 'a.txt': 'a\n', 'sub/b.txt': 'b\n' });
    staging = open(repository.folder);
  });
  afterEach(() => repository.remove());

  it('adds the named files and no others, and leaves HEAD alone', async () => {
    const head = repository.git('rev-parse', 'HEAD');
    for (const path of ['retro/one.md', 'retro/two.md', 'a.txt']) {
      repository.write(path, 'new\n');
    }
    await staging.stage(['retro/one.md']);
    assert.deepEqual(staged(), ['retro/one.md']);
    assert.equal(repository.git('rev-parse', 'HEAD'), head);
  });

  it('does nothing for no files', async () => {
    const index = readFileSync(join(repository.folder, '.git', 'index'), 'hex');
    await staging.stage([]);
    assert.equal(readFileSync(join(repository.folder, '.git', 'index'), 'hex'), index);
  });

  it('takes a path letter by letter, never as a pattern or an option [D73]', async () => {
    const odd = [
      '*',
      '[a].txt',
      '-x',
      '--all',
      ':(glob)**',
      ':!a',
      '?.txt',
      'a\nb',
      'quo"te',
      '#',
      '\\a',
      '😀 ü.md',
    ];
    for (const path of [...odd, 'q.txt', 'plain.txt']) {
      repository.write(path, 'x');
    }
    for (const [index, path] of odd.entries()) {
      await staging.stage([path]);
      assert.deepEqual(new Set(staged()), new Set(odd.slice(0, index + 1)), path);
    }
    repository.git('reset', '--quiet');
    await staging.stage(odd);
    assert.deepEqual(new Set(staged()), new Set(odd));
  });

  it('adds a removal, and more files than one command line holds', async () => {
    const many = Array.from({ length: 900 }, (_, index) => `retro/${'long-name-'.repeat(6)}${index}.md`);
    for (const path of many) {
      repository.write(path, 'x');
    }
    rmSync(join(repository.folder, 'a.txt'));
    await staging.stage(['a.txt', ...many]);
    assert.equal(staged().length, 901);
  });

  it('takes paths from the folder it was opened on, also in a sub-folder and a worktree [D67]', async () => {
    repository.write('sub/c.txt', 'c');
    await open(join(repository.folder, 'sub')).stage(['c.txt']);
    assert.deepEqual(staged(), ['sub/c.txt']);
    const tree = join(repository.base, 'tree');
    repository.git('worktree', 'add', '--quiet', tree, 'HEAD');
    writeFileSync(join(tree, 'd.txt'), 'd');
    await open(tree).stage(['d.txt']);
    assert.equal(repository.run({ folder: tree }, 'diff', '--cached', '--name-only'), 'd.txt');
  });

  it('waits for another program to let go of the index [D76]', async () => {
    const lock = join(repository.folder, '.git', 'index.lock');
    repository.write('e.txt', 'e');
    writeFileSync(lock, '');
    // The lock goes away when git is asked for the third time, not after a time that a slow machine may miss.
    const count = join(repository.base, 'count');
    const letGo = `case "$*" in *" add "*) echo >> '${count}'; [ "$(wc -l < '${count}')" -lt 3 ] || rm -f '${lock}';; esac`;
    const executable = standInGit(join(repository.base, 'bin', 'git'), `${letGo}\nexec git "$@"`);
    await open(repository.folder, { executable, pauses: [1, 1, 1] }).stage(['e.txt']);
    assert.deepEqual(staged(), ['e.txt']);
    assert.equal(readFileSync(count, 'utf8').length, 3);
  });

  it('gives up after about two seconds, leaves the lock, and says why [D76]', async () => {
    const lock = join(repository.folder, '.git', 'index.lock');
    writeFileSync(lock, 'held');
    repository.write('e.txt', 'e');
    const started = performance.now();
    await assert.rejects(staging.stage(['e.txt']), refused(/index\.lock.*File exists/));
    assert.ok(performance.now() - started > 1900);
    assert.equal(readFileSync(lock, 'utf8'), 'held');
    rmSync(lock);
    assert.deepEqual(staged(), []);
  });

  it('does not wait where waiting does not help', async () => {
    const slow = open(repository.folder, { pauses: [60_000] });
    await assert.rejects(slow.stage(['nowhere.md']), refused(/did not match any files/));
  });

  it('says what git said, as plain text, where git refuses [D78]', async () => {
    repository.write('.gitignore', 'secret.md\n');
    repository.write('secret.md', 'x');
    await assert.rejects(staging.stage(['secret.md']), refused(/ignored by one of your \.gitignore files/));
    await assert.rejects(staging.stage(['../outside.md']), refused(/outside repository/));
    await assert.rejects(open(repository.base).stage(['x']), refused(/not in a git repository/));
    assert.deepEqual(staged(), []);
  });

  it('leaves no lock behind where git is stopped at the time limit [D77]', async () => {
    repository.write('.gitattributes', '*.md filter=slow\n');
    repository.git('config', 'filter.slow.clean', 'sleep 30');
    repository.write('slow.md', 'x');
    const { folder: root, environment } = repository;
    await assert.rejects(
      new NodeStaging({ root, environment, timeLimit: 500 }).stage(['slow.md']),
      refused(/was stopped/),
    );
    assert.equal(existsSync(join(repository.folder, '.git', 'index.lock')), false);
  });

  describe('and committing them', () => {
    const committed = (): string[] =>
      repository.git('show', '--format=', '--name-only', '-z', 'HEAD').split('\0').slice(0, -1);

    it('commits the named files and nothing else that is in the index', async () => {
      for (const path of ['retro/one.md', 'retro/#two [x].md', 'a.txt', 'sub/b.txt']) {
        repository.write(path, 'new\n');
      }
      await staging.stage(['a.txt']);
      await staging.commit(['retro/one.md', 'retro/#two [x].md'], '#1 “quoted” $(x)\n\n- body');
      assert.deepEqual(committed().toSorted(), ['retro/#two [x].md', 'retro/one.md']);
      assert.deepEqual(staged(), ['a.txt']);
      assert.equal(repository.git('log', '-1', '--format=%B').trim(), '#1 “quoted” $(x)\n\n- body');
    });

    it('runs no hook and signs nothing [D78]', async () => {
      repository.git('config', 'commit.gpgSign', 'true');
      repository.git('config', 'gpg.program', join(repository.folder, 'nowhere'));
      const hook = join(repository.folder, '.git', 'hooks', 'pre-commit');
      mkdirSync(dirname(hook), { recursive: true });
      writeFileSync(hook, '#!/bin/sh\ntouch ran\nexit 1\n', { mode: 0o755 });
      repository.write('retro/one.md', 'new\n');
      await staging.commit(['retro/one.md'], 'Minutes');
      assert.deepEqual(committed(), ['retro/one.md']);
      assert.equal(existsSync(join(repository.folder, 'ran')), false);
    });

    it('says why git would not, and leaves the files added [D78]', async () => {
      const nobody = new NodeStaging({
        root: repository.folder,
        environment: { ...repository.environment, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
      });
      repository.git('config', 'user.useConfigOnly', 'true');
      repository.write('retro/one.md', 'new\n');
      await assert.rejects(nobody.commit(['retro/one.md'], 'Minutes'), refused(/not committed/));
      assert.deepEqual(staged(), ['retro/one.md']);
    });
  });
});

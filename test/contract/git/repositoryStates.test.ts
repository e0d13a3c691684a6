import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NodeGit } from '../../../src/node/git/nodeGit.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { valueOf } from './gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 30_000;

describe('a repository in an unusual state', function () {
  this.timeout(patience);
  let repository: GitRepository;
  let first: string;
  let second: string;
  const open = (root = repository.folder, folder = 'retro'): NodeGit =>
    new NodeGit({ root, folder, environment: repository.environment });

  beforeEach(() => {
    repository = new GitRepository();
    first = repository.commit('First', { 'a.txt': 'a\n', 'sub/b.txt': 'b\n' });
    second = repository.commit('Second', { 'a.txt': 'A\n', 'sub/retro/e.md': 'e\n', 'retro/f.md': 'f\n' });
  });
  afterEach(() => repository.remove());

  it('has no branch where HEAD is detached [D66]', async () => {
    repository.git('checkout', '--quiet', first);
    assert.deepEqual(valueOf(await open().head()), { sha: first, incomplete: false });
  });

  it('is incomplete where it is shallow, and still read [D66]', async () => {
    const url = pathToFileURL(repository.folder).href;
    const clone = join(repository.base, 'shallow');
    repository.run({ folder: repository.base }, 'clone', '--quiet', '--depth=1', url, clone);
    assert.deepEqual(valueOf(await open(clone).head()), { sha: second, branch: 'main', incomplete: true });
    const recent = valueOf(await open(clone).recent({ mine: false, limit: 9 }));
    assert.deepEqual(
      recent.map(({ sha }) => sha),
      [second],
    );
    assert.deepEqual(valueOf(await open(clone).reachable([first, second])), new Set([second]));
  });

  it('is incomplete where objects are left to a remote [D66]', async () => {
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const url = pathToFileURL(repository.folder).href;
    const clone = join(repository.base, 'partial');
    const filter = ['--filter=tree:0', '--no-checkout'];
    repository.run({ folder: repository.base }, 'clone', '--quiet', ...filter, url, clone);
    assert.deepEqual(valueOf(await open(clone).head()), { sha: second, branch: 'main', incomplete: true });
    assert.deepEqual(valueOf(await open(clone).reachable([first])), new Set([first]));
    const recent = await open(clone).recent({ mine: false, limit: 9 });
    assert.equal(recent.state, 'failed', 'paths need trees that are not here, and are not fetched');
  });

  it('fails, and is not taken for empty, where its branch is broken [D66]', async () => {
    writeFileSync(join(repository.folder, '.git', 'refs', 'heads', 'main'), 'no hash at all\n');
    for (const answer of [await open().head(), await open().recent({ mine: false, limit: 5 })]) {
      assert.equal(answer.state, 'failed');
    }
    writeFileSync(join(repository.folder, '.git', 'refs', 'heads', 'main'), `${'1'.repeat(40)}\n`);
    assert.equal((await open().recent({ mine: false, limit: 5 })).state, 'failed');
  });

  it('is refused in words where it is bare [D66] [E86]', async () => {
    const bare = join(repository.base, 'bare');
    repository.run({ folder: repository.base }, 'clone', '--quiet', '--bare', repository.folder, bare);
    const answer = await open(bare).head();
    assert.match(answer.state === 'failed' ? answer.reason : '', /bare git repository/);
  });

  for (const [what, ...commands] of [
    ['merge', ['merge', 'other']],
    ['rebase', ['rebase', 'other']],
    ['cherry-pick', ['cherry-pick', 'other']],
    ['bisect', ['bisect', 'start', 'main', 'main~1']],
  ] as const) {
    it(`is read and left alone in the middle of a ${what} [D66]`, async () => {
      repository.git('checkout', '--quiet', '-b', 'other', first);
      const other = repository.commit('Other', { 'a.txt': 'other\n' });
      repository.git('checkout', '--quiet', 'main');
      for (const command of commands) {
        try {
          repository.git(...command);
        } catch {
          // It stops at a conflict: that is the state that is wanted.
        }
      }
      const state = (): string[] =>
        ['HEAD', 'index'].map((name) => readFileSync(join(repository.folder, '.git', name), 'hex'));
      const before = state();
      const head = valueOf(await open().head());
      assert.equal(head.sha, repository.git('rev-parse', 'HEAD'));
      assert.equal(valueOf(await open().resolve('other'))?.sha, other);
      assert.deepEqual(
        valueOf(await open().reachable([first, second, other])),
        new Set([first, second, other]),
      );
      assert.deepEqual(state(), before);
    });
  }

  it('is the work tree’s own in a worktree [D67]', async () => {
    const folder = join(repository.base, 'tree');
    repository.git('worktree', 'add', '--quiet', '-b', 'feature', folder, first);
    assert.deepEqual(valueOf(await open(folder).head()), {
      sha: first,
      branch: 'feature',
      incomplete: false,
    });
    assert.deepEqual(valueOf(await open(folder).reachable([second])), new Set([second]));
  });

  it('fails, and is not taken for no repository, where a worktree’s repository is gone [D67]', async () => {
    const folder = join(repository.base, 'tree');
    repository.git('worktree', 'add', '--quiet', folder, first);
    writeFileSync(join(folder, '.git'), 'gitdir: /nowhere/.git/worktrees/tree\n');
    const answer = await open(folder).head();
    assert.match(answer.state === 'failed' ? answer.reason : '', /not a git repository: \/nowhere/);
  });

  it('is the submodule’s own in a submodule, and the outer one outside [D67] [D71]', async () => {
    const outer = new GitRepository({ branch: 'outer' });
    try {
      const add = [
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        repository.folder,
        'module',
      ];
      outer.git(...add);
      const top = outer.commit('With a submodule');
      const module = join(outer.folder, 'module');
      assert.equal(valueOf(await open(module).head()).sha, second);
      assert.equal(valueOf(await open(outer.folder).head()).sha, top);
      assert.deepEqual(valueOf(await open(outer.folder).resolve('HEAD'))?.paths, ['.gitmodules', 'module']);
    } finally {
      outer.remove();
    }
  });

  it('tells paths from the root of the work tree where the log’s root is below it', async () => {
    const git = open(join(repository.folder, 'sub'));
    assert.deepEqual(valueOf(await git.resolve(second))?.paths, ['a.txt', 'retro/f.md']);
    repository.git('config', 'diff.relative', 'true');
    assert.deepEqual(valueOf(await git.resolve(second))?.paths, ['a.txt', 'retro/f.md']);
  });

  it('is read through packed refs, grafts and replaced objects [D68]', async () => {
    const third = repository.commit('Third');
    repository.git('pack-refs', '--all', '--prune');
    repository.git('replace', '--graft', third, first);
    const recent = valueOf(await open().recent({ mine: false, limit: 9 }));
    assert.deepEqual(
      recent.map(({ sha }) => sha),
      [third, first],
    );
    assert.deepEqual(valueOf(await open().reachable([first, second, third])), new Set([first, third]));
  });

  it('is read where its refs are in a table, if this git can [D68]', async function () {
    const folder = join(repository.base, 'table');
    try {
      repository.run({ folder: repository.base }, 'init', '--quiet', '--ref-format=reftable', folder);
    } catch {
      this.skip();
    }
    repository.run(
      { folder, environment: repository.dates() },
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'In a table',
    );
    assert.equal(valueOf(await open(folder).resolve('HEAD'))?.subject, 'In a table');
    assert.equal(valueOf(await open(folder).head()).branch, 'main');
  });
});

import assert from 'node:assert/strict';
import { NodeGit } from '../../../src/node/git/nodeGit.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { valueOf } from './gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 30_000;

/** Many commits at once, each the child of the one before, all reached by `refs/heads/many`. */
function manyCommits(repository: GitRepository, count: number): string[] {
  const one = (index: number): string =>
    `commit refs/heads/many\ncommitter A <a@b> ${1767603600 + index} +0000\ndata <<E\nNumber ${index}\nE\n\n`;
  const input = Array.from({ length: count }, (_, index) => one(index)).join('');
  repository.run({ input }, 'fast-import', '--quiet');
  return repository.git('rev-list', 'refs/heads/many').split('\n');
}

describe('names of commits', function () {
  this.timeout(patience);
  let repository: GitRepository;
  let git: NodeGit;
  let first: string;
  let second: string;
  const found = async (name: string): Promise<string | undefined> => valueOf(await git.resolve(name))?.sha;

  beforeEach(() => {
    repository = new GitRepository();
    git = new NodeGit({ root: repository.folder, folder: 'retro', environment: repository.environment });
    first = repository.commit('First', { 'a.txt': 'a\n' });
    second = repository.commit('Second', { 'a.txt': 'b\n' });
  });
  afterEach(() => repository.remove());

  it('are whatever git takes for one commit', async () => {
    repository.git('checkout', '--quiet', '-b', 'other', first);
    for (const name of [
      'HEAD',
      'main~1',
      'main^',
      'other@{0}',
      '@',
      ':/First',
      'main^{/First}',
      first.slice(0, 7),
    ]) {
      assert.equal(await found(name), first, name);
    }
    assert.equal(await found('@{-1}'), second);
  });

  it('are none where an abbreviated hash is of two commits [D69]', async () => {
    const commits = manyCommits(repository, 3000);
    const starts = commits.map((sha) => sha.slice(0, 4));
    const index = starts.findIndex((start, at) => starts.indexOf(start) !== at);
    assert.notEqual(index, -1);
    assert.equal(await found(starts[index] ?? ''), undefined);
    assert.equal(await found(commits[index]?.slice(0, 12) ?? ''), commits[index]);
  });

  it('are none where it is a blob, a tree or a tag of one [D69]', async () => {
    repository.git('tag', '--annotate', '--message=x', 'blob-tag', 'HEAD:a.txt');
    const objects = ['HEAD:a.txt', 'HEAD^{tree}', 'blob-tag'].map((name) =>
      repository.git('rev-parse', name),
    );
    for (const name of ['HEAD:a.txt', 'HEAD^{tree}', 'blob-tag', ':a.txt', ...objects]) {
      assert.equal(await found(name), undefined, name);
    }
    assert.deepEqual(valueOf(await git.reachable(objects)), new Set());
  });

  it('are found through a tag’s own hash, which is no commit’s [D69]', async () => {
    repository.git('tag', '--annotate', '--message=x', 'v1', first);
    const tag = repository.git('rev-parse', 'v1');
    assert.equal(await found(tag), first);
    assert.deepEqual(valueOf(await git.reachable([tag, first])), new Set([first]));
  });

  it('are none once a rebased commit is collected [D69]', async () => {
    repository.git('commit', '--quiet', '--amend', '-m', 'Amended');
    assert.equal(await found(second), second);
    assert.deepEqual(valueOf(await git.reachable([second])), new Set());
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '--quiet', '--prune=now');
    assert.equal(await found(second), undefined);
    assert.deepEqual(valueOf(await git.reachable([second])), new Set());
  });

  it('are reached by branches, remote-tracking branches, tags and HEAD alone', async () => {
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    const alone = (ref: string): string => {
      const sha = repository.run({ environment: repository.dates() }, 'commit-tree', '-m', ref, tree);
      repository.git('update-ref', ref, sha);
      return sha;
    };
    const reached = ['refs/heads/b', 'refs/remotes/origin/b', 'refs/tags/b'].map(alone);
    const others = ['refs/stash', 'refs/notes/commits', 'refs/pull/1/head'].map(alone);
    repository.git('checkout', '--quiet', '--detach');
    const detached = repository.commit('Detached');
    const asked = [...reached, ...others, detached];
    assert.deepEqual(valueOf(await git.reachable(asked)), new Set([...reached, detached]));
  });

  it('are asked for by the thousand in one go', async () => {
    const commits = manyCommits(repository, 5000);
    const unknown = commits.map((sha) => Array.from(sha).toReversed().join(''));
    assert.equal(valueOf(await git.reachable([...commits, ...unknown])).size, 5000);
  });

  it('are data, however a branch is called [D72]', async () => {
    const odd = ['😀', 'refs/heads/HEAD', 'a'.repeat(200), 'x;y', "quo'te", '$(touch${IFS}canary)'];
    for (const name of odd) {
      repository.git('update-ref', `refs/heads/${name}`, first);
      assert.equal(await found(`refs/heads/${name}`), first, name);
    }
    for (const name of ['-x', '--output=canary', '--all']) {
      repository.git('update-ref', `refs/heads/${name}`, first);
      assert.equal(await found(name), undefined, name);
      assert.equal(await found(`refs/heads/${name}`), first, name);
    }
    for (const name of [
      'main..other',
      'main~1..main',
      '^main',
      'main\nother',
      'main\0',
      'main --output=canary',
    ]) {
      assert.equal(await found(name), undefined, JSON.stringify(name));
    }
    assert.equal(repository.git('status', '--porcelain'), '');
  });

  it('are the tag’s where a branch is called the same, as in git [D72]', async () => {
    repository.git('branch', 'same', second);
    repository.git('tag', 'same', first);
    assert.equal(await found('same'), first);
  });

  it('are on the branch that HEAD names, also on an odd one [D72]', async () => {
    for (const name of ['-x', '😀', 'HEAD', 'feature/a']) {
      repository.git('update-ref', `refs/heads/${name}`, first);
      repository.git('symbolic-ref', 'HEAD', `refs/heads/${name}`);
      assert.deepEqual(valueOf(await git.head()), { sha: first, branch: name, incomplete: false });
    }
  });
});

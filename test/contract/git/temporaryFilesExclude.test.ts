import assert from 'node:assert/strict';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFilesExclude } from '../../../src/node/git/temporaryFilesExclude.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { valueOf } from './gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 30_000;

describe('the file that says what a clone leaves out', function () {
  this.timeout(patience);
  let repository: GitRepository;
  beforeEach(() => {
    repository = new GitRepository();
    repository.commit('One', { 'sub/a.txt': 'a\n' });
  });
  afterEach(() => repository.remove());

  const ask = (root: string) => temporaryFilesExclude({ root, environment: repository.environment });

  it('is one file for a clone, its sub-folders and its worktrees, and git obeys it [D67]', async () => {
    const tree = join(repository.base, 'tree');
    repository.git('worktree', 'add', '--quiet', tree, 'HEAD');
    const expected = join(repository.folder, '.git', 'info', 'exclude');
    for (const root of [repository.folder, join(repository.folder, 'sub'), tree]) {
      assert.equal(valueOf(await ask(root)), expected);
    }
    appendFileSync(expected, '*.left-out\n');
    for (const folder of [repository.folder, tree]) {
      writeFileSync(join(folder, 'x.left-out'), '');
      assert.equal(repository.run({ folder }, 'status', '--porcelain'), '');
    }
  });

  it('is none where there is no repository', async () => {
    assert.deepEqual(await ask(repository.base), { state: 'noRepository' });
  });
});

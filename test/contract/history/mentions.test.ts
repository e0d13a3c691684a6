import assert from 'node:assert/strict';
import type { Mention } from '../../../src/core/ports/history.ts';
import { NodeHistory } from '../../../src/node/git/nodeHistory.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { valueOf } from '../git/gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 60_000;

describe('commits whose message names an entry', function () {
  this.timeout(patience);
  let repository: GitRepository;
  let history: NodeHistory;
  beforeEach(() => {
    repository = new GitRepository();
    const { folder, environment } = repository;
    history = new NodeHistory({ root: folder, folder: 'retro', environment });
    repository.commit('Begin', { 'a.ts': 'one\n' });
  });
  afterEach(() => repository.remove());

  const named = async (): Promise<readonly string[]> =>
    valueOf(await history.mentions()).map(({ id, subject }) => `${id} ${subject}`);

  it('are told with their time and their paths outside the log, wherever in the message they name it', async () => {
    const files = { 'a.ts': 'two\n', 'b/c.ts': 'c\n', 'retro/entries/one.md': '# One\n' };
    const sha = repository.commit('Cache pages\n\n* Wip (retro: k3f9q2xa, m2x7k9qa)\n\nMore.\n', files);
    repository.commit('Without');
    repository.commit('Not retrograde: k3f9q2xa');
    const commit = {
      sha,
      subject: 'Cache pages',
      authored: '2026-01-05T09:01:00Z',
      paths: ['a.ts', 'b/c.ts'],
    };
    const both: readonly Mention[] = [
      { id: 'k3f9q2xa', ...commit },
      { id: 'm2x7k9qa', ...commit },
    ];
    assert.deepEqual(valueOf(await history.mentions()), both);
    assert.deepEqual(valueOf(await history.mentions({ among: [sha, 'f'.repeat(40)] })), both);
    assert.deepEqual(valueOf(await history.mentions({ among: [] })), []);
  });

  it('are followed while history moves on, is rewritten, and branches come and go', async () => {
    repository.commit('First\n\nRetro: k3f9q2xa\n');
    assert.deepEqual(await named(), ['k3f9q2xa First']);
    repository.git('checkout', '--quiet', '-b', 'work');
    repository.commit('Second\n\nRetro: m2x7k9qa\n');
    assert.deepEqual(await named(), ['m2x7k9qa Second', 'k3f9q2xa First']);
    repository.git('checkout', '--quiet', 'main');
    assert.deepEqual(await named(), ['m2x7k9qa Second', 'k3f9q2xa First']);
    repository.git('commit', '--quiet', '--allow-empty', '--amend', '--message', 'Anew\n\nRetro: k3f9q2xa\n');
    assert.deepEqual((await named()).toSorted(), ['k3f9q2xa Anew', 'k3f9q2xa First', 'm2x7k9qa Second']);
    repository.git('branch', '--quiet', '-D', 'work');
    assert.deepEqual(await named(), ['k3f9q2xa Anew']);
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '--quiet', '--prune=now');
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    assert.deepEqual(await named(), []);
  });

  it('are looked for as far back as is asked, and further when that is asked', async () => {
    repository.commit('Long ago\n\nRetro: k3f9q2xa\n', {}, { at: '2026-02-01T09:00:00Z' });
    repository.commit('Lately\n\nRetro: k3f9q2xa\n', {}, { at: '2026-03-01T09:00:00Z' });
    const subjects = async (since: string): Promise<readonly string[]> =>
      valueOf(await history.mentions({ since })).map(({ subject }) => subject);
    assert.deepEqual(await subjects('2026-03-01'), ['Lately']);
    assert.deepEqual(await subjects('2026-01-31'), ['Lately', 'Long ago']);
  });
});

describe('where history stands', function () {
  this.timeout(patience);

  it('is another list whenever HEAD, a branch or a tag points elsewhere, and the same otherwise', async () => {
    const repository = new GitRepository();
    try {
      const { folder, environment } = repository;
      const history = new NodeHistory({ root: folder, folder: 'retro', environment });
      const seen = new Set<string>();
      const stands = async (): Promise<number> => {
        seen.add(valueOf(await history.tips()).join());
        return seen.size;
      };
      assert.deepEqual(valueOf(await history.tips()), ['']);
      assert.equal(await stands(), 1);
      repository.commit('Begin');
      repository.commit('More');
      assert.equal(await stands(), 2);
      repository.write('a.ts', 'one\n');
      assert.equal(await stands(), 2);
      repository.git('tag', 'v1', 'HEAD~1');
      assert.equal(await stands(), 3);
      repository.git('checkout', '--quiet', 'v1');
      assert.equal(await stands(), 4);
      repository.git('branch', '--quiet', '-D', 'main');
      assert.equal(await stands(), 5);
    } finally {
      repository.remove();
    }
  });
});

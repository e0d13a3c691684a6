import assert from 'node:assert/strict';
import { NodeHistory } from '../../../src/node/git/nodeHistory.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { valueOf } from '../git/gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 60_000;
const change = `I${'01234567'.repeat(5)}`;

describe('many commits that are described at once', function () {
  this.timeout(patience);
  let repository: GitRepository;
  beforeEach(() => {
    repository = new GitRepository();
    repository.commit('Begin', { 'a.ts': 'one\n', 'b.ts': 'two\n' });
    repository.commit(`Cache pages (#7)\n\nChange-Id: ${change}\n`, {
      'a.ts': 'more\n',
      'retro/x.md': '# X\n',
    });
    repository.commit('Log it', { 'retro/y.md': '# Y\n' });
    repository.commit('Nothing');
    repository.git('checkout', '--quiet', '-b', 'side', 'HEAD~3');
    repository.commit('Aside', { 'c.ts': 'three\n' });
    repository.git('checkout', '--quiet', 'main');
    const environment = repository.dates();
    repository.run({ environment }, 'merge', '--quiet', '--no-ff', '--message', 'Merge aside', 'side');
    repository.git('checkout', '--quiet', '-b', 'open');
    repository.commit('Open', { 'a.ts': 'open\n' });
    repository.commit('Open, too', { 'b.ts': 'open\n' });
  });
  afterEach(() => repository.remove());

  /** Compares with what is said of each by itself, and gives that. */
  async function compared(): Promise<ReadonlyMap<string, string>> {
    const history = new NodeHistory({
      root: repository.folder,
      folder: 'retro',
      environment: repository.environment,
    });
    const shas = repository.git('rev-list', '--all').split('\n');
    const blob = repository.git('rev-parse', 'HEAD:a.ts');
    const all = valueOf(await history.describeAll([...shas, 'f'.repeat(40), blob, 'HEAD']));
    assert.equal(all.size, shas.length);
    const said = new Map<string, string>();
    for (const sha of shas) {
      const link = valueOf(await history.describe(sha));
      assert.deepEqual(all.get(sha), link);
      said.set(
        link?.subject ?? '',
        Object.keys(link ?? {})
          .sort()
          .join(' '),
      );
    }
    return said;
  }

  it('are told everything that each of them is told by itself', async () => {
    const said = await compared();
    assert.equal(said.get('Cache pages (#7)'), 'authored change patch paths pr sha subject');
    assert.equal(said.get('Log it'), 'authored sha subject');
    assert.equal(said.get('Merge aside'), 'authored paths sha subject');
    assert.equal(said.get('Open'), 'authored patch paths range sha subject');
  });

  it('are told their pull request where that is fetched as a branch', async () => {
    repository.git('update-ref', 'refs/pull/12/head', 'side');
    assert.equal((await compared()).get('Aside'), 'authored patch paths pr sha subject');
  });

  it('are none where none are asked about, and fail together where they are cancelled', async () => {
    const { folder, environment } = repository;
    const history = new NodeHistory({ root: folder, folder: 'retro', environment });
    assert.equal(valueOf(await history.describeAll([])).size, 0);
    const shas = repository.git('rev-list', '--all').split('\n');
    assert.equal((await history.describeAll(shas, { aborted: true })).state, 'failed');
  });
});

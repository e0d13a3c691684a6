import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodePast } from '../../../src/node/git/nodePast.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { valueOf } from './gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 30_000;

for (const objectFormat of ['sha1', 'sha256'] as const) {
  describe(`the past, read with the git of this machine, ${objectFormat} [D68]`, function () {
    this.timeout(patience);
    let repository: GitRepository;
    let past: NodePast;
    beforeEach(() => {
      repository = new GitRepository({ objectFormat });
      past = new NodePast({ root: repository.folder, folder: 'retro', environment: repository.environment });
    });
    afterEach(() => repository.remove());

    it('tells whole messages, HEAD’s first, with parents and the day of the author', async () => {
      const one = repository.commit('One\n\nWhy.\n', { a: '1' }, { at: '2026-03-04T23:30:00-05:00' });
      repository.git('checkout', '--quiet', '-b', 'side');
      const side = repository.commit('Side', { b: '1' }, { at: '2026-03-06T09:00:00Z' });
      repository.git('checkout', '--quiet', 'main');
      const two = repository.commit('Two', { a: '2' }, { at: '2026-03-07T09:00:00Z' });
      const environment = repository.dates('2026-03-08T09:00:00Z');
      repository.run({ environment }, 'merge', '--quiet', '-m', 'Merge side', 'side');
      const commits = valueOf(await past.commits(10));
      assert.deepEqual(
        commits.map(({ sha, parents, day, message }) => [sha, parents, day, message]),
        [
          [repository.git('rev-parse', 'HEAD'), [two, side], '2026-03-08', 'Merge side\n'],
          [two, [one], '2026-03-07', 'Two'],
          [side, [one], '2026-03-06', 'Side'],
          [one, [], '2026-03-04', 'One\n\nWhy.\n'],
        ],
      );
      assert.equal(commits.at(-1)?.authored, '2026-03-05T04:30:00Z');
      assert.equal(valueOf(await past.commits(2)).length, 2);
    });

    it('tells tags with the dates that they have, or their commits', async () => {
      const one = repository.commit('One', { a: '1' }, { at: '2026-03-04T09:00:00Z' });
      repository.git('tag', 'v1.0.0');
      const two = repository.commit('Two', { a: '2' }, { at: '2026-03-05T09:00:00Z' });
      const environment = repository.dates('2026-03-06T09:00:00Z');
      repository.run({ environment }, 'tag', '--annotate', '--message=Two', 'v1.0.1', two);
      repository.git('tag', 'not-a-commit', `${two}^{tree}`);
      assert.deepEqual(valueOf(await past.tags(10)), [
        { name: 'v1.0.1', sha: two, seconds: Date.UTC(2026, 2, 6, 9) / 1000 },
        { name: 'v1.0.0', sha: one, seconds: Date.UTC(2026, 2, 4, 9) / 1000 },
      ]);
    });

    it('tells what commits touched, odd names and merges too, and the log apart [D73]', async () => {
      const one = repository.commit('One', {
        'a\nb': '1',
        '\nfirst': '1',
        'retro/entries/x.md': '1',
        ':(glob)*': '1',
      });
      const nothing = repository.commit('Nothing');
      repository.git('checkout', '--quiet', '-b', 'side');
      repository.commit('Side', { 'side.ts': '1' });
      repository.git('checkout', '--quiet', 'main');
      repository.commit('Main', { 'main.ts': '1' });
      repository.run({ environment: repository.dates() }, 'merge', '--quiet', '-m', 'Merge side', 'side');
      const merge = repository.git('rev-parse', 'HEAD');
      const touched = valueOf(await past.touched([merge, nothing, one]));
      assert.deepEqual(touched.get(merge), { paths: ['side.ts'], log: [] });
      assert.deepEqual(touched.get(nothing), { paths: [], log: [] });
      assert.deepEqual(new Set(touched.get(one)?.paths), new Set(['a\nb', '\nfirst', ':(glob)*']));
      assert.deepEqual(touched.get(one)?.log, ['retro/entries/x.md']);
      assert.equal((await past.touched(['f'.repeat(one.length)])).state, 'failed');
      assert.deepEqual(valueOf(await past.touched(['-x', '--output=canary', 'HEAD'])), new Map());
    });

    it('tells paths of the log from its own root where that is below the work tree’s', async () => {
      const sha = repository.commit('One', { 'app/retro/x.md': '1', 'app/a.ts': '1' });
      const below = new NodePast({
        root: join(repository.folder, 'app'),
        folder: 'retro',
        environment: repository.environment,
      });
      assert.deepEqual(valueOf(await below.touched([sha])).get(sha), {
        paths: ['app/a.ts'],
        log: ['retro/x.md'],
      });
    });

    it('is the same whatever the configuration says about logs', async () => {
      const sha = repository.commit('One', { 'b.txt': '1', 'a.txt': '1' });
      repository.git('tag', 'v1.0.0');
      const all = async () => [await past.commits(5), await past.tags(5), await past.touched([sha])];
      const plain = await all();
      for (const [key, value] of Object.entries({
        'i18n.logOutputEncoding': 'UTF-16',
        'log.showRoot': 'false',
        'log.date': 'human',
        'log.decorate': 'full',
        'log.abbrevCommit': 'true',
        'log.follow': 'true',
        'log.diffMerges': 'off',
        'format.pretty': 'oneline',
        'format.notes': '*',
        'color.ui': 'always',
        'tag.sort': 'refname',
        'diff.noPrefix': 'true',
      })) {
        repository.git('config', key, value);
        assert.deepEqual(await all(), plain, key);
      }
    });

    it('has nothing to tell where there is no commit yet, and begins nothing that was cancelled [D66]', async () => {
      assert.deepEqual(valueOf(await past.commits(5)), []);
      assert.deepEqual(valueOf(await past.tags(5)), []);
      assert.equal((await past.commits(5, { aborted: true })).state, 'failed');
    });
  });
}

describe('the past, where there is no repository', function () {
  this.timeout(patience);

  it('is said to have none [D66]', async () => {
    const base = realpathSync(mkdtempSync(join(tmpdir(), 'retrolog-none-')));
    try {
      const past = new NodePast({ root: base, folder: 'retro' });
      for (const answer of [
        await past.commits(5),
        await past.tags(5),
        await past.touched(['a'.repeat(40)]),
      ]) {
        assert.deepEqual(answer, { state: 'noRepository' });
      }
    } finally {
      rmSync(base, { recursive: true });
    }
  });
});

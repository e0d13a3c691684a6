import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RetroLog } from '../../../src/core/log/retroLog.ts';
import type { FileContent } from '../../../src/core/ports/files.ts';
import type { GitAnswer } from '../../../src/core/ports/git.ts';
import type { FileVersion, Moment } from '../../../src/core/ports/versions.ts';
import { RetroError } from '../../../src/core/retroError.ts';
import { NodeVersions } from '../../../src/node/git/nodeVersions.ts';
import { countedIds } from '../../support/countedIds.ts';
import { fixedClock } from '../../support/fixedClock.ts';
import { GitRepository } from '../../support/gitRepository.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 60_000;

const path = 'retro/entries/2026/2026-03-04-add-jitter-k3f9q2xa.md';

function entryText(more: string, body = 'Soon.'): string {
  return `---\nid: k3f9q2xa\nkind: action\ndate: 2026-03-04\n${more}---\n\n# Add jitter\n\n${body}\n`;
}

function valueOf<T>(answer: GitAnswer<T>): T {
  assert.equal(answer.state, 'ok', JSON.stringify(answer));
  return (answer as { readonly value: T }).value;
}

function momentOf(answer: GitAnswer<Moment | 'none' | 'incomplete' | undefined>): string | undefined {
  const moment = valueOf(answer);
  return typeof moment === 'object' ? moment.sha : moment;
}

function shown(versions: readonly FileVersion[]): string[] {
  return versions.map(({ change, author, subject }) => `${change} ${author}: ${subject}`);
}

for (const objectFormat of ['sha1', 'sha256'] as const) {
  describe(`the log in earlier commits (${objectFormat})`, function () {
    this.timeout(patience);
    let repository: GitRepository;
    let versions: NodeVersions;

    const open = (root = repository.folder, folder = 'retro') =>
      new NodeVersions({ root, folder, environment: repository.environment });
    const history = async (of = path) => valueOf(await versions.history({ path: of, id: 'k3f9q2xa' }));

    beforeEach(() => {
      repository = new GitRepository({ objectFormat });
      versions = open();
    });
    afterEach(() => repository.remove());

    it('is that of a tag, a branch, a hash, and of nothing that is no commit [D69] [D72]', async () => {
      const one = repository.commit('One', { [path]: entryText('') });
      repository.git('tag', 'v1');
      repository.git('tag', '--annotate', '--message=One', 'v1-annotated');
      const two = repository.commit('Two', { [path]: entryText('status: done\n') });
      for (const [name, sha] of [
        ['v1', one],
        ['v1-annotated', one],
        ['HEAD~1', one],
        [one.slice(0, 9), one],
        ['main', two],
      ] as const) {
        assert.equal(momentOf(await versions.named(name)), sha, name);
      }
      for (const name of ['', 'none', '--output=canary', '-x', 'v1^{tree}', 'a\nb', `HEAD:${path}`, 'a..b']) {
        assert.equal(valueOf(await versions.named(name)), undefined, name);
      }
      assert.ok(!existsSync(join(repository.folder, 'canary')));
    });

    it('is that of a day, by the team’s time zone, the day itself included', async () => {
      const one = repository.commit('One', { [path]: '1' }, { at: '2026-03-04T09:00:00Z' });
      const two = repository.commit('Two', { [path]: '2' }, { at: '2026-03-05T23:30:00Z' });
      assert.equal(momentOf(await versions.onDay('2026-03-03', 'UTC')), 'none');
      assert.equal(momentOf(await versions.onDay('2026-03-04', 'UTC')), one);
      assert.equal(momentOf(await versions.onDay('2026-03-05', 'UTC')), two);
      assert.equal(momentOf(await versions.onDay('2026-03-05', 'Europe/Helsinki')), one);
      assert.equal(momentOf(await versions.onDay('9999-12-31', 'UTC')), two);
    });

    it('is on a day what the branch itself had, and not what was merged later', async () => {
      const one = repository.commit('One', { [path]: '1' }, { at: '2026-03-04T09:00:00Z' });
      repository.git('checkout', '--quiet', '-b', 'side');
      repository.commit('Side', { 'side.md': '1' }, { at: '2026-03-05T09:00:00Z' });
      repository.git('checkout', '--quiet', 'main');
      repository.commit('Main', { 'main.md': '1' }, { at: '2026-03-07T09:00:00Z' });
      const environment = repository.dates('2026-03-08T09:00:00Z');
      repository.run({ environment }, 'merge', '--quiet', '-m', 'Merge', 'side');
      assert.equal(momentOf(await versions.onDay('2026-03-06', 'UTC')), one);
    });

    it('reads as the log of that time: entries, settings, texts', async () => {
      repository.commit('One', {
        [path]: entryText('tags: [caching]\n', 'Before.'),
        'retro/retro.yml': 'team: Shop\n',
        'retro/entries/2026/bad.md': 'no front matter\n',
      });
      const one = repository.git('rev-parse', 'HEAD');
      repository.commit('Two', { [path]: entryText('status: done\n', 'After.'), 'retro/retro.yml': '' });
      const files = valueOf(await versions.filesAt(one));
      const log = new RetroLog({ files, clock: fixedClock('2026-03-04'), ids: countedIds() }, 'retro');
      await log.load();
      const [entry] = log.entries;
      assert.ok(entry);
      assert.deepEqual([entry.status, entry.tags, log.team.team], ['open', ['caching'], 'Shop']);
      assert.equal(await log.bodyOf(entry), 'Before.\n');
      assert.deepEqual(
        log.problems.map(({ path: where, code }) => `${where} ${code}`),
        ['retro/entries/2026/bad.md no-front-matter'],
      );
      assert.equal((await log.search('before')).length, 1);
      assert.equal(files.hashOf(path), repository.git('rev-parse', `${one}:${path}`));
      await assert.rejects(
        files.update(path, () => ''),
        (error) => error instanceof RetroError && error.code === 'bad-input',
      );
    });

    it('follows no link, opens no submodule, and says what cannot be read [C44] [A6] [A28]', async () => {
      repository.write('big.md', Buffer.alloc(1024 * 1024 + 1, 'x'));
      repository.write('retro/entries/latin.md', Buffer.from([0x23, 0x20, 0xe9, 0x0a]));
      repository.git('config', 'core.symlinks', 'true');
      repository.commit('One', { [path]: entryText('') });
      const target = repository.store('blob', '../../../../etc/passwd');
      repository.git('update-index', '--add', '--cacheinfo', `120000,${target},retro/entries/link.md`);
      const commit = repository.git('rev-parse', 'HEAD');
      repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},retro/entries/sub.md`);
      repository.run({ environment: repository.dates() }, 'commit', '--quiet', '--message=Two');
      const files = valueOf(await versions.filesAt(repository.git('rev-parse', 'HEAD')));
      const listing = await files.list('retro', ['.md']);
      assert.equal(listing.state, 'listed');
      assert.deepEqual(listing.state === 'listed' && listing.skipped, [
        { path: 'retro/entries/link.md', reason: 'symbolic-link' },
        { path: 'retro/entries/sub.md', reason: 'not-a-file' },
      ]);
      const found = new Map<string, FileContent>();
      const asked = ['big.md', 'retro/entries/latin.md', 'retro/entries/link.md', 'none.md', '../x', 'a\nb'];
      await files.readMany(asked, (name, content) => found.set(name, content));
      assert.deepEqual(
        asked.map((name) => {
          const content = found.get(name);
          return content?.state === 'unreadable' ? content.code : content?.state;
        }),
        ['too-large', 'not-utf-8', 'symbolic-link', 'missing', 'missing', 'missing'],
      );
      assert.deepEqual(await files.list('docs', ['.md']), { state: 'missing' });
    });

    it('is found from its own root where that is below the work tree’s', async () => {
      repository.commit('One', { [`app/${path}`]: entryText(''), 'app/src/a.ts': 'code\n' });
      const sha = repository.git('rev-parse', 'HEAD');
      versions = open(join(repository.folder, 'app'));
      const files = valueOf(await versions.filesAt(sha));
      assert.deepEqual(await files.read('src/a.ts'), { state: 'text', text: 'code\n' });
      assert.deepEqual((await files.read(path)).state, 'text');
      const { versions: told } = await history();
      assert.deepEqual(
        told.map((version) => version.path),
        [path],
      );
    });

    it('tells who changed an entry when, what was there before, and what since', async () => {
      repository.write('.mailmap', 'Grace Hopper <grace@example.com> <g@old.example.com>\n');
      repository.commit('Log it', { [path]: entryText('') }, { at: '2026-03-04T09:00:00Z' });
      repository.commit(
        'Close it',
        { [path]: entryText('status: done\n') },
        { author: { name: 'G', email: 'g@old.example.com' }, at: '2026-03-06T09:00:00Z' },
      );
      repository.commit('Something else', { 'src/a.ts': '1' });
      const { versions: told, incomplete } = await history();
      assert.equal(incomplete, false);
      assert.deepEqual(shown(told), ['changed Grace Hopper: Close it', 'added Ada Lovelace: Log it']);
      assert.equal(told[0]?.authored, '2026-03-06T09:00:00Z');
      const before = told[0]?.before ?? '';
      assert.deepEqual(
        valueOf(await versions.contents([before, before, 'none'])),
        new Map([[before, { state: 'text', text: entryText('') }]]),
      );
      assert.equal(told[0]?.after, repository.git('rev-parse', `HEAD:${path}`));
      assert.deepEqual((await history('retro/entries/none.md')).versions, []);
    });

    it('follows an entry by its id through renames, also one that is closed at the same time', async () => {
      const other = entryText('').replace('k3f9q2xa', 'm2x7k9qa');
      repository.commit('Log it', { 'retro/entries/a.md': entryText(''), 'retro/entries/b.md': other });
      repository.git('rm', '--quiet', 'retro/entries/a.md', 'retro/entries/b.md');
      const much = entryText('status: dropped\nreason: Bought one\n', 'Another text altogether.\n'.repeat(9));
      repository.commit('Rename and drop it', { 'retro/entries/c.md': much });
      repository.git('mv', 'retro/entries/c.md', 'retro/entries/d.md');
      repository.commit('Rename it again');
      const { versions: told } = await history('retro/entries/d.md');
      assert.deepEqual(
        told.map(({ change, subject, path: was }) => [change, subject, was]),
        [
          ['renamed', 'Rename it again', 'retro/entries/d.md'],
          ['renamed', 'Rename and drop it', 'retro/entries/c.md'],
          ['added', 'Log it', 'retro/entries/a.md'],
        ],
      );
      assert.equal(told[1]?.before, told[2]?.after);
    });

    it('tells both sides of a merge, and the merge where it made something new of them [F90]', async () => {
      const lines = (first: string, last: string) => entryText('', `${first}\n\nkept\n\nkept\n\n${last}`);
      repository.commit('Log it', { [path]: lines('a', 'z') });
      repository.git('checkout', '--quiet', '-b', 'side');
      repository.commit('Side', { [path]: lines('A', 'z') });
      repository.git('checkout', '--quiet', 'main');
      repository.commit('Main', { [path]: lines('a', 'Z') });
      repository.run({ environment: repository.dates() }, 'merge', '--quiet', '-m', 'Merge', 'side');
      const { versions: told } = await history();
      assert.deepEqual(shown(told).toSorted(), [
        'added Ada Lovelace: Log it',
        'changed Ada Lovelace: Main',
        'changed Ada Lovelace: Side',
        'merged Ada Lovelace: Merge',
      ]);
    });

    it('says that a shallow clone does not know the beginning, and blames nobody for it [D66]', async () => {
      repository.commit('Log it', { [path]: entryText('') }, { at: '2026-03-04T09:00:00Z' });
      repository.commit('Boundary', { 'src/a.ts': '1' }, { at: '2026-03-05T09:00:00Z' });
      repository.commit('Close it', { [path]: entryText('status: done\n') }, { at: '2026-03-06T09:00:00Z' });
      const clone = join(repository.base, 'shallow');
      const url = `file://${repository.folder}`;
      repository.run({ folder: repository.base }, 'clone', '--quiet', '--depth=2', url, clone);
      versions = open(clone);
      const { versions: told, incomplete } = await history();
      assert.equal(incomplete, true);
      assert.deepEqual(shown(told), ['changed Ada Lovelace: Close it']);
      assert.equal(momentOf(await versions.onDay('2026-03-04', 'UTC')), 'incomplete');
    });

    it('is the same whatever the configuration says about logs', async () => {
      repository.commit('Log it', { [path]: entryText('') });
      repository.git('mv', path, 'retro/entries/b.md');
      repository.commit('Rename it', { 'retro/entries/b.md': entryText('status: done\n') });
      const sha = repository.git('rev-parse', 'HEAD');
      const all = async () => [
        await versions.history({ path: 'retro/entries/b.md', id: 'k3f9q2xa' }),
        await versions.named('HEAD'),
        await versions.onDay('2026-12-31', 'UTC'),
        await valueOf(await versions.filesAt(sha)).list('retro', ['.md']),
      ];
      const plain = await all();
      for (const [key, value] of Object.entries({
        'i18n.logOutputEncoding': 'UTF-16',
        'log.showRoot': 'false',
        'log.follow': 'true',
        'log.diffMerges': 'off',
        'log.abbrevCommit': 'true',
        'format.pretty': 'oneline',
        'format.notes': '*',
        'color.ui': 'always',
        'core.abbrev': '5',
        'core.quotePath': 'true',
        'diff.noPrefix': 'true',
        'diff.renames': 'copies',
        'diff.ignoreSubmodules': 'all',
      })) {
        repository.git('config', key, value);
        assert.deepEqual(await all(), plain, key);
      }
    });

    it('has nothing to tell where there is no commit yet, and begins nothing that was cancelled', async () => {
      assert.equal(valueOf(await versions.named('HEAD')), undefined);
      assert.equal(momentOf(await versions.onDay('2026-03-04', 'UTC')), 'none');
      assert.deepEqual(await history(), { versions: [], incomplete: false });
      const nowhere = 'f'.repeat(40);
      assert.deepEqual(
        valueOf(await versions.contents([nowhere])),
        new Map([[nowhere, { state: 'missing' }]]),
      );
      assert.deepEqual(valueOf(await versions.contents([])), new Map());
      repository.commit('Log it', { [path]: entryText('') });
      const cancelled = await versions.history({ path, id: 'k3f9q2xa', cancellation: { aborted: true } });
      assert.equal(cancelled.state, 'failed');
    });
  });
}

describe('the log in earlier commits, where there is no repository', function () {
  this.timeout(patience);

  it('is said to have none [D66]', async () => {
    const base = realpathSync(mkdtempSync(join(tmpdir(), 'retrolog-none-')));
    try {
      const versions = new NodeVersions({ root: base, folder: 'retro' });
      for (const answer of [
        await versions.named('HEAD'),
        await versions.onDay('2026-03-04', 'UTC'),
        await versions.tags(5),
        await versions.filesAt('a'.repeat(40)),
        await versions.history({ path, id: 'k3f9q2xa' }),
        await versions.contents(['a'.repeat(40)]),
      ]) {
        assert.deepEqual(answer, { state: 'noRepository' });
      }
    } finally {
      rmSync(base, { recursive: true });
    }
  });
});

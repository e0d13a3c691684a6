import assert from 'node:assert/strict';
import type { CommitLink } from '../../../src/core/entries/entry.ts';
import type { GradedLink } from '../../../src/core/links/grade.ts';
import { NodeHistory } from '../../../src/node/git/nodeHistory.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { valueOf } from '../git/gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 60_000;
const path = 'retro/entries/2026/2026-01-05-one-k3f9q2xa.md';

/** A branch `work` with three commits, of which the second is linked, and a `main` that has moved on. */
class Scene {
  readonly repository: GitRepository;
  readonly first: string;
  readonly linked: string;
  readonly last: string;
  readonly link: CommitLink;

  private constructor(
    commits: readonly [string, string, string],
    link: CommitLink,
    repository: GitRepository,
  ) {
    [this.first, this.linked, this.last] = commits;
    this.link = link;
    this.repository = repository;
  }

  static async make(message = 'Cache product pages\n\nWhy.\n'): Promise<Scene> {
    const repository = new GitRepository();
    repository.commit('Begin', { 'src/cache.ts': 'one\ntwo\nthree\n', 'src/other.ts': 'o\n' });
    repository.git('checkout', '--quiet', '-b', 'work');
    const first = repository.commit('Prepare', { 'src/prepare.ts': 'p\n' });
    const linked = repository.commit(message, { 'src/cache.ts': 'one\nTWO\nthree\n' });
    const last = repository.commit('Finish', { 'src/finish.ts': 'f\n' });
    const link = valueOf(await historyOf(repository).describe(linked));
    assert.ok(link);
    repository.git('checkout', '--quiet', 'main');
    repository.commit('Meanwhile', { 'src/meanwhile.ts': 'm\n' });
    return new Scene([first, linked, last], link, repository);
  }

  async graded(link: Partial<CommitLink> = this.link, id = 'k3f9q2xa'): Promise<GradedLink | undefined> {
    const asked = { id, path, link: { sha: this.linked, ...link } };
    return valueOf(await historyOf(this.repository).grade([asked])).links[0];
  }

  /** Takes away everything by which the old commits could still be had. */
  forget(): void {
    this.repository.git('branch', '--quiet', '-D', 'work');
    this.repository.git('reflog', 'expire', '--expire=now', '--all');
    this.repository.git('gc', '--quiet', '--prune=now');
  }

  squash(message: string): string {
    this.repository.git('merge', '--quiet', '--squash', 'work');
    return this.repository.commit(message);
  }

  sha(name = 'HEAD'): string {
    return this.repository.git('rev-parse', name);
  }
}

function historyOf({ folder, environment }: GitRepository): NodeHistory {
  return new NodeHistory({ root: folder, folder: 'retro', environment });
}

function told(graded: GradedLink | undefined): readonly unknown[] {
  return [graded?.grade, graded?.by, graded?.now, graded?.certain];
}

describe('a link to a commit', function () {
  this.timeout(patience);
  let scene: Scene;
  afterEach(() => scene.repository.remove());

  it('carries everything that lets it survive', async () => {
    scene = await Scene.make('Cache product pages\n\nChange-Id: I0123456789abcdef0123456789abcdef01234567\n');
    const { patch, range, ...rest } = scene.link;
    assert.deepEqual(rest, {
      sha: scene.linked,
      subject: 'Cache product pages',
      authored: '2026-01-05T09:02:00Z',
      paths: ['src/cache.ts'],
      change: 'I0123456789abcdef0123456789abcdef01234567',
    });
    assert.match(patch ?? '', /^[0-9a-f]{40}$/);
    assert.match(range ?? '', /^[0-9a-f]{40}$/);
    assert.notEqual(patch, range);
  });

  it('is exact while any branch has the commit', async () => {
    scene = await Scene.make();
    assert.deepEqual(told(await scene.graded()), ['exact', 'reachable', scene.linked, false]);
  });

  it('is exact below commits that a clock far behind has dated, where git itself takes it for unreached', async () => {
    scene = await Scene.make();
    scene.repository.git('checkout', '--quiet', '-B', 'main', 'work');
    scene.repository.git('branch', '--quiet', '-D', 'work');
    for (let second = 1; second <= 10; second += 1) {
      scene.repository.commit('Years ago', {}, { at: `@${second} +0000` });
    }
    assert.match(scene.repository.git('rev-list', scene.linked, '^HEAD'), new RegExp(scene.linked));
    assert.deepEqual(told(await scene.graded()), ['exact', 'reachable', scene.linked, false]);
  });

  it('is found by time and subject after a rebase', async () => {
    scene = await Scene.make();
    scene.repository.git('rebase', '--quiet', 'main', 'work');
    scene.repository.git('checkout', '--quiet', '-B', 'main');
    scene.forget();
    assert.deepEqual(told(await scene.graded()), ['rewritten', 'identity', scene.sha('HEAD~1'), true]);
  });

  it('is found by its patch when it was reworded, with and without its time', async () => {
    scene = await Scene.make();
    scene.repository.git('cherry-pick', 'work~2', 'work~1');
    scene.repository.git('commit', '--quiet', '--amend', '-m', 'Another subject');
    scene.forget();
    assert.deepEqual(told(await scene.graded()), ['rewritten', 'patch', scene.sha(), true]);
    scene.repository.run(
      { environment: scene.repository.dates() },
      'commit',
      '--amend',
      '-m',
      'A third',
      '--reset-author',
    );
    scene.repository.git('reflog', 'expire', '--expire=now', '--all');
    assert.deepEqual(told(await scene.graded()), ['rewritten', 'patch', scene.sha(), true]);
  });

  it('is found by git’s own record of amending', async () => {
    scene = await Scene.make();
    scene.repository.git('checkout', '--quiet', '-B', 'other', scene.linked);
    scene.repository.write('src/cache.ts', 'quite\nanother\n');
    scene.repository.git('commit', '--quiet', '--all', '--amend', '--reset-author', '-m', 'Something else');
    scene.repository.git('commit', '--quiet', '--amend', '-m', 'Something else again');
    scene.repository.git('branch', '--quiet', '-D', 'work');
    assert.deepEqual(told(await scene.graded()), ['same-change', 'git-record', scene.sha(), true]);
  });

  it('is found by what cherry-pick notes', async () => {
    scene = await Scene.make();
    scene.repository.git('cherry-pick', '-x', scene.linked);
    scene.forget();
    assert.deepEqual(told(await scene.graded({})), ['same-change', 'git-record', scene.sha(), true]);
  });

  it('is found by its Change-Id before anything else', async () => {
    const mark = '\n\nChange-Id: I0123456789abcdef0123456789abcdef01234567\n';
    scene = await Scene.make(`Cache product pages${mark}`);
    const now = scene.repository.commit(`All new${mark}`, { 'src/cache.ts': 'x\n' });
    scene.forget();
    assert.deepEqual(told(await scene.graded()), ['same-change', 'change-id', now, true]);
  });

  it('is found by the entry’s id anywhere in a message that touches its paths', async () => {
    scene = await Scene.make();
    scene.repository.commit('Elsewhere\n\nRetro: k3f9q2xa\n', { 'src/other.ts': 'x\n' });
    const now = scene.repository.commit('Squashed\n\n    Retro: k3f9q2xa\n\n    More\n', {
      'src/cache.ts': 'x\n',
    });
    scene.forget();
    assert.deepEqual(told(await scene.graded()), ['same-change', 'id-in-message', now, true]);
    assert.deepEqual(told(await scene.graded(scene.link, 'zzzzzzzz')), ['lost', undefined, undefined, false]);
  });

  it('is found by its branch’s whole change in a squash with a message of its own', async () => {
    scene = await Scene.make();
    const now = scene.squash('Make it fast');
    scene.forget();
    assert.deepEqual(told(await scene.graded()), ['squashed-into', 'range', now, true]);
  });

  it('is found by the number of its pull request', async () => {
    scene = await Scene.make();
    scene.squash('Half of it');
    scene.repository.write('src/finish.ts', 'changed while merging\n');
    scene.repository.git('add', '--all');
    scene.repository.git('commit', '--quiet', '--amend', '-m', 'Make it fast (#123)');
    scene.forget();
    assert.deepEqual(told(await scene.graded({ ...scene.link, pr: 123 })), [
      'squashed-into',
      'pull-request',
      scene.sha(),
      true,
    ]);
    assert.equal((await scene.graded({ ...scene.link, pr: 12 }))?.grade, 'lost');
  });

  it('is found by its subject in a squash message, which is not certain', async () => {
    scene = await Scene.make();
    scene.squash('Half of it');
    scene.repository.write('src/finish.ts', 'changed while merging\n');
    scene.repository.git('add', '--all');
    const message = 'Make it fast (#9)\n\n* Prepare\n\n* Cache product pages\n\nWhy.\n\n* Finish\n';
    scene.repository.run({ input: message }, 'commit', '--quiet', '--amend', '--file=-');
    scene.forget();
    assert.deepEqual(told(await scene.graded()), ['squashed-into', 'squash-list', scene.sha(), false]);
  });

  it('is found by the commit that added its entry, which is not certain', async () => {
    scene = await Scene.make();
    const now = scene.repository.commit('Quite another way', { 'src/cache.ts': 'x\n', [path]: '# One\n' });
    scene.repository.commit('Later', { 'src/cache.ts': 'y\n', [path]: '# One and a half\n' });
    scene.forget();
    assert.deepEqual(told(await scene.graded()), ['squashed-into', 'entry-commit', now, false]);
  });

  it('is lost where two commits could be meant, or only its subject is there', async () => {
    scene = await Scene.make();
    scene.repository.commit('Cache product pages', { 'src/other.ts': 'x\n' });
    scene.forget();
    assert.equal((await scene.graded())?.grade, 'lost');
    for (const file of ['a.ts', 'b.ts']) {
      scene.repository.commit('Cache product pages', { [file]: 'x\n' }, { at: '2026-01-05T09:02:00Z' });
    }
    assert.equal((await scene.graded())?.grade, 'lost');
  });

  it('is never found in what was there before it', async () => {
    scene = await Scene.make();
    scene.repository.git('checkout', '--quiet', 'main');
    const early = { at: '2026-01-04T09:00:00Z' };
    scene.repository.commit(
      'Cache product pages\n\nRetro: k3f9q2xa\n',
      { 'src/cache.ts': 'one\nTWO\nthree\n' },
      early,
    );
    scene.forget();
    assert.equal((await scene.graded())?.grade, 'lost');
  });

  it('that is only a hash is completed from its commit while that is still there', async () => {
    scene = await Scene.make();
    scene.repository.git('rebase', '--quiet', 'main', 'work');
    assert.deepEqual(told(await scene.graded({})), ['rewritten', 'identity', scene.sha('HEAD~1'), true]);
    scene.repository.git('checkout', '--quiet', '-B', 'main');
    scene.forget();
    assert.equal((await scene.graded({}))?.grade, 'lost');
  });
});

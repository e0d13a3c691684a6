import assert from 'node:assert/strict';
import { answerJson, retrolog } from './commandLine.ts';
import { Scene } from './scene.ts';

/** A suggestion as it is printed. */
interface Printed {
  readonly rule: string;
  readonly kind: string;
  readonly title: string;
  readonly date: string;
  readonly commits: readonly { readonly sha: string; readonly subject: string }[];
  readonly entry?: string;
}

async function suggestions(folder: string, ...args: readonly string[]): Promise<readonly Printed[]> {
  const { code, json } = await answerJson(folder, ['suggest', ...args]);
  assert.equal(code, 0, JSON.stringify(json));
  assert.deepEqual(Object.keys(json), ['suggestions']);
  return (json as unknown as { readonly suggestions: readonly Printed[] }).suggestions;
}

describe('retrolog suggest', function () {
  this.timeout(60_000);
  let scene: Scene;
  let cached: string;

  beforeEach(() => {
    scene = Scene.inRepository();
    cached = scene.commit('src/cache.ts', 'const ttl = 60;\n', 'Cache product pages');
  });
  afterEach(() => scene.remove());

  it('suggests a failure after git revert, with both commits', async () => {
    scene.git('revert', '--no-edit', cached);
    const head = scene.git('rev-parse', 'HEAD');
    const [suggestion, ...others] = await suggestions(scene.root);
    assert.deepEqual(others, []);
    assert.deepEqual(suggestion, {
      rule: 'revert',
      kind: 'failure',
      title: 'Revert "Cache product pages"',
      commits: [
        { sha: head, subject: 'Revert "Cache product pages"' },
        { sha: cached, subject: 'Cache product pages' },
      ],
      date: scene.git('log', '-1', '--format=%as'),
    });
  });

  it('suggests nothing that an entry is about, or that names one', async () => {
    const lesson = scene.commit('a.txt', 'a', 'Limit retries\n\nLearned: retries need a limit\n');
    const title = (one: Printed): string => one.title;
    assert.deepEqual((await suggestions(scene.root)).map(title), ['retries need a limit']);
    scene.writeEntry({ id: 'aaaa1111', kind: 'learning', more: ['commits:', `  - sha: "${lesson}"`] });
    assert.deepEqual(await suggestions(scene.root), []);
    scene.commit('b.txt', 'b', 'Limit more\n\nLearned: also here\nRetro: aaaa1111\n');
    assert.deepEqual(await suggestions(scene.root), []);
  });

  it('names the entry that a fix belongs to', async () => {
    scene.writeEntry({ id: 'k3f9q2xa', kind: 'failure', more: ['commits:', `  - sha: "${cached}"`] });
    const fix = scene.commit('src/cache.ts', 'const ttl = 70;\n', 'fixup! Cache product pages');
    const [suggestion] = await suggestions(scene.root);
    assert.deepEqual(suggestion, {
      rule: 'fixes-commit',
      kind: 'failure',
      title: 'fixup! Cache product pages',
      commits: [{ sha: fix, subject: 'fixup! Cache product pages' }],
      date: '2026-01-05',
      entry: 'k3f9q2xa',
    });
    const { stdout } = await retrolog(scene.root, ['suggest']);
    assert.equal(stdout, `2026-01-05  failure  fixup! Cache product pages → k3f9q2xa  ${fix.slice(0, 12)}\n`);
  });

  it('tells of a release that needed a patch soon, where that is rare', async () => {
    const release = (name: string, at: string): void => {
      const sha = scene.commit('version.txt', name, `Release ${name}`);
      scene.gitAt(at, 'tag', '--annotate', '--message', name, name, sha);
    };
    release('v1.0.0', '2026-01-01T09:00:00Z');
    release('v1.0.1', '2026-01-03T09:00:00Z');
    assert.deepEqual(await suggestions(scene.root), []);
    release('v1.1.0', '2026-02-01T09:00:00Z');
    release('v1.2.0', '2026-03-01T09:00:00Z');
    release('v1.3.0', '2026-04-01T09:00:00Z');
    const [suggestion, ...others] = await suggestions(scene.root);
    assert.deepEqual(others, []);
    assert.equal(suggestion?.rule, 'quick-patch');
    assert.equal(suggestion?.title, 'v1.0.0 needed v1.0.1 within three days');
    assert.equal(suggestion?.date, '2026-01-03');
  });

  it('gives five at most, the newest, and says that there are more', async () => {
    for (let at = 1; at <= 6; at += 1) {
      scene.commit('a.txt', String(at), `Learned: lesson ${at}`);
    }
    assert.deepEqual(
      (await suggestions(scene.root)).map(({ title }) => title),
      ['lesson 6', 'lesson 5', 'lesson 4', 'lesson 3', 'lesson 2'],
    );
    const { code, stderr } = await retrolog(scene.root, ['suggest']);
    assert.equal(code, 0);
    assert.match(stderr, /There are more\. They follow when these have entries\.\n$/);
  });

  it('gives nothing from before a day', async () => {
    scene.commit('a.txt', 'a', 'Learned: ask first');
    assert.equal((await suggestions(scene.root, '--since', '2026-01-05')).length, 1);
    assert.deepEqual(await suggestions(scene.root, '--since', '2026-01-06'), []);
    assert.equal((await answerJson(scene.root, ['suggest', '--since', '2026-13-01'])).code, 2);
  });

  it('never says who made a commit', async () => {
    scene.git('config', 'user.name', 'Grace Hopper');
    scene.commit('a.txt', 'a', 'Revert the cache\n\nSigned-off-by: Grace Hopper <grace@example.com>\n');
    for (const args of [['suggest'], ['suggest', '--json']]) {
      const { stdout, stderr } = await retrolog(scene.root, args);
      assert.match(stdout, /Revert the cache/);
      assert.doesNotMatch(stdout + stderr, /Grace|Ada|example\.com/);
    }
  });

  it('shows what a subject would do to a terminal as text [D74]', async () => {
    scene.commit('a.txt', 'a', 'Revert \u001b[31mred\u001b[0m \u202e');
    const { stdout } = await retrolog(scene.root, ['suggest']);
    assert.match(stdout, /Revert <U\+001B>\[31mred<U\+001B>\[0m <U\+202E>/);
  });

  it('writes nothing', async () => {
    scene.git('revert', '--no-edit', cached);
    await suggestions(scene.root);
    assert.equal(scene.git('status', '--porcelain'), '');
  });

  it('has nothing to say where there is no commit yet, and says so', async () => {
    const empty = Scene.inRepository();
    try {
      const ended = await retrolog(empty.root, ['suggest']);
      assert.deepEqual([ended.code, ended.stdout], [0, '']);
      assert.match(ended.stderr, /The history suggests nothing\.\n$/);
    } finally {
      empty.remove();
    }
  });

  it('fails with a reason where there is no repository: an empty list would be a lie [D66]', async () => {
    const outside = Scene.outsideGit();
    try {
      const { code, json } = await answerJson(outside.root, ['suggest']);
      assert.equal(code, 1);
      assert.equal(json.error.code, 'git');
    } finally {
      outside.remove();
    }
  });
});

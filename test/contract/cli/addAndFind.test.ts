import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { retrolog, retrologJson } from './commandLine.ts';
import { Scene } from './scene.ts';

describe('retrolog: write and find again', () => {
  let scene: Scene;
  let sha = '';
  let id = '';
  let path = '';

  before(async () => {
    scene = Scene.inRepository();
    scene.write('retro/plan.md', 'Of the log itself, so no path of the commit.\n');
    sha = scene.commit(
      'src/cache.ts',
      'const a = 1;\n\n  const ttl = 60;\nexport {};\n',
      'Cache product pages',
    );
    const added = await retrologJson(
      scene.path('src'),
      [
        'add',
        'experiment',
        'Jitter: “a small” change',
        '--date',
        '2026-03-05',
        '--tag',
        'caching',
        '--tag',
        'x: y',
        '--tag',
        'caching',
        '--person',
        'ada',
        '--commit',
        'HEAD',
        '--commit',
        'main',
        '--code',
        'cache.ts:3',
        '--code',
        '../src/cache.ts',
        '--hypothesis',
        'Fewer peaks',
        '--measure',
        'p99, 400 ms to 200 ms',
        '--timebox',
        '2026-04-01',
        '--owner',
        'grace',
        '--body=-',
        '--json',
      ],
      { input: 'Written on\r\nstandard input: ünïcode\n' },
    );
    assert.equal(added.code, 0, added.stderr);
    assert.deepEqual(Object.keys(added.json), ['id', 'path']);
    ({ id, path } = added.json);
  });

  after(() => scene.remove());

  it('writes one file, named after date, title and id', () => {
    assert.match(id, /^[a-df-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{7}$/);
    assert.equal(path, `retro/entries/2026/2026-03-05-jitter-a-small-change-${id}.md`);
    assert.deepEqual(readdirSync(scene.path('retro/entries/2026')), [path.split('/').at(-1)]);
  });

  it('writes what was given, and of a commit its hash, subject, day and paths', () => {
    const text = readFileSync(scene.path(path), 'utf8');
    assert.match(text, /^---\nid: /);
    assert.ok(text.includes(`  - sha: "${sha}"\n    subject: Cache product pages\n    authored: `), text);
    assert.match(text, /paths: ?(\[src\/cache\.ts\]|\n +- src\/cache\.ts)/);
    assert.equal(text.split(sha).length, 2, 'one link for one commit, however it was named');
    assert.match(text, /path: src\/cache\.ts\n +line: 3\n +text: "?const ttl = 60;"?\n/);
    assert.match(
      text,
      /\n# Jitter: “a small” change\n\nWritten on\nstandard input: ünïcode\n\n## Hypothesis\n\nFewer peaks\n\n## Measure\n\np99, 400 ms to 200 ms\n$/,
    );
  });

  it('lists, shows and searches the entry as it was written', async () => {
    const listed = await retrologJson(scene.root, ['list']);
    assert.equal(listed.code, 0);
    assert.deepEqual(Object.keys(listed.json), ['entries', 'problems']);
    assert.equal(listed.json.problems, 0);
    const expected = {
      id,
      kind: 'experiment',
      title: 'Jitter: “a small” change',
      date: '2026-03-05',
      path,
      tags: ['caching', 'x: y'],
      people: ['ada'],
      links: [],
      status: 'planned',
      owner: 'grace',
      timebox: '2026-04-01',
      code: [
        { path: 'src/cache.ts', line: 3, state: 'here' },
        { path: 'src/cache.ts', line: null, state: 'here' },
      ],
      commits: [{ sha, subject: 'Cache product pages', grade: 'exact', now: sha }],
    };
    assert.deepEqual(listed.json.entries, [expected]);

    const shown = await retrologJson(scene.root, ['show', id]);
    assert.equal(shown.code, 0);
    const { body, ...entry } = shown.json;
    assert.deepEqual(entry, expected);
    assert.match(body, /^\s*Written on\nstandard input/);

    const found = await retrologJson(scene.root, ['search', 'standard', 'input']);
    assert.deepEqual(found.json, { entries: [expected] });
    assert.deepEqual((await retrologJson(scene.root, ['search', 'zebra'])).json, { entries: [] });
  });

  it('checks clean', async () => {
    const checked = await retrologJson(scene.root, ['check']);
    assert.deepEqual([checked.code, checked.json], [0, { files: 1, problems: [] }]);
  });

  it('prints lines for people without a colour where stdout is no terminal [J128]', async () => {
    const listed = await retrolog(scene.root, ['list'], { env: { FORCE_COLOR: '1' } });
    assert.equal(listed.stdout, `2026-03-05  experiment  Jitter: “a small” change  ${id}\n`);
    const shown = await retrolog(scene.root, ['show', id]);
    assert.equal(shown.stdout.split('\n')[0], 'Jitter: “a small” change');
    assert.match(shown.stdout, /Commit +[0-9a-f]{12} Cache product pages\n/);
    assert.ok(shown.stdout.includes('src/cache.ts:3\n'));
    assert.doesNotMatch(listed.stdout + shown.stdout + listed.stderr, /(?!\n)\p{Cc}/u);
  });
});

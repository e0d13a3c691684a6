import assert from 'node:assert/strict';
import { join } from 'node:path';
import { answerJson, retrolog } from './commandLine.ts';
import { Scene } from './scene.ts';

interface PrintedChange {
  readonly change: string;
  readonly id: string;
  readonly kind: string;
  readonly keys?: readonly { readonly key: string; readonly before: unknown; readonly after: unknown }[];
  readonly text?: boolean;
}

interface PrintedChanges {
  readonly since: { readonly sha: string; readonly date: string };
  readonly until: { readonly sha: string; readonly date: string } | null;
  readonly changes: readonly PrintedChange[];
}

describe('the log in earlier commits, in a terminal', () => {
  let scene: Scene;
  let first = '';

  before(() => {
    scene = Scene.inRepository();
    scene.writeEntry({ id: 'aaaa1111', kind: 'win', date: '2026-01-10', title: 'Fast search' });
    scene.writeEntry({
      id: 'bbbb1111',
      kind: 'experiment',
      date: '2026-01-11',
      title: 'Jitter',
      more: ['code:', '  - path: src/cache.ts', '    line: 1', '    text: two'],
    });
    scene.write('src/cache.ts', 'two\n');
    scene.git('add', '--all');
    scene.gitAt('2026-01-12T09:00:00Z', 'commit', '--quiet', '--message=One');
    scene.git('tag', 'v1');
    first = scene.git('rev-parse', 'HEAD');
    scene.writeEntry({
      id: 'bbbb1111',
      kind: 'experiment',
      date: '2026-01-11',
      title: 'Jitter',
      more: ['status: concluded', 'outcome: validated'],
    });
    scene.write('src/cache.ts', 'one\ntwo\n');
    scene.writeEntry({ id: 'cccc1111', kind: 'learning', date: '2026-01-20', title: 'Spread lifetimes' });
    scene.git('rm', '--quiet', 'retro/entries/2026/2026-01-10-aaaa1111.md');
    scene.git('add', '--all');
    scene.gitAt('2026-01-21T09:00:00Z', 'commit', '--quiet', '--message=Two');
    scene.writeEntry({ id: 'dddd1111', kind: 'kudos', date: '2026-01-22', title: 'Thank you' });
  });

  after(() => scene.remove());

  async function changes(...args: string[]): Promise<PrintedChanges> {
    const { code, json } = await answerJson(scene.root, ['changes', ...args]);
    assert.equal(code, 0, JSON.stringify(json));
    return json as unknown as PrintedChanges;
  }

  it('is listed as of a tag, a hash and a day', async () => {
    for (const name of ['v1', first.slice(0, 8), '2026-01-12', '2026-01-20']) {
      const { code, json } = await answerJson(scene.root, ['list', '--at', name]);
      assert.equal(code, 0, name);
      assert.deepEqual(
        json.entries.map(({ id, status }) => [id, status]),
        [
          ['bbbb1111', 'planned'],
          ['aaaa1111', undefined],
        ],
        name,
      );
      assert.equal((json as unknown as { at: string }).at, first);
      assert.deepEqual(json.entries[0]?.code, [{ path: 'src/cache.ts', line: 1, state: 'here' }]);
    }
  });

  it('shows an entry that is gone, and filters what was there then', async () => {
    const shown = await retrolog(scene.root, ['show', 'aaaa1111', '--at', 'v1']);
    assert.match(shown.stdout, /^Fast search\nwin · 2026-01-10 · aaaa1111\n/);
    const { stdout } = await retrolog(scene.root, ['list', '--at', 'v1', '--kind', 'win']);
    assert.equal(stdout, '2026-01-10  win  Fast search  aaaa1111\n');
  });

  it('changed since a day in these ways, up to what is not committed yet', async () => {
    const told = await changes('--since', '2026-01-12');
    assert.deepEqual(told.since, { sha: first, date: '2026-01-12' });
    assert.equal(told.until, null);
    assert.deepEqual(
      told.changes.map(({ change, id }) => [change, id]),
      [
        ['removed', 'aaaa1111'],
        ['added', 'cccc1111'],
        ['changed', 'bbbb1111'],
        ['added', 'dddd1111'],
      ],
    );
    const [, , jitter] = told.changes;
    assert.deepEqual(jitter?.keys, [
      { key: 'status', before: 'planned', after: 'concluded' },
      { key: 'outcome', before: null, after: 'validated' },
      { key: 'code', before: ['src/cache.ts:1'], after: null },
    ]);
    assert.equal(jitter?.text, false);
  });

  it('changed between two commits, and the other way round', async () => {
    const there = await changes('--since', 'v1', '--until', 'HEAD');
    assert.deepEqual(
      there.changes.map(({ change, id }) => `${change} ${id}`),
      ['removed aaaa1111', 'added cccc1111', 'changed bbbb1111'],
    );
    assert.equal(there.until?.date, '2026-01-21');
    const back = await changes('--since', 'HEAD', '--until', 'v1');
    assert.deepEqual(
      back.changes.map(({ change, id }) => `${change} ${id}`),
      ['added aaaa1111', 'removed cccc1111', 'changed bbbb1111'],
    );
    assert.deepEqual((await changes('--since', 'v1', '--until', 'v1')).changes, []);
  });

  it('is told to people in a line for each entry and one for each value', async () => {
    const { stdout, stderr } = await retrolog(scene.root, ['changes', '--since=v1', '--until=HEAD']);
    assert.deepEqual(stdout.split('\n'), [
      '- 2026-01-10  win         Fast search       aaaa1111',
      '+ 2026-01-20  learning    Spread lifetimes  cccc1111',
      '~ 2026-01-11  experiment  Jitter            bbbb1111',
      '    status: planned → concluded',
      '    outcome: none → validated',
      '    code: src/cache.ts:1 → none',
      '',
    ]);
    assert.match(stderr, /^Since [0-9a-f]{12} \(2026-01-12\): 1 added, 1 changed, 1 removed\.\n$/);
    const nothing = await retrolog(scene.root, ['changes', '--since=HEAD', '--until=HEAD']);
    assert.match(nothing.stderr, /^Nothing changed since /);
  });

  it('says so where there is no such state, and where an option is missing', async () => {
    const cases = [
      [['list', '--at', 'nope'], 1, 'not-found'],
      [['list', '--at', '2026-01-11'], 1, 'not-found'],
      [['list', '--at=--output=canary'], 1, 'not-found'],
      [['show', 'cccc1111', '--at', 'v1'], 1, 'not-found'],
      [['changes', '--since', '2025-01-01'], 1, 'not-found'],
      [['changes'], 2, 'usage'],
    ] as const;
    for (const [args, exit, error] of cases) {
      const { code, json } = await answerJson(scene.root, args);
      assert.deepEqual([code, json.error.code], [exit, error], args.join(' '));
    }
  });

  it('says “history incomplete” in a shallow clone [D66]', async () => {
    const clone = join(scene.path('..'), 'shallow');
    scene.git('clone', '--quiet', '--depth=1', `file://${scene.root}`, clone);
    const { code, json } = await answerJson(clone, ['changes', '--since', '2026-01-12']);
    assert.deepEqual([code, json.error.code], [1, 'git']);
    assert.match(json.error.message, /^History incomplete: .* “git fetch --unshallow”/);
    assert.equal((await answerJson(clone, ['list', '--at', 'HEAD'])).code, 0);
  });

  it('has no earlier state outside of git', async () => {
    const outside = Scene.outsideGit();
    try {
      outside.writeEntry({ id: 'aaaa1111' });
      const { code, json } = await answerJson(outside.root, ['list', '--at', 'HEAD']);
      assert.deepEqual([code, json.error.code], [1, 'git']);
      assert.match(json.error.message, /not in a git repository/);
    } finally {
      outside.remove();
    }
  });
});

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { retrolog, retrologJson } from './commandLine.ts';
import { Scene } from './scene.ts';

describe('retrolog init', () => {
  let scene: Scene;
  before(() => {
    scene = Scene.inRepository();
  });
  after(() => scene.remove());

  it('says what it made, and never makes it again', async () => {
    const first = await retrologJson(scene.root, ['init']);
    assert.deepEqual([first.code, first.json, first.stderr], [0, { created: ['retro/retro.yml'] }, '']);
    scene.write('retro/retro.yml', 'team: Checkout\n');
    const second = await retrolog(scene.root, ['init']);
    assert.deepEqual(
      [second.code, second.stdout],
      [0, 'The log in “retro” is already there. Nothing was changed.\n'],
    );
    assert.equal(readFileSync(scene.path('retro/retro.yml'), 'utf8'), 'team: Checkout\n');
  });

  it('keeps temporary files out of git, in this clone alone [C56]', () => {
    const before = scene.git('status', '--porcelain', '--untracked-files=all');
    const text = readFileSync(scene.path('.git/info/exclude'), 'utf8');
    assert.match(text, /retro/);
    assert.equal(before, '?? retro/retro.yml');
  });

  it('makes a log in a folder of another name, which is found again by its settings', async () => {
    const other = Scene.inRepository();
    try {
      const made = await retrologJson(other.root, ['--folder', 'notes/team', 'init']);
      assert.deepEqual(made.json, { created: ['notes/team/retro.yml'] });
      mkdirSync(other.path('deep/down'), { recursive: true });
      const added = await retrologJson(other.path('deep/down'), [
        '--folder',
        'notes/team',
        'add',
        'win',
        'T',
        '--date',
        '2026-03-04',
      ]);
      assert.match(added.json.path, /^notes\/team\/entries\/2026\//);
    } finally {
      other.remove();
    }
  });
});

describe('retrolog where it is started', () => {
  let scene: Scene;
  let other: Scene;

  before(() => {
    scene = Scene.inRepository();
    other = Scene.inRepository();
    scene.commit('src/deep/a.ts', 'one\n', 'First');
    scene.writeEntry({ id: 'aaaa1111' });
    other.commit('b.ts', 'other\n', 'Of another repository');
  });

  after(() => {
    scene.remove();
    other.remove();
  });

  it('finds the log from a sub-folder, from elsewhere with --dir, and through a symbolic link', async () => {
    symlinkSync(scene.root, other.path('way'));
    for (const [folder, args] of [
      [scene.path('src/deep'), []],
      [other.root, ['--dir', scene.path('src')]],
      [other.root, ['--dir', 'way/src/deep']],
    ] as const) {
      const { code, json } = await retrologJson(folder, [...args, 'list', '--code', '.']);
      assert.deepEqual([code, json], [0, { entries: [], problems: 0 }]);
      const shown = await retrologJson(folder, [...args, 'show', 'aaaa1111']);
      assert.equal(shown.json.path, 'retro/entries/2026/2026-03-04-aaaa1111.md');
    }
    const there = await retrolog(other.root, ['--dir', 'nowhere', 'list']);
    assert.equal(there.code, 1);
    assert.match(there.stderr, /There is no folder .*nowhere/);
  });

  it('reads paths as seen from --dir', async () => {
    const { code, json } = await retrologJson(other.root, [
      '--dir',
      'way/src',
      'add',
      'win',
      'Seen',
      '--code',
      'deep/a.ts:1',
    ]);
    assert.equal(code, 0, JSON.stringify(json));
    assert.ok(readFileSync(scene.path(json.path), 'utf8').includes('path: src/deep/a.ts'));
  });

  it('asks the repository that it is in, whatever a hook’s variables say [D75]', async () => {
    const env = {
      GIT_DIR: other.path('.git'),
      GIT_INDEX_FILE: other.path('.git/index'),
      GIT_WORK_TREE: other.root,
      LANG: 'de_DE.UTF-8',
      LC_ALL: 'de_DE.UTF-8',
      PAGER: 'false',
    };
    const { code, json } = await retrologJson(
      scene.path('src'),
      ['add', 'win', 'From a hook', '--commit', 'HEAD'],
      { env },
    );
    assert.equal(code, 0, JSON.stringify(json));
    const text = readFileSync(scene.path(json.path), 'utf8');
    assert.ok(text.includes(scene.git('rev-parse', 'HEAD')) && text.includes('subject: First'));
    assert.equal(other.git('status', '--porcelain'), '?? way');
  });

  it('says of a folder that a sparse checkout leaves out, or that was removed, what brings it [D67]', async () => {
    const sparse = Scene.inRepository();
    try {
      sparse.writeEntry({ id: 'aaaa1111', title: 'Left out' });
      sparse.write('src/a.ts', 'a\n');
      sparse.git('add', '--all');
      sparse.git('commit', '--quiet', '--message=Log');
      const brings = /“retro” is in git, but not in this work tree.*git sparse-checkout add retro/;
      const leaveOut: readonly (() => void)[] = [
        () => sparse.git('sparse-checkout', 'set', 'src'),
        () => {
          sparse.git('sparse-checkout', 'disable');
          rmSync(sparse.path('retro'), { recursive: true });
        },
      ];
      for (const leave of leaveOut) {
        leave();
        assert.ok(!existsSync(sparse.path('retro')));
        for (const command of [['list'], ['trends'], ['digest'], ['add', 'win', 'W', '--link', 'aaaa1111']]) {
          assert.match((await retrolog(sparse.root, command)).stderr, brings, command.join(' '));
        }
        const { code, json } = await retrologJson(sparse.root, ['check']);
        assert.deepEqual([code, json.error.code], [1, 'not-found']);
        assert.match(json.error.message, brings);
        const made = await retrologJson(sparse.root, ['init']);
        assert.deepEqual([made.code, made.json.error.code], [1, 'already-there']);
        assert.match(made.json.error.message, brings);
        const trends = await retrolog(sparse.root, ['trends', '--json']);
        assert.match(
          trends.stdout,
          /"notes":\[.*"code":"log-not-here","message":"The folder “retro” is in git/,
        );
        const then = await retrologJson(sparse.root, ['list', '--at', 'HEAD']);
        assert.deepEqual(
          then.json.entries.map(({ title }) => title),
          ['Left out'],
        );
        assert.ok(!existsSync(sparse.path('retro')), 'nothing is made in its place');
      }
      sparse.git('restore', 'retro');
      assert.equal((await retrologJson(sparse.root, ['list'])).stderr, '');
    } finally {
      sparse.remove();
    }
  });

  it('does not write through a folder that is a symbolic link to elsewhere [C44]', async () => {
    const linked = Scene.inRepository();
    try {
      symlinkSync(other.root, linked.path('retro'));
      const added = await retrologJson(linked.root, ['add', 'win', 'T']);
      assert.equal(added.code, 1);
      assert.equal(typeof added.json.error.message, 'string');
      assert.ok(!existsSync(other.path('entries')));
      const listed = await retrolog(linked.root, ['list']);
      assert.equal(listed.code, 1);
      assert.match(listed.stderr, /^retrolog: “.*\/retro” is a symbolic link, which is not followed/);
    } finally {
      linked.remove();
    }
  });
});

describe('retrolog outside a git repository', () => {
  let scene: Scene;
  before(() => {
    scene = Scene.outsideGit();
  });
  after(() => scene.remove());

  it('does what it can, and says what it cannot', async () => {
    const nothing = await retrologJson(scene.root, ['list']);
    assert.deepEqual([nothing.code, nothing.json], [0, { entries: [], problems: 0 }]);
    assert.match(nothing.stderr, /There is no folder “retro” yet/);
    const unchecked = await retrologJson(scene.root, ['check']);
    assert.deepEqual([unchecked.code, unchecked.json.error.code], [1, 'not-found']);

    const made = await retrologJson(scene.root, ['init']);
    assert.deepEqual([made.code, made.json], [0, { created: ['retro/retro.yml'] }]);
    assert.match(made.stderr, /not in a git repository/);
    const refused = await retrologJson(scene.root, ['add', 'win', 'T', '--commit', 'HEAD']);
    assert.deepEqual([refused.code, refused.json.error.code], [1, 'git']);
    assert.match(refused.json.error.message, /not in a git repository/);

    const sha = 'ab'.repeat(20);
    scene.writeEntry({ id: 'aaaa1111', more: ['commits:', `  - sha: "${sha}"`, '    subject: Gone'] });
    const listed = await retrologJson(scene.root, ['list', '--commit', 'abab']);
    assert.deepEqual([listed.code, listed.json.entries[0]?.commits], [0, [{ sha, subject: 'Gone' }]]);
    assert.match(listed.stderr, /Links to commits were not checked: this is not in a git repository/);
  });
});

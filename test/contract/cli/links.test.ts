import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answerJson, type EndedWithJson, retrolog } from './commandLine.ts';
import { Scene } from './scene.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 60_000;
const none = { exact: 0, 'same-change': 0, rewritten: 0, 'squashed-into': 0, lost: 0 };

/** What `links` prints. */
interface LinksJson {
  readonly links: number;
  readonly grades: Readonly<Record<string, number>>;
  readonly repaired: number;
  readonly items: readonly { readonly id: string; readonly sha: string; readonly now: string | null }[];
}

function linksOf({ code, json, stderr }: EndedWithJson): LinksJson {
  assert.equal(code, 0, JSON.stringify(json) + stderr);
  return json as unknown as LinksJson;
}

describe('retrolog links', function () {
  this.timeout(patience);
  let scene: Scene;
  let linked: string;
  let path: string;

  beforeEach(async () => {
    scene = Scene.inRepository();
    scene.commit('src/other.ts', 'o\n', 'Begin');
    scene.git('checkout', '--quiet', '-b', 'work');
    linked = scene.commit('src/cache.ts', 'one\n', 'Cache product pages');
    const added = await answerJson(scene.root, [
      'add',
      'learning',
      'Cache',
      '--date',
      '2026-03-04',
      '--commit',
      'HEAD',
    ]);
    path = added.json.path;
    scene.write(path, text().replace('    subject:', '    # ours\n    x-build: 7\n    subject:'));
    scene.git('checkout', '--quiet', 'main');
  });
  afterEach(() => scene.remove());

  function text(): string {
    return readFileSync(scene.path(path), 'utf8');
  }

  async function links(...args: readonly string[]): Promise<LinksJson> {
    return linksOf(await answerJson(scene.root, ['links', ...args]));
  }

  /** Makes the commit anew on `main` and takes the old one away. */
  function rewrite(): string {
    scene.commit('src/meanwhile.ts', 'm\n', 'Meanwhile');
    scene.git('cherry-pick', 'work');
    scene.git('branch', '--quiet', '-D', 'work');
    return scene.git('rev-parse', 'HEAD');
  }

  it('writes all that lets a link survive when it is made', () => {
    for (const key of ['subject', 'authored', 'patch', 'range', 'paths']) {
      assert.match(text(), new RegExp(`^    ${key}: `, 'm'), key);
    }
  });

  it('grades every link and says what told', async () => {
    assert.deepEqual(await links(), {
      links: 1,
      grades: { ...none, exact: 1 },
      repaired: 0,
      items: [{ id: idOf(), sha: linked, grade: 'exact', now: linked, by: 'reachable' }],
    });
    const now = rewrite();
    assert.deepEqual(await links(), {
      links: 1,
      grades: { ...none, rewritten: 1 },
      repaired: 0,
      items: [{ id: idOf(), sha: linked, grade: 'rewritten', now, by: 'identity' }],
    });
    assert.deepEqual((await links('--onto', 'HEAD~1')).grades, { ...none, lost: 1 });
    const people = await retrolog(scene.root, ['links']);
    assert.match(
      people.stdout,
      new RegExp(`rewritten  ${linked.slice(0, 12)} Cache product pages → ${now.slice(0, 12)} `),
    );
  });

  it('repairs what is certain, and changes nothing else in the file', async () => {
    const now = rewrite();
    const before = text();
    const repaired = await links('--repair');
    assert.deepEqual([repaired.repaired, repaired.grades], [1, { ...none, rewritten: 1 }]);
    const range = /^    range: .*\n/m;
    assert.equal(text().replace(range, ''), before.replace(linked, now).replace(range, ''));
    assert.deepEqual((await links()).grades, { ...none, exact: 1 });
    const whole = text();
    assert.equal((await links('--repair')).repaired, 0);
    assert.equal(text(), whole);
  });

  it('renews what a link knows of its branch while that is there', async () => {
    const before = text();
    scene.git('checkout', '--quiet', 'work');
    scene.commit('src/more.ts', 'more\n', 'More');
    assert.equal((await links('--repair')).repaired, 0);
    assert.notEqual(text(), before);
    const range = /^    range: .*$/m;
    assert.equal(text().replace(range, ''), before.replace(range, ''));
  });

  it('tells where a linked commit is now, and finds entries by it', async () => {
    const now = rewrite();
    const shown = await answerJson(scene.root, ['show', idOf()]);
    assert.deepEqual(shown.json.commits, [
      { sha: linked, subject: 'Cache product pages', grade: 'rewritten', now },
    ]);
    const listed = await answerJson(scene.root, ['list', '--commit', 'HEAD']);
    assert.deepEqual(
      listed.json.entries.map((entry) => entry.id),
      [idOf()],
    );
  });

  it('counts what a commit’s message names as a link', async () => {
    const naming = scene.commit(
      'src/x.ts',
      'x\n',
      `Squashed\n\n    Retro: ${idOf().toUpperCase()}\n\nMore\n`,
    );
    for (const about of [
      ['--commit', naming.slice(0, 8)],
      ['--code', 'src/x.ts'],
    ]) {
      const listed = await answerJson(scene.root, ['list', ...about]);
      assert.deepEqual(
        listed.json.entries.map((entry) => entry.id),
        [idOf()],
        about.join(' '),
      );
    }
    const shown = await answerJson(scene.root, ['show', idOf()]);
    assert.deepEqual(
      shown.json.commits.map(({ sha, grade }) => [sha, grade]),
      [
        [linked, 'exact'],
        [naming, 'exact'],
      ],
    );
  });

  it('refuses a name that is no commit’s, and says when there is no repository', async () => {
    const unknown = await answerJson(scene.root, ['links', '--onto=--output=x']);
    assert.equal(unknown.code, 1);
    assert.match(unknown.json.error.message, /names no commit/);
    const outside = Scene.outsideGit();
    try {
      outside.writeEntry({ id: 'bbbb1111' });
      assert.equal(linksOf(await answerJson(outside.root, ['links'])).links, 0);
      outside.writeEntry({ id: 'aaaa1111', more: ['commits:', `  - sha: "${linked}"`] });
      const { code, json } = await answerJson(outside.root, ['links']);
      assert.deepEqual([code, json.error.code], [1, 'git']);
    } finally {
      outside.remove();
    }
  });

  function idOf(): string {
    return /^id: (\S+)$/m.exec(text())?.[1] ?? '';
  }
});

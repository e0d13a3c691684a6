import assert from 'node:assert/strict';
import type { EntryJson } from '../../../src/cli/entryJson.ts';
import { answerJson, endOf, retrolog, retrologJson, startRetrolog } from './commandLine.ts';
import { Scene } from './scene.ts';

describe('retrolog list', () => {
  let scene: Scene;
  const lost = '1234567890abcdef1234567890abcdef12345678';
  let sha = '';

  before(() => {
    scene = Scene.inRepository();
    sha = scene.commit('src/pay/card.ts', 'one\ntwo\n', 'Take cards');
    scene.commit('src/pay/card.ts', 'new first line\none\ntwo\n', 'Move lines');
    scene.writeEntry({ id: 'aaaa1111', kind: 'win', date: '2026-01-10', more: ['tags: [caching, team]'] });
    scene.writeEntry({
      id: 'bbbb1111',
      kind: 'failure',
      date: '2026-02-10',
      more: [
        'tags: [payments]',
        'commits:',
        `  - sha: "${sha}"`,
        '    subject: Take cards',
        `  - sha: "${lost}"`,
      ],
    });
    scene.writeEntry({
      id: 'cccc1111',
      kind: 'action',
      date: '2026-02-10',
      more: ['status: done', 'closed: 2026-02-12', 'owner: ada', 'due: 2026-02-20'],
    });
    scene.writeEntry({
      id: 'dddd1111',
      kind: 'learning',
      date: '2026-03-10',
      more: [
        'code:',
        '  - path: src/pay/card.ts',
        '    line: 2',
        '    text: two',
        '  - path: src/pay/gone.ts',
        '    line: 9',
        '    text: x',
      ],
    });
    scene.writeEntry({ id: 'ffff1111', kind: 'action', date: '2026-03-11' });
  });

  after(() => scene.remove());

  async function ids(...args: string[]): Promise<readonly string[]> {
    const { code, json } = await answerJson(scene.path('src'), ['list', ...args]);
    assert.equal(code, 0, JSON.stringify(json));
    return json.entries.map((entry) => entry.id);
  }

  it('gives the newest first, entries of one day by id', async () => {
    assert.deepEqual(await ids(), ['ffff1111', 'dddd1111', 'bbbb1111', 'cccc1111', 'aaaa1111']);
  });

  it('filters by kind, tag, status and day, and counts days inclusively', async () => {
    assert.deepEqual(await ids('--kind', 'win', '--kind', 'failure'), ['bbbb1111', 'aaaa1111']);
    assert.deepEqual(await ids('--tag', 'team', '--tag', 'payments'), ['bbbb1111', 'aaaa1111']);
    assert.deepEqual(await ids('--status', 'open'), ['ffff1111']);
    assert.deepEqual(await ids('--since', '2026-02-10', '--until', '2026-03-10', '--limit', '2'), [
      'dddd1111',
      'bbbb1111',
    ]);
  });

  it('filters by commit: by any name, and by hash where it is gone', async () => {
    assert.deepEqual(await ids('--commit', 'HEAD~1'), ['bbbb1111']);
    assert.deepEqual(await ids('--commit', 'HEAD'), []);
    assert.deepEqual(await ids('--commit', '12345678'), ['bbbb1111']);
  });

  it('filters by file and folder, seen from the current folder', async () => {
    assert.deepEqual(await ids('--code', 'pay/card.ts'), ['dddd1111']);
    assert.deepEqual(await ids('--code', 'pay/gone.ts'), ['dddd1111']);
    assert.deepEqual(await ids('--code', '.'), ['dddd1111']);
    assert.deepEqual(await ids('--code', '..'), ['dddd1111']);
    assert.deepEqual(await ids('--code', '../docs'), []);
  });

  it('grades every commit link, and says where places in the code are now', async () => {
    const { json } = await answerJson(scene.root, ['list']);
    const byId = new Map(json.entries.map((entry) => [entry.id, entry as Partial<EntryJson>]));
    assert.deepEqual(byId.get('bbbb1111')?.commits, [
      { sha, subject: 'Take cards', grade: 'exact', now: sha },
      { sha: lost, subject: '', grade: 'lost', now: null },
    ]);
    assert.deepEqual(byId.get('dddd1111')?.code, [
      { path: 'src/pay/card.ts', line: 3, state: 'moved' },
      { path: 'src/pay/gone.ts', line: 9, state: 'gone' },
    ]);
    const { path, ...action } = byId.get('cccc1111') ?? {};
    assert.deepEqual(action, {
      id: 'cccc1111',
      kind: 'action',
      title: 'Entry cccc1111',
      date: '2026-02-10',
      tags: [],
      people: [],
      links: [],
      status: 'done',
      owner: 'ada',
      due: '2026-02-20',
      closed: '2026-02-12',
      code: [],
      commits: [],
    });
    assert.equal(path, 'retro/entries/2026/2026-02-10-cccc1111.md');
  });

  it('refuses words that nothing could match, and revisions that nothing is known about', async () => {
    const cases: [string[], number, RegExp][] = [
      [['--kind', 'wins'], 2, /--kind “wins” is not known\. There are: win, /],
      [['--status', 'finished'], 2, /--status “finished” is not known/],
      [['--since', '2026-13-01'], 2, /--since/],
      [['--limit', '0'], 2, /--limit “0” is not a whole number/],
      [['--commit', 'no-such-branch'], 1, /names no commit/],
      [['--code', '../..'], 1, /outside of/],
    ];
    for (const [args, code, sentence] of cases) {
      const ended = await answerJson(scene.path('src'), ['list', ...args]);
      assert.equal(ended.code, code, args.join(' '));
      assert.match(ended.json.error.message, sentence);
    }
  });

  it('says on stderr that nothing was found', async () => {
    const ended = await retrolog(scene.root, ['list', '--tag', 'unheard-of']);
    assert.deepEqual([ended.code, ended.stdout, ended.stderr], [0, '', 'There are no such entries.\n']);
  });

  it('says of an empty log how it begins', async () => {
    const empty = Scene.outsideGit();
    try {
      empty.write('retro/retro.yml', 'team: Checkout\n');
      const { code, stdout, stderr } = await retrolog(empty.root, ['list', '--kind', 'win']);
      assert.deepEqual([code, stdout], [0, '']);
      assert.match(stderr, /^The log has no entries yet\. “retrolog add win .*” writes the first\.\n$/);
    } finally {
      empty.remove();
    }
  });
});

describe('retrolog list, of a thousand entries', () => {
  let scene: Scene;

  before(() => {
    scene = Scene.outsideGit();
    for (let at = 0; at < 1000; at += 1) {
      scene.writeEntry({
        id: `a${String(at).padStart(7, '0')}`,
        date: `2026-03-${String((at % 28) + 1).padStart(2, '0')}`,
      });
    }
  });

  after(() => scene.remove());

  it('lists all of them, and pipes more than a pipe holds', async () => {
    const { code, json } = await retrologJson(scene.root, ['list']);
    assert.equal(code, 0);
    assert.equal(json.entries.length, 1000);
  });

  it('leaves quietly when the reader of the pipe does [J128]', async () => {
    const child = startRetrolog(scene.root, ['list', '--json']);
    child.stdout.destroy();
    const { code, stderr } = await endOf(child);
    assert.deepEqual([code, stderr], [0, '']);
  });
});

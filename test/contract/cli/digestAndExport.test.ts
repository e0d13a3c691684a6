import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { exportColumns } from '../../../src/core/export/exportColumns.ts';
import { answerJson, retrolog } from './commandLine.ts';
import { Scene } from './scene.ts';

describe('retrolog digest', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = Scene.outsideGit();
  });

  afterEach(() => scene.remove());

  it('gives this week by default, and everything since a day', async () => {
    scene.write('retro/retro.yml', 'team: Shop\n');
    const today = new Date().toISOString().slice(0, 10);
    scene.writeEntry({ id: 'k0000001', kind: 'win', date: today, title: 'Fast search' });
    scene.writeEntry({ id: 'k0000002', kind: 'win', date: '2026-01-02', title: 'Old news' });
    const week = await retrolog(scene.root, ['digest']);
    assert.match(
      week.stdout,
      /^\*\*What Shop takes with it, since \d{4}-\d\d-\d\d\*\*\n\n\*\*Wins\*\*\n- Fast search\n$/,
    );
    const all = await answerJson(scene.root, ['digest', '--since', '2026-01-02']);
    const { markdown } = all.json as unknown as { markdown: string };
    assert.match(markdown, /since 2026-01-02\*\*\n\n\*\*Wins\*\*\n- Old news\n- Fast search\n$/);
  });

  it('is kind about an empty week', async () => {
    scene.writeEntry({ id: 'k0000001', kind: 'win', date: '2026-01-02' });
    const { code, stdout } = await retrolog(scene.root, ['digest']);
    assert.equal(code, 0);
    assert.match(stdout, /Quiet weeks are fine\.\n$/);
  });
});

describe('retrolog export', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = Scene.outsideGit();
  });

  afterEach(() => scene.remove());

  beforeEach(() => {
    scene.writeEntry({
      id: 'k0000001',
      kind: 'win',
      date: '2026-01-02',
      title: '=1+1',
      more: ['tags: [a, b]'],
    });
    scene.writeEntry({ id: 'k0000002', kind: 'action', date: '2026-01-03', title: 'Ünï “x”' });
    scene.write(
      'retro/meetings/2026/m.md',
      '---\nid: m0000001\nkind: meeting\ndate: 2026-01-04\n---\n\n# Sprint\n\n## Wins\n',
    );
  });

  it('prints one array with every column of every file', async () => {
    const { code, stdout } = await retrolog(scene.root, ['export', '--format', 'json']);
    const rows = JSON.parse(stdout) as Record<string, unknown>[];
    assert.equal(code, 0);
    assert.deepEqual(
      rows.map((row) => row.id),
      ['k0000002', 'k0000001', 'm0000001'],
    );
    for (const row of rows) {
      assert.deepEqual(
        Object.keys(row),
        exportColumns.map((column) => column.name),
      );
    }
    assert.deepEqual([rows[0]?.status, rows[1]?.status, rows[2]?.body], ['open', null, '## Wins\n']);
  });

  it('prints a line for each file, the same with --json, which stands for the form of other commands', async () => {
    const plain = await retrolog(scene.root, ['export', '--format', 'ndjson']);
    const asked = await retrolog(scene.root, ['export', '--format', 'ndjson', '--json']);
    assert.equal(plain.stdout, asked.stdout);
    const rows = plain.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { title: string });
    assert.deepEqual(
      rows.map((row) => row.title),
      ['Ünï “x”', '=1+1', 'Sprint'],
    );
  });

  it('[B39] prints CSV whose lines all end in CRLF and whose cells are no formulas', async () => {
    const { stdout } = await retrolog(scene.root, ['export', '--format', 'csv']);
    const lines = stdout.split('\r\n');
    assert.equal(lines[0], exportColumns.map((column) => column.name).join(','));
    assert.ok(lines[1]?.startsWith('k0000002,action,Ünï “x”,2026-01-03,'), lines[1]);
    assert.ok(lines[2]?.startsWith(`k0000001,win,'=1+1,`), lines[2]);
    assert.ok(lines[2]?.includes(',"[""a"",""b""]",'), lines[2]);
    assert.equal(lines.at(-1), '');
  });

  it('writes the file that -o names, whole or not at all, and leaves nothing beside it', async () => {
    scene.write('out/log.csv', 'x'.repeat(3_000_000));
    const { code, json } = await answerJson(scene.path('out'), [
      'export',
      '--format',
      'csv',
      '-o',
      'log.csv',
    ]);
    assert.deepEqual([code, json], [0, { path: 'out/log.csv' }]);
    const { stdout } = await retrolog(scene.root, ['export', '--format', 'csv']);
    assert.equal(readFileSync(scene.path('out/log.csv'), 'utf8'), stdout);
    assert.deepEqual(readdirSync(scene.path('out')), ['log.csv']);
  });

  it('writes through a link, and says why where it cannot write', async () => {
    scene.write('out/real.json', '');
    symlinkSync('real.json', scene.path('out/link.json'));
    const linked = await answerJson(scene.path('out'), ['export', '--format=json', '-o', 'link.json']);
    assert.equal(linked.code, 0);
    assert.ok(readFileSync(scene.path('out/real.json'), 'utf8').startsWith('[{'));
    const refused: [string, RegExp][] = [
      ['out', /^“out” is a folder\. Name a file/],
      [join('none', 'x.json'), /^There is no folder to write none\/x\.json into\. Make it first/],
      [join('out', 'real.json', 'x.json'), /could not be written: A file stands where a folder is needed/],
    ];
    for (const [file, sentence] of refused) {
      const { code, json } = await answerJson(scene.root, ['export', '--format=json', '-o', file]);
      assert.deepEqual([code, json.error.code], [1, 'cannot-write'], file);
      assert.match(json.error.message, sentence);
    }
  });

  it('needs a format that it knows', async () => {
    for (const args of [['export'], ['export', '--format', 'xml']]) {
      const { code, json } = await answerJson(scene.root, args);
      assert.deepEqual([code, json.error.code], [2, 'usage']);
    }
  });

  it('has a description of each column, and of no other', () => {
    const described = [...readFileSync('docs/export.md', 'utf8').matchAll(/^\| `(\w+)` \|/gm)].map(
      ([, name]) => name,
    );
    assert.deepEqual(
      described,
      exportColumns.map((column) => column.name),
    );
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { retrolog, retrologJson } from './commandLine.ts';
import { Scene } from './scene.ts';

describe('retrolog and a log with broken files [G]', () => {
  let scene: Scene;
  const good = 'retro/entries/2026/2026-03-04-aaaa1111.md';
  const broken: Record<string, string | Uint8Array> = {
    'retro/entries/2026/2026-01-01-empty.md': '',
    'retro/entries/2026/2026-01-02-unclosed.md': '---\nid: aaaa2222\nkind: win\n',
    'retro/entries/2026/2026-01-03-script.md':
      '---js\nrequire("fs").writeFileSync("canary", "")\n---\n\n# T\n',
    'retro/entries/2026/2026-01-04-latin.md': new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]),
    'retro/entries/2026/2026-01-05-twice.md':
      '---\nid: aaaa3333\nid: aaaa4444\nkind: win\ndate: 2026-01-05\n---\n\n# T\n',
    'retro/entries/2026/2026-01-06-conflict.md': '<<<<<<< ours\n---\nid: aaaa5555\n=======\n>>>>>>> theirs\n',
    'retro/entries/2026/2026-01-07-\u001b[2Jname.md':
      '---\nid: 1234567\nkind: win\ndate: 2026-01-07\n---\n\n# T\n',
  };

  before(() => {
    scene = Scene.inRepository();
    scene.writeEntry({ id: 'aaaa1111', title: 'Whole' });
    scene.writeEntry({ id: 'bbbb1111', kind: 'experiment', date: '2026-03-05', title: 'Only a warning' });
    for (const [path, content] of Object.entries(broken)) {
      scene.write(path, content);
    }
  });

  after(() => scene.remove());

  it('lists every problem with path, line and reason, and ends with 1', async () => {
    const { code, json, stderr } = await retrologJson(scene.root, ['check']);
    assert.equal(code, 1);
    assert.equal(stderr, '');
    assert.deepEqual(Object.keys(json), ['files', 'problems']);
    assert.equal(json.files, 9);
    for (const problem of json.problems) {
      assert.deepEqual(Object.keys(problem), ['code', 'severity', 'path', 'line', 'message']);
      assert.ok(problem.line >= 1 && problem.message.length > 10);
    }
    const withErrors = new Set(
      json.problems.filter((one) => one.severity === 'error').map((one) => one.path),
    );
    assert.deepEqual([...withErrors].sort(), Object.keys(broken).sort());
  });

  it('prints problems as path, line, severity and message, and nothing that a terminal obeys [A27]', async () => {
    const { code, stdout, stderr } = await retrolog(scene.root, ['check']);
    assert.equal(code, 1);
    const lines = stdout.trimEnd().split('\n');
    assert.ok(
      lines.every((line) => /^retro\/.*\.md:\d+: (error|warning): \S/.test(line)),
      stdout,
    );
    assert.doesNotMatch(stdout.replaceAll('\n', ''), /\p{Cc}/u);
    assert.match(stderr, /^9 files checked: errors \d+, warnings \d+\.\n$/);
  });

  it('checks only what it is asked to, and ends with 0 for warnings alone', async () => {
    const one = await retrologJson(scene.path('retro/entries'), ['check', `../../${good}`]);
    assert.deepEqual([one.code, one.json], [0, { files: 1, problems: [] }]);
    const warned = await retrologJson(scene.root, ['check', 'retro/entries/2026/2026-03-05-bbbb1111.md']);
    assert.deepEqual([warned.code, warned.json.problems.map((one) => one.severity)], [0, ['warning']]);
    const folder = await retrologJson(scene.root, ['check', './retro/entries/2026/', good]);
    assert.deepEqual([folder.code, folder.json.files], [1, 9]);
  });

  it('says that a path is not there rather than that it is fine', async () => {
    const { code, json } = await retrologJson(scene.root, ['check', 'retro/entries/2026/typo.md']);
    assert.equal(code, 1);
    assert.deepEqual(json, {
      error: {
        code: 'not-found',
        message: 'There is no file or folder retro/entries/2026/typo.md.',
        path: 'retro/entries/2026/typo.md',
      },
    });
  });

  it('does everything else without the broken files, and says how many were left out', async () => {
    const listed = await retrologJson(scene.root, ['list']);
    assert.equal(listed.code, 0);
    assert.deepEqual(
      listed.json.entries.map((entry) => entry.id).filter((id) => id.endsWith('1111')),
      ['bbbb1111', 'aaaa1111'],
    );
    assert.ok(Number(listed.json.problems) >= 8);
    assert.match(listed.stderr, /^\d files were left out\. “retrolog check” says why\.\n$/);
    for (const args of [
      ['show', 'aaaa1111'],
      ['search', 'whole'],
      ['add', 'win', 'T', '--link', 'aaaa1111'],
    ]) {
      const { code, stderr } = await retrologJson(scene.root, args);
      assert.equal(code, 0);
      assert.match(stderr, /files were left out/);
    }
  });

  it('never rewrites a broken file, and runs nothing in it [A3]', () => {
    for (const [path, content] of Object.entries(broken)) {
      assert.deepEqual(readFileSync(scene.path(path)), Buffer.from(content));
    }
    assert.throws(() => readFileSync(scene.path('canary')));
  });

  it('does not choose between two files with one id [A24]', async () => {
    const copy = 'retro/entries/2026/2026-03-04-copy.md';
    scene.write(copy, readFileSync(scene.path(good)));
    const { code, json } = await retrologJson(scene.root, ['show', 'aaaa1111']);
    assert.deepEqual([code, json.error.code], [1, 'ambiguous']);
    assert.ok(json.error.message.includes(good) && json.error.message.includes(copy));
  });
});

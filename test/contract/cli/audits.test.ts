import assert from 'node:assert/strict';
import { noAuditTexts } from '../../../src/core/audit/audit.ts';
import { printAudit } from '../../../src/core/audit/printAudit.ts';
import { auditOf } from '../../support/auditOf.ts';
import { retrolog, retrologJson } from './commandLine.ts';
import { Scene } from './scene.ts';

describe('retrolog and the audits of a log', () => {
  let scene: Scene;
  const path = 'retro/audits/2026/2026-03-04-culture-audit-cccc1111.md';

  beforeEach(() => {
    scene = Scene.inRepository();
    scene.writeEntry({ id: 'aaaa1111', title: 'Whole', more: ['links: [cccc1111]'] });
    const answers = auditOf({ 'failing-deep': 2, 'failing-above': 5 });
    const draft = { title: 'Culture audit', date: '2026-03-04', answers, texts: noAuditTexts };
    scene.write(path, printAudit('cccc1111', draft));
  });
  afterEach(() => scene.remove());

  it('checks them with the other files, and finds nothing wrong with one that was printed', async () => {
    const { code, json } = await retrologJson(scene.root, ['check']);
    assert.deepEqual([code, json], [0, { files: 2, problems: [] }]);
  });

  it('says at which line a rating cannot be, and leaves its file out', async () => {
    scene.write(
      path.replace('04-', '05-'),
      `---
id: cccc2222
kind: audit
date: 2026-03-05
survey: learning-culture
wording: "2026-1"
scale: {from: 1, to: 5}
answers:
  - {id: failing-deep, rating: 6, reversed: false}
---

# Culture audit
`,
    );
    const { code, json } = await retrologJson(scene.root, ['check']);
    assert.equal(code, 1);
    assert.deepEqual(
      json.problems.map((one) => [one.code, one.line, one.path]),
      [['bad-rating', 9, path.replace('04-', '05-')]],
    );
    const { stdout } = await retrolog(scene.root, ['report', '--until', '2026-03-31']);
    assert.match(stdout, /^## Culture audit\n\n\[Culture audit\]\([^)]*cccc1111\.md\), 2026-03-04\n/m);
    assert.match(stdout, /^- We trust that telling of a failure .* \(2 of 5\)$/m);
  });

  it('lists entries and no audits, and says where one is that was asked for', async () => {
    const listed = await retrologJson(scene.root, ['list']);
    assert.deepEqual(
      listed.json.entries.map((entry) => entry.id),
      ['aaaa1111'],
    );
    const shown = await retrologJson(scene.root, ['show', 'cccc1111']);
    assert.equal(shown.code, 1);
    assert.deepEqual(shown.json.error, {
      code: 'not-found',
      message: `“cccc1111” is not an entry. It is kept in ${path}.`,
      path,
    });
  });

  it('exports them as rows of their own', async () => {
    const { stdout } = await retrolog(scene.root, ['export', '--format', 'ndjson']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; kind: string });
    assert.deepEqual(
      rows.map(({ id, kind }) => [id, kind]),
      [
        ['aaaa1111', 'learning'],
        ['cccc1111', 'audit'],
      ],
    );
  });
});

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addCommitLink } from '../../../src/core/format/addCommitLink.ts';
import { parseFile } from '../../../src/core/format/parseFile.ts';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { RetroError } from '../../../src/core/retroError.ts';
import { anyCommit, anyDate, anyDraft, anyId, patience } from './anyDraft.ts';

const link = { sha: 'a1'.repeat(20), subject: 'Limit retries', authored: '2026-03-04T09:00:00Z' };
const entry = (...keys: readonly string[]): string =>
  ['---', 'id: k3f9q2xa', 'kind: failure', 'date: 2026-11-23', ...keys, '---', '', '# T', ''].join('\n');
const printed = [
  '  - sha: "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"',
  '    subject: Limit retries',
  '    authored: 2026-03-04T09:00:00Z',
];

describe('adding a link to a commit', function () {
  this.timeout(patience);

  it('makes the list where there is none', () => {
    assert.equal(addCommitLink(entry(), link), entry('commits:', ...printed));
    assert.equal(addCommitLink(entry('commits: []'), link), entry('commits:', ...printed));
  });

  it('goes behind the last one, and keeps comments and unknown keys byte for byte', () => {
    const list = [
      'commits: # ours',
      '- sha: "b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2"   # the first',
      "  subject: 'Cache'",
      '  x-team: {a: [1, 2]}',
    ];
    const after = ['# about tags', 'tags: [a]'];
    const own = printed.map((line) => line.slice(2));
    assert.equal(addCommitLink(entry(...list, ...after), link), entry(...list, ...own, ...after));
  });

  it('keeps the line endings of the file', () => {
    const before = entry('commits:', '  - sha: "b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2"').replaceAll(
      '\n',
      '\r\n',
    );
    assert.ok(addCommitLink(before, link).includes('\r\n    subject: Limit retries\r\n'));
  });

  it('does not link a commit twice', () => {
    const linked = addCommitLink(entry(), link);
    assert.equal(addCommitLink(linked, { sha: link.sha }), linked);
  });

  it('is refused where the list cannot be added to, or would be too long, and where nothing can be read', () => {
    const flow = entry('commits: [{sha: "b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2"}]');
    const many = entry(
      'commits:',
      ...Array.from({ length: 300 }, (_, at) => `  - sha: "${String(at).padStart(40, 'b')}"`),
    );
    for (const text of [flow, many, '---\nid: [\n---\n', 'no front matter']) {
      assert.throws(() => addCommitLink(text, { ...link, subject: 'x'.repeat(3000) }), RetroError);
    }
  });

  it('is read back, whatever the entry and the link are', () => {
    fc.assert(
      fc.property(anyId, anyDraft, anyDate, anyCommit, (id, draft, date, commit) => {
        const text = printEntry(id, { ...draft, date });
        const before = parseFile('retro/entries/x.md', text).entry?.commits ?? [];
        fc.pre(!before.some(({ sha }) => sha === commit.sha));
        const after = parseFile('retro/entries/x.md', addCommitLink(text, commit)).entry?.commits;
        assert.deepEqual(after, [...before, commit]);
      }),
      { numRuns: 300 },
    );
  });
});

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { setItemKeys, type ItemValues } from '../../../src/core/format/editItem.ts';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { RetroError } from '../../../src/core/retroError.ts';
import { anyCommit, anyDraft, patience, runs } from './anyDraft.ts';

const [one, two] = ['a'.repeat(40), 'b'.repeat(40)];
const now = 'c'.repeat(40);
const entry = [
  '---',
  'id: k3f9q2xa',
  'commits: # all of them',
  '  # the first',
  `  - sha: "${one}" # here it began`,
  '    subject: >-',
  '      folded',
  '      text',
  '    x-build: {number: 7, tags: [a, b]} # ours',
  '    paths:',
  '      - src/a.ts',
  '      - src/b.ts',
  '    # and the end',
  `  - {sha: '${two}', "x note": 'it''s', paths: [], pr: 7} # in one line`,
  `"kind": win`,
  'date: 2026-11-23',
  '---',
  '',
  '# T',
].join('\n');

function edited(sha: string, values: ItemValues, text = entry): string {
  return setItemKeys(text, 'commits', (item) => (item['sha'] === sha ? values : undefined));
}

describe('setItemKeys', function () {
  this.timeout(patience);

  it('changes the keys of one item in lines, and keeps comments and unknown keys [A25]', () => {
    const text = edited(one, { sha: now, subject: 'New: one', paths: ['x.ts'], patch: one });
    const expected = entry
      .replace(`- sha: "${one}"`, `- sha: "${now}"`)
      .replace('subject: >-\n      folded\n      text', 'subject: "New: one"')
      .replace('paths:\n      - src/a.ts\n      - src/b.ts', `paths: [x.ts]\n    patch: "${one}"`);
    assert.equal(text, expected);
  });

  it('changes the keys of an item in one line', () => {
    const text = edited(two, { sha: now, paths: ['x.ts'], subject: 'New', pr: undefined });
    assert.equal(
      text,
      entry.replace(`'${two}'`, `"${now}"`).replace('paths: [], pr: 7}', 'paths: [x.ts], subject: New}'),
    );
  });

  it('removes keys, and what is not there is no matter', () => {
    const text = edited(one, { subject: undefined, range: undefined, sha: now });
    const expected = entry
      .replace(`"${one}"`, `"${now}"`)
      .replace('    subject: >-\n      folded\n      text\n', '');
    assert.equal(text, expected);
  });

  it('keeps every line ending and a byte order mark [A7]', () => {
    const text = `\ufeff${entry.replaceAll('\n', '\r\n')}`;
    assert.equal(edited(two, { pr: 8 }, text), text.replace('pr: 7', 'pr: 8'));
    const mixed = entry.replace('# T', '# T\r').replace('id: k3f9q2xa\n', 'id: k3f9q2xa\r\n');
    assert.equal(edited(one, { sha: now }, mixed), mixed.replace(one, now));
  });

  it('leaves a file alone in which nothing is asked for, and refuses one that it cannot read', () => {
    assert.equal(edited(now, { pr: 1 }), entry);
    assert.throws(() => edited(one, { pr: 1 }, '---\nid: [\n---\n'), RetroError);
    assert.throws(() => edited(one, { subject: 'x'.repeat(17_000) }), RetroError);
  });

  it('gives any item of any entry any values', () => {
    fc.assert(
      fc.property(anyDraft, anyCommit, fc.nat(5), (draft, commit, index) => {
        const text = printEntry('k3f9q2xa', draft);
        const chosen = draft.commits?.[index % Math.max(1, draft.commits.length)];
        const values = { subject: undefined, range: undefined, ...commit } as ItemValues;
        const again = setItemKeys(text, 'commits', (item) =>
          item['sha'] === chosen?.sha ? values : undefined,
        );
        assert.equal(again === text, chosen === undefined || again === text);
      }),
      { numRuns: runs(300, 20_000) },
    );
  });
});

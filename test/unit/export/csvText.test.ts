import assert from 'node:assert/strict';
import { csvText } from '../../../src/core/export/csvText.ts';
import { exportColumns, exportRow } from '../../../src/core/export/exportColumns.ts';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { entryOf } from '../../support/entryOf.ts';

function cells(some: Partial<Entry>, body = ''): Readonly<Record<string, string>> {
  const [head = [], row = []] = parse(csvText([{ file: entryOf({ id: 'a', ...some }), body }]));
  return Object.fromEntries(head.map((name, at) => [name, row[at] ?? '']));
}

/** A reader of RFC 4180 that knows nothing of the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('csvText', () => {
  it('has a line of names and a line for each file, all of one length', () => {
    const rows = parse(
      csvText([
        { file: entryOf({ id: 'a' }), body: '' },
        { file: entryOf({ id: 'b' }), body: '' },
      ]),
    );
    assert.deepEqual(
      rows[0],
      exportColumns.map((column) => column.name),
    );
    assert.deepEqual(
      rows.map((row) => row.length),
      [rows[0]?.length, rows[0]?.length, rows[0]?.length],
    );
  });

  it('quotes commas, quotes and line breaks, and reads back', () => {
    const title = 'One, "two"';
    const body = 'a\nb\r\n"c", d\n';
    const read = cells({ title }, body);
    assert.deepEqual([read.title, read.body], [title, body]);
  });

  it('[B39] takes every cell that a spreadsheet would run its power', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r']) {
      const evil = `${start}cmd|'/C calc'!A0`;
      assert.equal(cells({ title: evil }).title, `'${evil}`);
      assert.equal(cells({ reason: evil }).reason, `'${evil}`);
      assert.equal(cells({}, evil).body, `'${evil}`);
      assert.match(cells({ tags: [evil], people: [evil] }).tags ?? '', /^\[/);
    }
    assert.equal(cells({ title: 'a=b' }).title, 'a=b');
  });

  it('writes lists as JSON arrays, and nothing for what is not there', () => {
    const read = cells({
      tags: ['a', 'b, "c"'],
      code: [{ path: 'src/a.ts', line: 3 }, { path: 'src/b.ts' }],
      commits: [{ sha: 'f'.repeat(40) }],
      testable: false,
    });
    assert.deepEqual(JSON.parse(read.tags ?? ''), ['a', 'b, "c"']);
    assert.equal(read.code, '["src/a.ts:3","src/b.ts"]');
    assert.equal(read.commits, `["${'f'.repeat(40)}"]`);
    assert.deepEqual([read.people, read.status, read.testable], ['', '', 'false']);
  });
});

describe('exportRow', () => {
  it('has every column, in order, for a meeting too', () => {
    const meeting = {
      id: 'm',
      kind: 'meeting',
      date: '2026-03-04',
      title: 'Sprint',
      path: 'retro/m.md',
    } as const;
    const row = exportRow({ file: meeting, body: 'x' });
    assert.deepEqual(
      Object.keys(row),
      exportColumns.map((column) => column.name),
    );
    assert.deepEqual([row.kind, row.status, row.tags, row.body], ['meeting', null, [], 'x']);
  });
});

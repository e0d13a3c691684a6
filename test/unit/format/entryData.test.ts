import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { entryKinds } from '../../../src/core/entries/kinds.ts';
import { EntryData } from '../../../src/core/format/entryData.ts';
import { belongsTo, entryKeys } from '../../../src/core/format/entryKeys.ts';
import { entrySchema } from '../../../src/core/format/entrySchema.ts';
import { anyCommit, anyDate, anyId, anyPlace, anyText, patience, runs } from './anyDraft.ts';

const anyValue = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    '',
    0,
    1,
    -1,
    1.5,
    true,
    [],
    {},
    'open',
    'done',
    'planned',
    'cleared',
    'validated',
    '2026-02-30',
    '2026-11-23',
    '2026-11-23T09:14:03Z',
  ),
  anyText,
  anyId,
  anyDate,
  fc.array(fc.oneof(anyText, anyId, fc.integer()), { maxLength: 2 }),
  fc.array(fc.oneof(anyCommit, anyPlace, fc.constantFrom(null, [], {}, 'x')), { maxLength: 2 }),
  fc.array(
    fc.record(
      {
        sha: fc.constant('a'.repeat(40)),
        path: anyText,
        pr: fc.constantFrom(1, 0, '1', null),
        authored: fc.constantFrom('x', null),
        line: fc.constantFrom(1.5, 2 ** 60),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    { maxLength: 2 },
  ),
);

const anyKeys = fc
  .tuple(
    fc.record(
      { id: anyId, kind: fc.constantFrom<string>(...entryKinds, 'party'), date: anyDate },
      { noNullPrototype: true },
    ),
    fc.dictionary(fc.constantFrom<string>(...entryKeys, 'sprint', '__proto__'), anyValue, {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  )
  .map(([needed, others]) =>
    Object.fromEntries(Object.entries({ ...needed, ...others }).filter(([, value]) => value !== undefined)),
  );

describe('EntryData', () => {
  it('finds nothing to say exactly where the schema has no issue and every key its kind', () => {
    let clean = 0;
    fc.assert(
      fc.property(anyKeys, (values: Readonly<Record<string, unknown>>) => {
        const data = new EntryData(values, 'a.md', 'T');
        const kind = typeof values.kind === 'string' ? values.kind : '';
        const { success } = entrySchema(kind).safeParse(values);
        assert.equal(data.clean, success && Object.keys(values).every((key) => belongsTo(key, kind)));
        clean += data.clean ? 1 : 0;
      }),
      { numRuns: runs(5_000, 300_000) },
    );
    assert.ok(clean > 200, `only ${clean} were clean`);
  }).timeout(patience);
});

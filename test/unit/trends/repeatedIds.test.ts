import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { RepeatedIds } from '../../../src/core/trends/repeatedIds.ts';
import { entryOf } from '../../support/entryOf.ts';

function of(ids: readonly string[]): readonly string[] {
  const entries = ids.map((id) => entryOf({ id }));
  const repeated = new RepeatedIds(entries);
  const half = entries.length >> 1;
  repeated.take(0, half);
  repeated.take(half, entries.length);
  return [...repeated.found].sort();
}

describe('ids that several files have', () => {
  it('are found, upper and lower case alike, each once', () => {
    assert.deepEqual(of(['k3f9q2xa', 'm2x7k9qa', 'K3F9Q2XA', 'k3f9q2xa', 'b-c-d']), ['k3f9q2xa']);
    assert.deepEqual(of([]), []);
  });

  it('are those that come a second time, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-cA-C]{1,3}$/), { maxLength: 40 }), (ids) => {
        const lower = ids.map((id) => id.toLowerCase());
        const again = lower.filter((id, at) => lower.indexOf(id) !== at);
        assert.deepEqual(of(ids), [...new Set(again)].sort());
      }),
    );
  });

  it('are found as fast where somebody chose them to fall in one place', () => {
    // The bit that tells upper from lower case is not looked at: these are one place in the table.
    const alike = Array.from({ length: 2 ** 14 }, (_, at) =>
      at.toString(2).padStart(14, '0').replaceAll('1', '\u0010'),
    );
    assert.deepEqual(of([...alike, 'k3f9q2xa', 'K3f9q2xa']), ['k3f9q2xa']);
  });
});

import assert from 'node:assert/strict';
import { newThanks } from '../../../src/core/kudos/newThanks.ts';
import { recentThanks } from '../../../src/core/kudos/recentThanks.ts';
import { readSeenThanks, withSeenThanks } from '../../../src/core/kudos/seenThanks.ts';
import { entryOf } from '../../support/entryOf.ts';

const today = '2026-11-22';
const ada = { identities: [{ name: 'Ada Lovelace' }], authors: [], named: [] };

function thanks(id: string, people: readonly string[], date = '2026-11-20') {
  return entryOf({ id, kind: 'kudos', people, date });
}

function found(entries: Parameters<typeof newThanks>[0], seen: readonly string[] = []): readonly string[] {
  return newThanks(entries, ada, seen, today).map(({ id }) => id);
}

describe('new thanks', () => {
  it('are those that name the person, among whomever else', () => {
    const entries = [
      thanks('k1aaaaaa', ['Grace Hopper', 'Ada Lovelace']),
      thanks('k2aaaaaa', ['Grace Hopper']),
      thanks('k3aaaaaa', []),
      entryOf({ id: 'w1aaaaaa', kind: 'win', people: ['Ada Lovelace'], date: '2026-11-20' }),
    ];
    assert.deepEqual(found(entries), ['k1aaaaaa']);
  });

  it('are not those that were seen, today or ever after', () => {
    const entries = [thanks('k1aaaaaa', ['Ada']), thanks('k2aaaaaa', ['Ada'])];
    assert.deepEqual(found(entries, withSeenThanks([], 'k1aaaaaa')), ['k2aaaaaa']);
  });

  it('wait for a quarter of a year', () => {
    const entries = [thanks('k1aaaaaa', ['Ada'], '2026-08-23'), thanks('k2aaaaaa', ['Ada'], '2026-08-22')];
    assert.deepEqual(found(entries), ['k1aaaaaa']);
  });

  it('stay in the order of the log', () => {
    const entries = [thanks('k2aaaaaa', ['Ada'], '2026-11-21'), thanks('k1aaaaaa', ['Ada'], '2026-11-03')];
    assert.deepEqual(found(entries), ['k2aaaaaa', 'k1aaaaaa']);
  });
});

describe('thanks that were seen', () => {
  it('are kept once each, and the oldest goes first where they are many', () => {
    const many = Array.from({ length: 500 }, (_, at) => `k${at}`);
    assert.deepEqual(withSeenThanks(['k1'], 'k1'), ['k1']);
    assert.deepEqual(withSeenThanks(many, 'new'), [...many.slice(1), 'new']);
  });

  it('are none where what was kept is something else', () => {
    assert.deepEqual(readSeenThanks(undefined), []);
    assert.deepEqual(readSeenThanks({ length: 2 }), []);
    assert.deepEqual(readSeenThanks(['k1', 7, null]), ['k1']);
  });
});

describe('recent thanks', () => {
  it('are those of the last quarter, with or without names', () => {
    const entries = [
      thanks('k3aaaaaa', [], '2026-11-23'),
      thanks('k2aaaaaa', ['Ada'], '2026-08-23'),
      thanks('k1aaaaaa', ['Ada'], '2026-08-22'),
      entryOf({ id: 'w1aaaaaa', kind: 'win', date: '2026-11-20' }),
    ];
    assert.deepEqual(
      recentThanks(entries, today).map(({ id }) => id),
      ['k3aaaaaa', 'k2aaaaaa'],
    );
  });
});

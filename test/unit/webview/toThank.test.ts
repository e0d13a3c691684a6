import * as assert from 'node:assert/strict';
import type { Draft } from '../../../src/protocol/draft.ts';
import { toThank } from '../../../src/webview/capture/toThank.ts';
import { offered, writing } from './captureDrafts.ts';

const sha = 'a'.repeat(40);
const offers = [
  { name: 'Grace Hopper', commit: sha },
  { name: 'Katherine Johnson', path: 'src/cart.ts' },
];

function offeredFor(parts: Partial<Draft>): readonly string[] {
  return toThank({ ...writing(parts), state: { ...offered, toThank: offers } });
}

describe('whom thanks could go to', () => {
  it('is who made a commit that the thanks are about', () => {
    assert.deepEqual(offeredFor({ kind: 'kudos', commits: [{ sha, subject: 'Cache pages' }] }), [
      'Grace Hopper',
    ]);
  });

  it('is who wrote a line of the file that the thanks are about', () => {
    assert.deepEqual(offeredFor({ kind: 'kudos', code: [{ path: 'src/cart.ts', line: 3 }] }), [
      'Katherine Johnson',
    ]);
  });

  it('is nobody who is thanked already, and nobody for another commit', () => {
    const commits = [{ sha, subject: 'Cache pages' }];
    assert.deepEqual(offeredFor({ kind: 'kudos', commits, people: ['Grace Hopper'] }), []);
    assert.deepEqual(offeredFor({ kind: 'kudos', commits: [{ sha: 'b'.repeat(40), subject: '' }] }), []);
  });

  it('is nobody where no thanks are written', () => {
    assert.deepEqual(offeredFor({ kind: 'failure', commits: [{ sha, subject: 'Cache pages' }] }), []);
  });
});

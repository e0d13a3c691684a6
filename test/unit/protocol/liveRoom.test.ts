import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isPanelFacts } from '../../../src/protocol/boardPanel.ts';
import { isProof, isRoomControl, isRoomId, liveRoom } from '../../../src/protocol/liveRoom.ts';

const controls = [
  { type: 'admit', who: 'bennnnnn' },
  { type: 'turnAway', who: 'bennnnnn' },
  { type: 'lock', locked: true },
  { type: 'takeLead' },
  { type: 'end' },
];

const entry = { room: '', proof: '', name: 'Ben', last: { feed: '', at: 0 } };

describe('what is asked of a live room', () => {
  it('is taken with all that it needs and nothing else', () => {
    for (const control of controls) {
      assert.ok(isRoomControl(control), control.type);
      assert.ok(!isRoomControl({ ...control, more: 1 }), control.type);
      assert.ok(!isRoomControl({ ...control, type: 'fly' }));
    }
    assert.ok(liveRoom.enter.input(entry));
    for (const wrong of [
      { ...entry, more: 1 },
      { ...entry, room: 'x'.repeat(1001) },
      { ...entry, name: 'x'.repeat(201) },
      { ...entry, last: { feed: '', at: -1 } },
      { ...entry, last: { feed: '', at: Number.NaN } },
      JSON.parse(JSON.stringify(entry).replace('{', '{"__proto__":{},')) as unknown,
      null,
      [],
    ]) {
      assert.ok(!liveRoom.enter.input(wrong), JSON.stringify(wrong));
    }
  });

  it('[H104] is never taken where it is anything else, whatever that is', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), (value) => {
        for (const { input } of Object.values(liveRoom)) {
          const taken: boolean = input(value);
          assert.ok(!taken || value === null || Array.isArray(value));
        }
        assert.equal(isPanelFacts(value), false);
      }),
      { numRuns: 5000 },
    );
  });

  it('has rooms of 128 bits and secrets of 256 bits in base64url', () => {
    assert.ok(isRoomId('A'.repeat(22)) && isProof('_-'.repeat(21).concat('a')));
    for (const wrong of ['', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}+`, `${'A'.repeat(21)}\n`]) {
      assert.ok(!isRoomId(wrong), wrong);
    }
    for (const wrong of ['A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`]) {
      assert.ok(!isProof(wrong), wrong);
    }
  });
});

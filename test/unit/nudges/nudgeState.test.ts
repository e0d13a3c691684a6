import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { nothingShown, readNudgeState, wasShown, withShown } from '../../../src/core/nudges/nudgeState.ts';

describe('what is kept of all that was asked and offered', () => {
  it('is read as it was kept', () => {
    const state = {
      shown: [
        { kind: 'question', occasion: '2026-03-05', day: '2026-03-05', answer: 'taken' },
        { kind: 'digest', occasion: '2026-03-02', root: '/shop', day: '2026-03-06' },
        {
          kind: 'moment',
          occasion: 'spike a1',
          root: '/shop',
          moment: { what: 'spike', about: 'spike/x', commit: { sha: 'a1'.repeat(20), subject: 'Merge it' } },
          day: '2026-03-07',
        },
        {
          kind: 'moment',
          occasion: 'tests',
          moment: { what: 'tests', about: 'npm test' },
          day: '2026-03-08',
        },
        { kind: 'invitation', occasion: 'once', day: '2026-03-09' },
      ],
      snoozed: { question: '2026-03-09' },
      loggedOn: '2026-03-04',
    };
    assert.deepEqual(readNudgeState(JSON.parse(JSON.stringify(state))), state);
  });

  it('is nothing where it is garbage, and never throws', () => {
    for (const garbage of [undefined, null, 7, 'x', [], { shown: 7, snoozed: [], loggedOn: 'soon' }]) {
      assert.deepEqual(readNudgeState(garbage), nothingShown);
    }
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        readNudgeState(kept);
        readNudgeState({ shown: [kept], snoozed: kept, loggedOn: kept });
      }),
    );
  });

  it('leaves out what another version kept, and keeps the rest', () => {
    const good = { kind: 'question', occasion: '2026-03-05', day: '2026-03-05' };
    const kept = {
      shown: [
        { kind: 'song', occasion: 'x', day: '2026-03-05' },
        { ...good, day: '2026-02-30' },
        { ...good, moment: { what: 'magic', about: 7 } },
      ],
      snoozed: { question: 'never', song: '2026-03-05' },
    };
    assert.deepEqual(readNudgeState(kept), { shown: [good], snoozed: {} });
  });

  it('does not grow for ever, and never forgets what is offered only once', () => {
    const once = { kind: 'invitation', occasion: 'once' } as const;
    let state = withShown(nothingShown, once, '2026-03-04');
    for (let day = 0; day < 2000; day++) {
      state = withShown(state, { kind: 'question', occasion: String(day) }, '2026-03-05');
    }
    assert.equal(state.shown.length, 401);
    assert.ok(wasShown(state, once));
    assert.equal(state.shown.at(-1)?.occasion, '1999');
  });
});

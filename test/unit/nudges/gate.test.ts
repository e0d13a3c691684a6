import assert from 'node:assert/strict';
import { type Chances, type Doing, type NudgeWishes, passGate } from '../../../src/core/nudges/gate.ts';
import {
  awake,
  nothingShown,
  type NudgeState,
  snoozedThisWeek,
  standingOffer,
  withAnswer,
  withLogged,
  withShown,
} from '../../../src/core/nudges/nudgeState.ts';
import { asksAtHalfPastFour, at, free, nothingWanted } from './nudgeCases.ts';

const once = { kind: 'invitation', occasion: 'once' } as const;

/** What the gate says in a word. */
function says(
  time: string,
  { state = nothingShown, wishes = asksAtHalfPastFour, doing = {}, chances = {} }: Partial<Case> = {},
): string {
  const verdict = passGate(state, { wishes, chances, doing: { ...free, ...doing }, now: at(time) });
  return verdict.show === undefined ? verdict.because : `${verdict.show.kind} ${verdict.show.occasion}`;
}

interface Case {
  readonly state: NudgeState;
  readonly wishes: NudgeWishes;
  readonly doing: Partial<Doing>;
  readonly chances: Chances;
}

describe('the gate of all that is asked and offered', () => {
  it('asks the question at the time that was chosen, not before', () => {
    assert.equal(says('2026-03-05 16:29'), 'nothingDue');
    assert.equal(says('2026-03-05 16:30'), 'question 2026-03-05');
    assert.equal(says('2026-03-05 23:59'), 'question 2026-03-05');
  });

  it('asks nothing of somebody who wants nothing', () => {
    assert.equal(says('2026-03-05 23:59', { wishes: nothingWanted }), 'nothingDue');
  });

  for (const busy of ['quiet', 'debugging', 'boardOpen', 'writing', 'elsewhere'] as const) {
    it(`waits where somebody is busy: ${busy}`, () => {
      assert.equal(says('2026-03-05 16:30', { doing: { [busy]: true } }), busy);
    });
  }

  it('shows one thing a day', () => {
    const state = withShown(nothingShown, once, '2026-03-05');
    assert.equal(says('2026-03-05 16:30', { state }), 'oneToday');
    assert.equal(says('2026-03-06 16:30', { state }), 'question 2026-03-06');
  });

  it('never asks twice on a day, also where the clock was set back over midnight', () => {
    const verdict = passGate(nothingShown, {
      wishes: asksAtHalfPastFour,
      chances: {},
      doing: free,
      now: at('2026-03-06 16:30'),
    });
    assert.ok(verdict.show);
    const state = {
      ...verdict.state,
      shown: verdict.state.shown.map((one) => ({ ...one, day: '2026-03-05' })),
    };
    assert.equal(says('2026-03-06 16:31', { state }), 'shownBefore');
  });

  it('does not ask who has logged something that day', () => {
    const state = withLogged(nothingShown, '2026-03-05');
    assert.equal(says('2026-03-05 16:30', { state }), 'loggedToday');
    assert.equal(says('2026-03-06 16:30', { state }), 'question 2026-03-06');
  });

  it('is silent until Monday when the question was put off', () => {
    const state = snoozedThisWeek(nothingShown, 'question', '2026-03-05');
    assert.equal(says('2026-03-08 16:30', { state }), 'snoozed');
    assert.equal(says('2026-03-09 16:30', { state }), 'question 2026-03-09');
    assert.equal(says('2026-03-06 16:30', { state: awake(state, 'question') }), 'question 2026-03-06');
  });

  it('offers the question once, to somebody who has logged something', () => {
    const wishes = { ...nothingWanted, invitation: true };
    assert.equal(says('2026-03-05 09:00', { wishes }), 'nothingDue');
    const state = withLogged(nothingShown, '2026-03-04');
    assert.equal(says('2026-03-05 09:00', { wishes, state }), 'invitation once');
    const later = withShown(state, once, '2026-03-05');
    assert.equal(says('2026-03-06 09:00', { wishes, state: later }), 'nothingDue');
  });

  it('offers the digest on Friday from noon on, before the question, once', () => {
    const digest = { kind: 'digest', occasion: '2026-03-02' } as const;
    const week = { wishes: { ...asksAtHalfPastFour, digest: true }, chances: { digest } };
    assert.equal(says('2026-03-05 12:00', week), 'nothingDue');
    assert.equal(says('2026-03-06 11:59', week), 'nothingDue');
    assert.equal(says('2026-03-06 12:00', week), 'digest 2026-03-02');
    assert.equal(says('2026-03-06 16:30', { ...week, chances: {} }), 'question 2026-03-06');
    assert.equal(says('2026-03-06 12:00', { ...week, wishes: asksAtHalfPastFour }), 'nothingDue');
    const state = withShown(nothingShown, digest, '2026-03-05');
    assert.equal(says('2026-03-06 12:00', { ...week, state }), 'nothingDue');
  });

  it('lets an offer stand for its day, until it is answered', () => {
    const state = withShown(nothingShown, once, '2026-03-05');
    assert.deepEqual(standingOffer(state, '2026-03-05'), { ...once, day: '2026-03-05' });
    assert.equal(standingOffer(state, '2026-03-06'), undefined);
    assert.equal(standingOffer(withAnswer(state, once, 'declined'), '2026-03-05'), undefined);
  });

  it('lets no question stand in the log view', () => {
    const state = withShown(nothingShown, { kind: 'question', occasion: '2026-03-05' }, '2026-03-05');
    assert.equal(standingOffer(state, '2026-03-05'), undefined);
  });
});

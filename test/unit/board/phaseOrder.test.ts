import assert from 'node:assert/strict';
import { phaseAfter, phaseBefore } from '../../../src/core/board/phaseOrder.ts';
import { ada, Run } from './boards.ts';

describe('phaseOrder', () => {
  it('passes over what is skipped, and ends at both ends', () => {
    const run = Run.started().does(ada, { type: 'skipPhase', phase: 'check-in', skipped: true });
    const { phases } = run.view(ada);
    assert.equal(phaseAfter(phases, 'review'), 'write');
    assert.equal(phaseBefore(phases, 'write'), 'review');
    assert.equal(phaseBefore(phases, 'review'), undefined);
    assert.equal(phaseAfter(phases, 'close'), undefined);
  });

  it('does not skip a phase any more that was gone to', () => {
    const run = Run.started().does(ada, { type: 'skipPhase', phase: 'vote', skipped: true });
    run.does(ada, { type: 'goTo', phase: 'vote' });
    assert.deepEqual(run.board.skipped, []);
  });
});

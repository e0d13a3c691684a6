import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { BoardView } from '../../../src/core/board/boardView.ts';
import { shareUnchanged } from '../../../src/core/board/shareUnchanged.ts';
import { changeBetween, changedView, type ViewChange } from '../../../src/core/board/viewChange.ts';
import { isViewChange } from '../../../src/protocol/board.ts';
import { patience, runs } from '../format/anyDraft.ts';
import { AnyRun, anyStart, anySteps } from './anyRun.ts';
import { ada, ben, Run } from './boards.ts';

/** What is sent to make the later view of the earlier one, as it arrives. */
function sent(before: BoardView, after: BoardView): ViewChange | undefined {
  const change = changeBetween(before, shareUnchanged(before, after));
  return change && (JSON.parse(JSON.stringify(change)) as ViewChange);
}

describe('a change to a view', () => {
  it('makes the later view of the earlier one, whatever was done', () => {
    fc.assert(
      fc.property(anyStart, anySteps(undefined, 60), fc.nat(60), (start, steps, at) => {
        const early = AnyRun.of(start, steps.slice(0, at));
        const late = AnyRun.of(start, steps);
        for (const participant of [ada, ben]) {
          const before = new Run(early.board).view(participant);
          const after = new Run(late.board).view(participant);
          const change = sent(before, after);
          assert.ok(change !== undefined && isViewChange(change));
          assert.deepEqual(changedView(before, change), after);
        }
      }),
      { numRuns: runs(150, 5000) },
    );
  }).timeout(patience);

  it('says no more than what is new', () => {
    const run = Run.started({ hidden: false }).adds(ada, 'c0000001', 'One').adds(ada, 'c0000002', 'Two');
    const before = run.view(ada);
    const after = run.adds(ada, 'c0000003', 'Three').view(ada);
    const change = sent(before, after);
    assert.deepEqual(
      change?.columns.map(({ id, order, topics }) => [id, order, topics.map((topic) => topic.id)]),
      [['column-1', ['c0000001', 'c0000002', 'c0000003'], ['c0000003']]],
    );
    assert.deepEqual(Object.keys(change?.rest ?? {}), ['revision']);
    const edited = run.does(ada, { type: 'editCard', card: 'c0000001', text: 'First' }).view(ada);
    assert.deepEqual(
      sent(after, edited)?.columns.map(({ order, topics }) => [order, topics.map((topic) => topic.id)]),
      [[undefined, ['c0000001']]],
    );
  });

  it('is none between boards of other columns, and does not fit another view', () => {
    const three = Run.started({ hidden: false }).adds(ada, 'c0000001', 'One');
    const before = three.view(ada);
    const two = Run.started({ columns: [{ title: 'Only', prompt: '' }] }).view(ada);
    assert.equal(sent(before, two), undefined);
    const change = sent(before, three.adds(ada, 'c0000002', 'Two').view(ada));
    assert.ok(change);
    assert.equal(changedView(Run.started().view(ada), change), undefined);
    assert.equal(changedView({ ...before, columns: before.columns.slice(1) }, change), undefined);
  });
});

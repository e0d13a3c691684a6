import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { PersonalViews } from '../../../src/core/board/personalViews.ts';
import { changeBetween, changedView } from '../../../src/core/board/viewChange.ts';
import { viewOf } from '../../../src/core/board/viewOf.ts';
import { patience, runs } from '../format/anyDraft.ts';
import { AnyRun, anyStart, anySteps, people } from './anyRun.ts';
import { ada, ben, cleo, Run } from './boards.ts';

describe('the views of many people', function () {
  this.timeout(patience);

  it('are those that each would have alone, whatever was done, and follow from one another', () => {
    fc.assert(
      fc.property(anyStart, anySteps(), (start, steps) => {
        const views = new PersonalViews();
        const run = AnyRun.of(start, []);
        const last = new Map(
          people.map((who) => [who, views.of(run.board, { participant: who, keys: [] }, 'now')]),
        );
        for (const step of steps) {
          run.tries(step);
          for (const who of people) {
            const viewer = { participant: who, keys: run.keysOf(who) };
            const view = views.of(run.board, viewer, 'now');
            assert.deepEqual(view, viewOf(run.board, viewer));
            const before = last.get(who);
            const change = before && changeBetween(before, view);
            assert.deepEqual(change && before && changedView(before, change), view);
            last.set(who, view);
          }
        }
      }),
      { numRuns: runs(200, 20_000) },
    );
  });

  it('have what is the same as the same object, also where it is a person’s own', () => {
    const run = Run.started({ hidden: false });
    const add = (who: string, card: string): void =>
      void run.does(who, { type: 'addCard', card, column: 'column-1', text: card });
    add(ada, 'c0000001');
    add(ben, 'c0000002');
    run.does(ada, { type: 'goTo', phase: 'vote' }).does(ben, { type: 'vote', topic: 'c0000001' });
    const views = new PersonalViews();
    const viewer = { participant: ben, keys: [] };
    const before = views.of(run.board, viewer, 'now');
    run.does(cleo, { type: 'setReady', ready: true });
    const after = views.of(run.board, viewer, 'as-before');
    assert.equal(after.columns, before.columns);
    assert.equal(after.votes, before.votes);
    assert.deepEqual(Object.keys(changeBetween(before, after)?.rest ?? {}).toSorted(), [
      'participants',
      'ready',
      'revision',
    ]);
  });

  it('leave what can be taken back as it was, where that is not asked for', () => {
    const run = Run.started({ hidden: false });
    const views = new PersonalViews();
    const viewer = { participant: ada, keys: [] };
    views.of(run.board, viewer, 'now');
    run.does(ada, { type: 'addCard', card: 'c0000001', column: 'column-1', text: 'One' });
    assert.equal(views.of(run.board, viewer, 'as-before').undo.mine, null);
    assert.equal(views.of(run.board, viewer, 'now').undo.mine, 'addCard');
    views.forget(ada);
    assert.deepEqual(views.of(run.board, viewer, 'as-before'), viewOf(run.board, viewer));
  });
});

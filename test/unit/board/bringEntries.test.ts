import assert from 'node:assert/strict';
import { bringingOf } from '../../../src/core/board/bringEntries.ts';
import type { GivenEntry } from '../../../src/core/board/given.ts';
import { boardLimits } from '../../../src/core/board/limits.ts';
import { hasContent } from '../../../src/core/minutes/hasContent.ts';
import { ada, ben, Run } from './boards.ts';

function entry(id: string, kind: string, title: string): GivenEntry {
  return { id, kind, title, path: `retro/${id}.md`, date: '2026-11-18', people: [] };
}

const fast = entry('entry001', 'win', 'Deploys are fast');
const calm = entry('entry002', 'win', 'A calm week');
const thanks = entry('entry003', 'kudos', 'Thanks for the review');

function bring(...entries: readonly GivenEntry[]) {
  return { type: 'bringEntries', entries } as const;
}

describe('bringing entries onto a board', () => {
  it('puts each into the first column of its kind, after what is there', () => {
    const run = Run.started({}, { entries: [fast] });
    assert.ok(!hasContent(run.board));
    run.does(ada, bring(calm));
    assert.deepEqual(run.sees(ben), ['Deploys are fast', 'A calm week']);
    assert.ok(hasContent(run.board));
  });

  it('lists what no column is for with what happened', () => {
    const run = Run.started().does(ada, bring(thanks));
    assert.deepEqual([run.sees(ben), run.sees(ben, 'column-3')], [[], []]);
    assert.deepEqual(run.board.given.entries, [thanks]);
  });

  it('doubles nothing that was given with the board or brought before', () => {
    const run = Run.started({}, { entries: [fast] }).does(ada, bring(fast, calm, thanks));
    assert.deepEqual(bringingOf(run.board, [fast, calm, thanks]), { carded: [], listed: [] });
    run.does(ada, bring(fast, calm, thanks));
    assert.deepEqual(run.sees(ben), ['Deploys are fast', 'A calm week']);
    assert.deepEqual(run.board.given.entries, [fast, thanks]);
  });

  it('doubles no entry that was put into another column by hand', () => {
    const run = Run.started({}, { entries: [thanks] });
    run.does(ada, { type: 'addEntryCard', card: 'card0001', column: 'column-3', entry: 'entry003' });
    run.does(ada, bring(thanks));
    assert.deepEqual(run.sees(ben, 'column-3'), ['Thanks for the review']);
  });

  it('does not bring back what was taken off the board', () => {
    const run = Run.started({}, { entries: [fast] });
    run.does(ada, { type: 'deleteCard', card: 'entry001' }).does(ada, bring(fast));
    assert.deepEqual(run.sees(ben), []);
  });

  it('is taken back in one step, and can be done again', () => {
    const run = Run.started().does(ada, bring(fast, calm, thanks));
    run.does(ada, { type: 'undo', whose: 'mine' });
    assert.deepEqual([run.sees(ben), run.board.given.entries], [[], []]);
    run.does(ada, bring(fast, calm));
    assert.deepEqual(run.sees(ben), ['Deploys are fast', 'A calm week']);
  });

  it('is for whoever facilitates, while the meeting is open', () => {
    Run.started()
      .refuses(ben, bring(fast), 'facilitator-only')
      .does(ada, { type: 'close' })
      .refuses(ada, bring(fast), 'closed');
  });

  it('is refused as a whole where there is no room, and for what is no list of entries', () => {
    const many = Array.from({ length: boardLimits.cards / 2 }, (_, at) =>
      entry(`given${String(at).padStart(4, '0')}`, 'win', 'One of many'),
    );
    const run = Run.started({}, { entries: many }).does(
      ada,
      bring(...many.slice(1).map((one, at) => ({ ...one, id: `more${String(at).padStart(4, '0')}` }))),
    );
    run.refuses(ada, bring(fast, calm), 'too-many').does(ada, bring(fast));
    run.refuses(ada, bring(fast, fast), 'malformed');
    run.refuses(ada, { type: 'bringEntries', entries: 7 as never }, 'malformed');
    run.refuses(ada, bring({ ...fast, id: '' }), 'malformed');
  });
});

import assert from 'node:assert/strict';
import type { BoardView } from '../../../../src/core/board/boardView.ts';
import { madeKinds } from '../../../../src/core/board/board.ts';
import type { Deed } from '../../../../src/core/board/intent.ts';
import { foresee } from '../../../../src/webview/board/foresee.ts';
import { newForm } from '../../../../src/webview/board/boardModel.ts';
import { ada, ben, Run } from '../../board/boards.ts';

const action = {
  id: 'action01',
  kind: 'action',
  title: 'Alert',
  path: 'retro/a.md',
  date: '2026-11-01',
  people: [],
};

/** A meeting with cards, a group of two, notes and something made. */
function scene(): Run {
  return Run.started({ hidden: false }, { actions: [{ ...action, owner: '', due: '' }] })
    .adds(ada, 'c0000001', 'Deploys')
    .adds(ada, 'c0000002', 'Jobs')
    .adds(ada, 'c0000003', 'Lunch')
    .adds(ada, 'c0000004', 'Checkout', 'column-2')
    .adds(ada, 'c0000005', 'Staging\nwho owns it?', 'column-2')
    .does(ada, { type: 'groupCard', card: 'c0000002', topic: 'c0000001', group: 'g0000001' })
    .does(ada, { type: 'addNote', note: 'n0000001', topic: 'c0000004', text: 'The cache' })
    .does(ada, {
      type: 'make',
      entry: 'm0000001',
      source: 'c0000004',
      words: newForm('', 'action', '', 'Jitter').words,
    })
    .does(ada, { type: 'promote', topic: 'c0000005', entry: 'p0000001' });
}

/** What may differ: what the host alone counts, and the suggestion of what could be undone. */
function comparable({ revision: _revision, undo: _undo, ...view }: BoardView): unknown {
  return view;
}

const cases: readonly (readonly [string, Deed, ((run: Run) => Run)?])[] = [
  ['a card', { type: 'addCard', card: 'c0000009', column: 'column-3', text: 'New' }],
  ['a change of a card', { type: 'editCard', card: 'c0000003', text: 'Dinner' }],
  ['a deleted card', { type: 'deleteCard', card: 'c0000003' }],
  ['a deleted card of a group', { type: 'deleteCard', card: 'c0000002' }],
  ['a move to another column', { type: 'moveCard', card: 'c0000003', column: 'column-2' }],
  [
    'a move before another card',
    { type: 'moveCard', card: 'c0000003', column: 'column-2', before: 'c0000004' },
  ],
  ['a move into the parking lot', { type: 'moveCard', card: 'c0000004', column: 'parking' }],
  ['a move out of a group', { type: 'moveCard', card: 'c0000001', column: 'column-3' }],
  ['a move within a group', { type: 'moveCard', card: 'c0000002', column: 'column-1', before: 'c0000001' }],
  ['a move of a group', { type: 'moveGroup', group: 'g0000001', column: 'column-2', before: 'c0000005' }],
  ['a new group', { type: 'groupCard', card: 'c0000003', topic: 'c0000005', group: 'g0000002' }],
  ['a group with notes', { type: 'groupCard', card: 'c0000003', topic: 'c0000004', group: 'g0000002' }],
  [
    'a card with notes in a group',
    { type: 'groupCard', card: 'c0000004', topic: 'g0000001', group: 'g0000002' },
  ],
  ['a card that leaves a group', { type: 'ungroupCard', card: 'c0000001' }],
  ['another title of a group', { type: 'renameGroup', group: 'g0000001', title: 'Speed' }],
  ['a vote', { type: 'vote', topic: 'g0000001' }, (run) => run.does(ada, { type: 'goTo', phase: 'vote' })],
  [
    'a vote that is taken back',
    { type: 'unvote', topic: 'c0000004' },
    (run) => run.does(ada, { type: 'goTo', phase: 'vote' }).does(ada, { type: 'vote', topic: 'c0000004' }),
  ],
  ['another phase', { type: 'goTo', phase: 'discuss' }],
  ['an action that is done', { type: 'reviewAction', action: 'action01', decision: 'close', reason: '' }],
  ['an action that is dropped', { type: 'reviewAction', action: 'action01', decision: 'drop', reason: 'No' }],
  ['a note', { type: 'addNote', note: 'n0000002', topic: 'c0000003', text: 'With the whole team' }],
  ['a change of a note', { type: 'editNote', note: 'n0000001', text: 'Caches' }],
  ['a deleted note', { type: 'deleteNote', note: 'n0000001' }],
  ['a topic', { type: 'selectTopic', topic: 'c0000004' }],
  ['a topic that was discussed', { type: 'markDiscussed', topic: 'g0000001', discussed: true }],
  ['kept as an entry', { type: 'promote', topic: 'c0000003', entry: 'p0000002', kind: 'kudos' }],
  ['a group kept as an entry', { type: 'promote', topic: 'g0000001', entry: 'p0000002', kind: 'learning' }],
  ['nothing kept any more', { type: 'unpromote', topic: 'c0000005' }],
  ['a question', { type: 'askCheckIn', question: 'How are you?' }],
  ['another title of the meeting', { type: 'rename', title: 'Sprint 43' }],
  ['how many are there', { type: 'setAttendees', count: 6 }],
  ['deleted', { type: 'deleteMade', entry: 'm0000001' }],
  ...madeKinds.map((kind): readonly [string, Deed] => [
    kind,
    { type: 'make', entry: 'm0000002', source: 'g0000001', words: newForm('', kind, '', 'Something').words },
  ]),
];

describe('what the board will be', () => {
  for (const [what, deed, before] of cases) {
    it(`is foreseen as the host makes it: ${what} (${deed.type})`, () => {
      const run = before?.(scene()) ?? scene();
      const foreseen = foresee(run.view(ada), deed);
      assert.deepEqual(comparable(foreseen), comparable(run.does(ada, deed).view(ada)));
    });
  }

  // Votes add up: the host says which of them a view has.
  for (const [what, deed, before] of cases.filter(([, { type }]) => !type.endsWith('vote'))) {
    it(`is the same when the host has done it: ${what} (${deed.type})`, () => {
      const run = before?.(scene()) ?? scene();
      const view = run.does(ada, deed).view(ada);
      assert.deepEqual(comparable(foresee(view, deed)), comparable(view));
    });
  }

  it('is as it is where a vote is not possible', () => {
    const run = scene().does(ada, { type: 'goTo', phase: 'vote' });
    for (const topic of ['c0000003', 'c0000003', 'c0000003', 'c0000004', 'c0000004'] as const) {
      run.does(ada, { type: 'vote', topic });
    }
    const view = run.view(ada);
    assert.equal(foresee(view, { type: 'vote', topic: 'c0000003' }), view);
    assert.equal(foresee(view, { type: 'vote', topic: 'g0000001' }), view);
    assert.equal(foresee(view, { type: 'unvote', topic: 'g0000001' }), view);
  });

  it('is as it is where the host alone can tell', () => {
    const view = scene().view(ben);
    assert.equal(foresee(view, { type: 'undo', whose: 'mine' }), view);
    assert.equal(foresee(view, { type: 'splitGroup', group: 'g0000001' }), view);
  });
});

import assert from 'node:assert/strict';
import { hasContent } from '../../../src/core/minutes/hasContent.ts';
import { minutesOf } from '../../../src/core/minutes/minutesOf.ts';
import { minutesText, ownMinutes } from '../../../src/core/minutes/planClose.ts';
import { updateMinutes } from '../../../src/core/minutes/updateMinutes.ts';
import { ada, Run } from '../board/boards.ts';

const path = 'retro/meetings/2026/2026-11-20-sprint-42-m33ting0.md';
const nowhere = (): undefined => undefined;

describe('minutes in which somebody else’s words are kept', () => {
  it('keep them while the meeting goes on, and follow the board in ours', () => {
    const run = Run.started({ hidden: false })
      .adds(ada, 'c0000001', 'Deploys')
      .adds(ada, 'c0000002', 'Lunch');
    const ours = minutesText(run.board, path, undefined, nowhere);
    const theirs = ours.replace('- Lunch\n', '- Lunch\n- A cake, says Grace\n');
    const both = updateMinutes(path, theirs, minutesOf(run.board, nowhere), ours);
    assert.equal(both, theirs);
    const own = ownMinutes(run.board, path, nowhere);
    run.does(ada, { type: 'deleteCard', card: 'c0000002' }).adds(ada, 'c0000003', 'Dinner');
    const later = minutesText(run.board, path, both, nowhere, own);
    assert.match(later, /- Deploys\n/);
    assert.match(later, /- A cake, says Grace\n/);
    assert.match(later, /- Dinner\n/);
    assert.ok(!later.includes('Lunch'), later);
  });
});

describe('a board on which nothing has happened yet', () => {
  const entry = {
    id: 'given001',
    kind: 'win',
    title: 'Vouchers',
    path: 'retro/a.md',
    date: '2026-11-10',
    people: [],
  };
  const run = (): Run => Run.started({}, { entries: [entry], parked: ['Later'] });

  it('needs no minutes, whatever it was given', () => {
    assert.equal(hasContent(run().board), false);
  });

  it('needs none for cards that are hidden, and needs them once they are seen', () => {
    const written = run().adds(ada, 'c0000001', 'Deploys');
    assert.equal(hasContent(written.board), false);
    assert.equal(hasContent(written.does(ada, { type: 'reveal' }).board), true);
  });

  it('needs them for a note, a rating or something that was made', () => {
    assert.equal(hasContent(run().does(ada, { type: 'rate', worth: 4 }).board), true);
    const note = { type: 'addNote', note: 'n0000001', topic: 'given001', text: 'Well done' } as const;
    assert.equal(hasContent(run().does(ada, note).board), true);
  });
});

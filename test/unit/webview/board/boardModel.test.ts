import assert from 'node:assert/strict';
import type { Deed, Wish } from '../../../../src/core/board/intent.ts';
import {
  asked,
  type BoardModel,
  firstModel,
  formOf,
  newForm,
  offerLost,
  refused,
  settled,
  shown,
  viewAhead,
} from '../../../../src/webview/board/boardModel.ts';
import { keptState } from '../../../../src/webview/board/keptState.ts';
import { pickerItems } from '../../../../src/webview/board/pickerItems.ts';
import { ada, Run } from '../../board/boards.ts';

const nothing = { sentence: '', undo: false };
const wish = (id: string, deed: Deed): Wish => ({ id, deed });
const votesFor = (model: BoardModel, topic: string): number | undefined =>
  viewAhead(model)
    ?.columns.flatMap(({ topics }) => topics)
    .find(({ id }) => id === topic)?.myVotes;

describe('what the board shows', () => {
  let run: Run;
  let model: BoardModel;
  beforeEach(() => {
    run = Run.started({ hidden: false })
      .adds(ada, 'c0000001', 'One')
      .does(ada, { type: 'goTo', phase: 'vote' });
    model = shown(firstModel, { view: run.view(ada), done: [] });
  });

  it('is nothing before the host has answered', () => {
    assert.equal(viewAhead(asked(firstModel, wish('w0000001', { type: 'reveal' }), nothing)), undefined);
  });

  it('has what was asked for before the host has done it', () => {
    const ahead = asked(model, wish('w0000001', { type: 'vote', topic: 'c0000001' }), nothing);
    assert.equal(votesFor(ahead, 'c0000001'), 1);
    assert.equal(votesFor(model, 'c0000001'), 0);
  });

  it('counts a vote once, whether the view with it comes before the answer or after', () => {
    const deed: Deed = { type: 'vote', topic: 'c0000001' };
    const ahead = asked(model, wish('w0000001', deed), nothing);
    const after = shown(ahead, { view: run.does(ada, deed).view(ada), done: ['w0000001'] });
    assert.equal(votesFor(after, 'c0000001'), 1);
    assert.equal(settled(after, wish('w0000001', deed)), after);
  });

  it('keeps what is still asked for when a view comes that does not have it', () => {
    const first = wish('w0000001', { type: 'vote', topic: 'c0000001' });
    const second = wish('w0000002', { type: 'vote', topic: 'c0000001' });
    const ahead = asked(asked(model, first, nothing), second, nothing);
    const after = shown(ahead, { view: run.does(ada, first.deed).view(ada), done: ['w0000001'] });
    assert.equal(votesFor(after, 'c0000001'), 2);
    assert.deepEqual(after.pending, [second]);
  });

  it('is as before where the host refused, and says why', () => {
    const asking = wish('w0000001', { type: 'deleteCard', card: 'c0000001' });
    const after = refused(asked(model, asking, nothing), asking, 'The disk is full.');
    assert.deepEqual(viewAhead(after), model.said);
    assert.equal(after.complaint, 'The disk is full.');
    assert.equal(asked(after, wish('w0000002', { type: 'reveal' }), nothing).complaint, '');
  });

  it('says that nothing is answered until something is', () => {
    const asking = wish('w0000001', { type: 'vote', topic: 'c0000001' });
    const waiting = { ...asked(model, asking, nothing), unanswered: true };
    assert.equal(settled(waiting, asking).unanswered, false);
    const done = shown(waiting, { view: run.view(ada), done: ['w0000001'] });
    assert.equal(settled(done, asking).unanswered, false);
  });

  it('offers what was written about a card or a note that is gone, where it stood', () => {
    run
      .adds(ada, 'c0000002', 'Two')
      .does(ada, { type: 'addNote', note: 'n0000001', topic: 'c0000001', text: 'A note' });
    model = shown(firstModel, { view: run.view(ada), done: [] });
    const lost = (editing: string, deed: Deed, text = ' More words ') =>
      offerLost({ ...model, editing }, shown(model, { view: run.does(ada, deed).view(ada), done: [] }), text)
        .unsent;
    const cards = [{ text: 'More words', column: 'column-1' }];
    const title = model.said?.meeting.title ?? '';
    assert.deepEqual(lost('c0000001', { type: 'editCard', card: 'c0000001', text: 'Two' }), []);
    assert.deepEqual(lost('n0000001', { type: 'deleteNote', note: 'n0000001' }), [{ title, cards }]);
    assert.deepEqual(lost('title', { type: 'goTo', phase: 'discuss' }), []);
    assert.deepEqual(lost('c0000002', { type: 'deleteCard', card: 'c0000002' }, ' '), []);
    assert.deepEqual(lost('c0000001', { type: 'deleteCard', card: 'c0000001' }), [{ title, cards }]);
  });

  it('has a form for what was made that says what it says', () => {
    const { words } = newForm('m0000001', 'experiment', 'c0000001', 'Jitter');
    const [made] = run
      .does(ada, { type: 'make', entry: 'm0000001', source: 'c0000001', words: { ...words, owner: 'Ben' } })
      .view(ada).made;
    assert.ok(made !== undefined);
    const form = formOf(made);
    assert.deepEqual(form, {
      ...newForm('m0000001', 'experiment', 'c0000001', 'Jitter'),
      words: { ...words, owner: 'Ben' },
      exists: true,
    });
  });
});

describe('the list to choose from', () => {
  const run = Run.started({ hidden: false })
    .adds(ada, 'c0000001', 'Deploys')
    .adds(ada, 'c0000002', 'Checkout was slow')
    .adds(ada, 'c0000003', 'Slow tests', 'column-2');
  const labels = (typed: string, name: 'group' | 'move' = 'group'): readonly string[] =>
    pickerItems({ name, topic: 'c0000001', typed, picked: 0 }, run.view(ada)).map(({ label }) => label);

  it('has all other topics, those of the same column first', () => {
    assert.deepEqual(labels(''), ['Checkout was slow', 'Slow tests']);
  });

  it('has what holds all words, and what begins with them first', () => {
    assert.deepEqual(labels('slow'), ['Slow tests', 'Checkout was slow']);
    assert.deepEqual(labels('SLOW was'), ['Checkout was slow']);
    assert.deepEqual(labels('nothing like it'), []);
  });

  it('has the other columns and the parking lot for a move', () => {
    assert.deepEqual(labels('', 'move'), ['Failures', 'Ideas', 'Parking lot']);
  });
});

describe('what outlives the page', () => {
  const nothingKept = { meeting: '', pending: [], chime: false };

  it('is read as it was kept', () => {
    const kept = {
      meeting: 'm33ting0',
      pending: [wish('w0000001', { type: 'vote', topic: 'c0000001' })],
      chime: true,
    };
    assert.deepEqual(keptState(JSON.parse(JSON.stringify(kept))), kept);
  });

  it('is nothing where it cannot be read', () => {
    for (const value of [undefined, null, 1, 'x', {}, { ...nothingKept, pending: [{ id: 'x', deed: {} }] }]) {
      assert.deepEqual(keptState(value), nothingKept);
    }
  });
});

import assert from 'node:assert/strict';
import { parkingLot } from '../../../src/core/board/board.ts';
import { ada, ben, cleo, Run } from './boards.ts';

function withCards(): Run {
  return Run.started({ hidden: false })
    .adds(ben, 'card0001', 'a')
    .adds(cleo, 'card0002', 'b')
    .adds(cleo, 'card0003', 'c')
    .adds(ada, 'card0004', 'd', 'column-2');
}

const group = { type: 'groupCard', card: 'card0003', topic: 'card0001', group: 'group001' } as const;

describe('groups', () => {
  it('are made of two cards, and grow from any column', () => {
    const run = withCards()
      .does(cleo, group)
      .does(cleo, { ...group, card: 'card0004', group: 'group002' });
    assert.deepEqual(run.sees(ben), ['a: a, c, d', 'b']);
    assert.deepEqual(run.sees(ben, 'column-2'), []);
    run.does(ben, { type: 'renameGroup', group: 'group001', title: 'Deploys' });
    assert.deepEqual(run.sees(ben), ['Deploys: a, c, d', 'b']);
  });

  it('are split, merged and left', () => {
    const run = withCards().does(cleo, group);
    run.does(ben, { type: 'groupCard', card: 'card0002', topic: 'card0004', group: 'group002' });
    run.does(ben, { type: 'mergeGroups', group: 'group002', into: 'group001' });
    assert.deepEqual(run.sees(ben), ['a: a, c, d, b']);
    run.does(ben, { type: 'ungroupCard', card: 'card0003' });
    assert.deepEqual(run.sees(ben), ['a: a, d, b', 'c']);
    run.does(ben, { type: 'splitGroup', group: 'group001' });
    assert.deepEqual(run.sees(ben), ['a', 'd', 'b', 'c']);
  });

  it('keep the order that a card is given in them', () => {
    const run = withCards()
      .does(cleo, group)
      .does(cleo, { ...group, card: 'card0002' });
    run.does(cleo, { type: 'moveCard', card: 'card0002', column: 'column-1', before: 'card0001' });
    assert.deepEqual(run.sees(ben), ['a: b, a, c']);
    run.does(cleo, { type: 'moveGroup', group: 'group001', column: 'column-2', before: 'card0004' });
    assert.deepEqual(run.sees(ben, 'column-2'), ['a: b, a, c', 'd']);
  });

  it('hand their votes and notes to the last card that leaves', () => {
    const run = withCards().does(cleo, group).does(ada, { type: 'goTo', phase: 'vote' });
    run.does(ben, { type: 'vote', topic: 'card0003' }).does(ada, { type: 'revealVotes' });
    run.does(ben, { type: 'addNote', note: 'note0001', topic: 'group001', text: 'Said' });
    run.does(ben, { type: 'splitGroup', group: 'group001' });
    const topic = run.view(ben).columns[0]?.topics[0];
    assert.deepEqual([topic?.id, topic?.votes, topic?.notes[0]?.text], ['card0001', 1, 'Said']);
  });

  it('wait until cards are revealed', () => {
    const run = Run.started().adds(ben, 'card0001', 'a').adds(ben, 'card0002', 'b');
    run.refuses(ben, { ...group, card: 'card0002' }, 'still-hidden');
  });
});

describe('votes', () => {
  it('have a total and a cap for one topic [H113]', () => {
    const run = withCards().does(ada, { type: 'goTo', phase: 'vote' });
    const vote = { type: 'vote', topic: 'card0001' } as const;
    run.does(ben, vote).does(ben, vote).does(ben, vote).refuses(ben, vote, 'enough-for-one');
    run.does(ben, { ...vote, topic: 'card0002' }).does(ben, { ...vote, topic: 'card0002' });
    run.refuses(ben, { ...vote, topic: 'card0003' }, 'no-votes-left');
    run.refuses(cleo, { ...vote, type: 'unvote' }, 'no-vote-there');
    assert.deepEqual([run.view(ben).votes.left, run.view(cleo).votes.left], [0, 5]);
  });

  it('are not given to what is parked, and can be taken back from it', () => {
    const vote = { type: 'vote', topic: 'card0001' } as const;
    const run = withCards().does(ada, { type: 'goTo', phase: 'vote' }).does(ben, vote);
    run.does(ada, { type: 'moveCard', card: 'card0001', column: parkingLot });
    run.refuses(ben, vote, 'is-parked');
    assert.equal(run.view(ben).votes.left, 4);
    run.does(ben, { ...vote, type: 'unvote' });
    run.does(ada, { type: 'moveCard', card: 'card0001', column: 'column-1' }).does(ben, vote);
    assert.equal(run.view(ben).votes.left, 4);
  });

  it('are hidden from others until they are revealed, and taken no more after that [H113]', () => {
    const run = withCards()
      .does(ada, { type: 'goTo', phase: 'vote' })
      .does(ben, { type: 'vote', topic: 'card0001' });
    const votesOf = (who: string): readonly unknown[] => {
      const topic = run.view(who).columns[0]?.topics[0];
      return [topic?.votes, topic?.myVotes];
    };
    assert.deepEqual(
      [votesOf(ben), votesOf(cleo)],
      [
        [0, 1],
        [0, 0],
      ],
    );
    run.does(ada, { type: 'revealVotes' });
    assert.deepEqual(
      [votesOf(ben), votesOf(cleo)],
      [
        [1, 1],
        [1, 0],
      ],
    );
    run.refuses(cleo, { type: 'vote', topic: 'card0001' }, 'votes-revealed');
    run.refuses(cleo, { type: 'startRound' }, 'facilitator-only').does(ada, { type: 'startRound' });
    assert.deepEqual([votesOf(ben), run.view(ben).votes.left], [[1, 0], 5]);
    run
      .does(ada, { type: 'goTo', phase: 'discuss' })
      .refuses(ben, { type: 'vote', topic: 'card0001' }, 'not-the-phase');
  });

  it('go with their card into a group, and what is over the cap comes back', () => {
    const run = withCards().does(ada, { type: 'goTo', phase: 'vote' });
    for (const topic of ['card0001', 'card0001', 'card0003', 'card0003']) {
      run.does(ben, { type: 'vote', topic });
    }
    run.does(cleo, group);
    assert.deepEqual([run.view(ben).columns[0]?.topics[0]?.myVotes, run.view(ben).votes.left], [3, 2]);
    run.does(cleo, { type: 'undo', whose: 'mine' });
    assert.deepEqual([run.sees(ben), run.view(ben).votes.left], [['a', 'b', 'c'], 1]);
  });
});

describe('what comes out', () => {
  const words = {
    kind: 'action',
    title: 'Do it',
    body: '',
    owner: 'Ben',
    due: '2026-12-01',
    people: [],
  } as const;
  const more = { hypothesis: '', measure: '', timebox: '' };

  it('is made from a card that it remembers', () => {
    const run = withCards();
    run.does(ben, { type: 'make', entry: 'made0001', source: 'card0001', words: { ...words, ...more } });
    assert.deepEqual(run.view(cleo).made, [
      { id: 'made0001', ...words, ...more, source: 'card0001', path: '' },
    ]);
    run.refuses(
      ben,
      { type: 'make', entry: 'made0001', source: '', words: { ...words, ...more } },
      'id-taken',
    );
    run.does(ben, { type: 'deleteMade', entry: 'made0001' }).does(ben, { type: 'undo', whose: 'mine' });
    assert.equal(run.view(cleo).made.length, 1);
  });

  it('is a card that was promoted, of the kind of its column or of another', () => {
    const run = withCards().adds(ben, 'card0005', 'idea', 'column-3');
    run.does(ben, { type: 'promote', topic: 'card0001', entry: 'entry001' });
    run.refuses(ben, { type: 'promote', topic: 'card0005', entry: 'entry002' }, 'kind-missing');
    run.does(ben, { type: 'promote', topic: 'card0005', entry: 'entry002', kind: 'learning' });
    run.does(ben, { type: 'unpromote', topic: 'card0001' });
    assert.deepEqual(run.view(ada).columns[2]?.topics[0]?.promotion, { entry: 'entry002', kind: 'learning' });
    assert.equal(run.view(ada).columns[0]?.topics[0]?.promotion, null);
  });
});

describe('undo', () => {
  it('takes back the last thing that one did oneself', () => {
    const run = withCards().does(cleo, { type: 'editCard', card: 'card0003', text: 'edited' });
    run.does(ben, { type: 'undo', whose: 'mine' });
    assert.deepEqual(run.sees(ada), ['b', 'edited']);
    run.does(cleo, { type: 'undo', whose: 'mine' }).does(cleo, { type: 'undo', whose: 'mine' });
    assert.deepEqual(run.sees(ada), ['b']);
    assert.equal(run.view(ben).undo.mine, null);
    run.refuses(ben, { type: 'undo', whose: 'mine' }, 'nothing-to-undo');
  });

  it('takes back what anyone did for the facilitator alone, but not their votes', () => {
    const run = withCards().does(ada, { type: 'goTo', phase: 'vote' }).does(cleo, group);
    run.does(ben, { type: 'vote', topic: 'card0002' });
    run
      .refuses(ben, { type: 'undo', whose: 'anyone' }, 'facilitator-only')
      .does(ada, { type: 'undo', whose: 'anyone' });
    assert.deepEqual([run.sees(ada), run.view(ben).votes.left], [['a', 'b', 'c'], 4]);
  });

  it('talks about the group again that was left, unless another topic was chosen since', () => {
    const left = () =>
      withCards()
        .does(cleo, group)
        .does(ada, { type: 'selectTopic', topic: 'group001' })
        .does(ben, { type: 'splitGroup', group: 'group001' });
    assert.notEqual(left().board.topic, 'group001');
    assert.equal(left().does(ben, { type: 'undo', whose: 'mine' }).board.topic, 'group001');
    const chosen = left().does(ada, { type: 'selectTopic', topic: 'card0002' });
    assert.equal(chosen.does(ben, { type: 'undo', whose: 'mine' }).board.topic, 'card0002');
  });

  it('passes over what others have built on', () => {
    const run = withCards()
      .does(ben, group)
      .does(cleo, { ...group, card: 'card0002' });
    run.refuses(ben, { type: 'undo', whose: 'mine' }, 'nothing-to-undo');
    assert.deepEqual(run.sees(ada), ['a: a, c, b']);
  });

  it('puts no card back into a group that was voted for on its own since', () => {
    const run = withCards()
      .does(cleo, group)
      .does(ada, { type: 'goTo', phase: 'vote' })
      .does(ada, { type: 'ungroupCard', card: 'card0003' })
      .does(ben, { type: 'vote', topic: 'card0003' })
      .does(ada, { type: 'undo', whose: 'mine' });
    assert.deepEqual(run.sees(ben), ['a: a', 'c', 'b']);
    assert.equal(run.view(ben).columns[0]?.topics[1]?.myVotes, 1);
  });

  it('brings a card back with the votes that are not given to something else meanwhile', () => {
    const run = withCards().does(ada, { type: 'goTo', phase: 'vote' });
    const vote = (topic: string, times: number): void => {
      for (let time = 0; time < times; time += 1) {
        run.does(ben, { type: 'vote', topic });
      }
    };
    vote('card0002', 3);
    run.does(cleo, { type: 'deleteCard', card: 'card0002' });
    vote('card0001', 3);
    vote('card0003', 1);
    run.does(cleo, { type: 'undo', whose: 'mine' });
    assert.deepEqual(
      run.view(ben).columns[0]?.topics.map(({ myVotes }) => myVotes),
      [3, 1, 1],
    );
    assert.equal(run.view(ben).votes.left, 0);
  });
});

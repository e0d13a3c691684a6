import assert from 'node:assert/strict';
import { nextStop, placeBeside, stopBeside } from '../../../../src/webview/board/cardFocus.ts';
import { ada, Run } from '../../board/boards.ts';

/** Three cards of which two are a group, an empty column, and one card. */
function scene(): Run {
  return Run.started({ hidden: false })
    .adds(ada, 'c0000001', 'One')
    .adds(ada, 'c0000002', 'Two')
    .adds(ada, 'c0000003', 'Three')
    .adds(ada, 'c0000004', 'Four', 'column-3')
    .does(ada, { type: 'groupCard', card: 'c0000002', topic: 'c0000001', group: 'g0000001' });
}

describe('the arrow keys', () => {
  const view = scene().view(ada);

  it('go down through a group and its cards, and on', () => {
    const way = ['g0000001', 'c0000001', 'c0000002', 'c0000003'];
    for (const [at, id] of way.entries()) {
      assert.equal(nextStop(view, id, 'down'), way[at + 1]);
      assert.equal(nextStop(view, id, 'up'), way[at - 1]);
    }
  });

  it('pass over a column without cards, and stay as low as they can', () => {
    assert.equal(nextStop(view, 'c0000003', 'right'), 'c0000004');
    assert.equal(nextStop(view, 'c0000004', 'left'), 'g0000001');
    assert.equal(nextStop(view, 'c0000004', 'right'), undefined);
  });

  it('begin with the first card where nothing was chosen', () => {
    assert.equal(nextStop(view, 'gone0000', 'down'), 'g0000001');
  });

  it('find the next card when one is taken away, or the one before', () => {
    assert.equal(stopBeside(view, 'c0000001'), 'c0000002');
    assert.equal(stopBeside(view, 'c0000003'), 'c0000002');
    assert.equal(stopBeside(view, 'c0000004'), undefined);
  });
});

describe('moving up and down', () => {
  const moved = (run: Run, id: string, step: 1 | -1): Run => {
    const place = placeBeside(run.view(ada), id, step);
    assert.ok(place !== undefined);
    const to = { column: place.column, ...(place.before === undefined ? {} : { before: place.before }) };
    return run.does(
      ada,
      id.startsWith('g') ? { type: 'moveGroup', group: id, ...to } : { type: 'moveCard', card: id, ...to },
    );
  };

  it('takes a card past a group, and a group past a card', () => {
    assert.deepEqual(moved(scene(), 'c0000003', -1).sees(ada), ['Three', 'One: One, Two']);
    assert.deepEqual(moved(scene(), 'g0000001', 1).sees(ada), ['Three', 'One: One, Two']);
  });

  it('changes the order within a group', () => {
    assert.deepEqual(moved(scene(), 'c0000002', -1).sees(ada), ['One: Two, One', 'Three']);
  });

  it('ends at the ends', () => {
    const view = scene().view(ada);
    assert.equal(placeBeside(view, 'g0000001', -1), undefined);
    assert.equal(placeBeside(view, 'c0000003', 1), undefined);
    assert.equal(placeBeside(view, 'c0000001', -1), undefined);
    assert.equal(placeBeside(view, 'gone0000', 1), undefined);
  });
});

import assert from 'node:assert/strict';
import { namingsLeft } from '../../../src/core/board/namingsLeft.ts';
import { ada, ben, Run } from './boards.ts';

describe('names on cards', () => {
  it('can become fewer, and never more', () => {
    const run = Run.started();
    assert.deepEqual(namingsLeft(run.board), ['named', 'alias', 'anonymous']);
    run.does(ada, { type: 'setNames', names: 'alias' });
    assert.deepEqual(namingsLeft(run.board), ['alias', 'anonymous']);
    run.refuses(ada, { type: 'setNames', names: 'named' }, 'too-open');
    run.does(ada, { type: 'setNames', names: 'anonymous' });
    assert.deepEqual(namingsLeft(run.board), ['anonymous']);
  });

  it('stay as they are once somebody has written', () => {
    const run = Run.started().adds(ben, 'card0001', 'One');
    assert.deepEqual(namingsLeft(run.board), []);
    run.refuses(ada, { type: 'setNames', names: 'anonymous' }, 'after-writing');
  });

  it('are not for anybody but whoever facilitates', () => {
    Run.started().refuses(ben, { type: 'setNames', names: 'anonymous' }, 'facilitator-only');
  });
});

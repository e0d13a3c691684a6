import assert from 'node:assert/strict';
import { apply } from '../../../src/core/board/apply.ts';
import { newBoard } from '../../../src/core/board/board.ts';
import { ada, ben, cleo, Run, startOf } from './boards.ts';

describe('apply', () => {
  it('starts a board with what was given, in the columns of its kinds', () => {
    const entry = {
      id: 'entry001',
      title: 'Deploys are fast',
      path: 'retro/a.md',
      date: '2026-11-10',
      people: [],
    };
    const run = Run.started(
      {},
      {
        entries: [
          { ...entry, kind: 'win' },
          { ...entry, id: 'entry002', kind: 'kudos', title: 'Thanks' },
        ],
        parked: ['Who owns staging?'],
      },
    );
    assert.deepEqual(run.sees(ben), ['Deploys are fast']);
    assert.deepEqual(run.sees(ben, 'parking'), ['Who owns staging?']);
    assert.equal(run.board.phase, 'review');
    run.does(ada, { type: 'addEntryCard', card: 'card0001', column: 'column-3', entry: 'entry002' });
    assert.deepEqual(run.sees(ben, 'column-3'), ['Thanks']);
    run.refuses(
      ada,
      { type: 'addEntryCard', card: 'card0002', column: 'column-3', entry: 'entry002' },
      'is-an-entry',
    );
  });

  it('applies an intent once, however often it comes [H104] [H105]', () => {
    const run = Run.started();
    const intent = run.intent(ben, { type: 'addCard', card: 'card0001', column: 'column-1', text: 'Tests' });
    const outcome = apply(run.board, intent);
    assert.ok('ok' in outcome);
    const again = apply(outcome.ok, intent);
    assert.ok('refused' in again && again.refused.code === 'already-applied');
  });

  it('knows what can be done before and after the meeting', () => {
    new Run().refuses(ada, { type: 'reveal' }, 'not-started');
    Run.started()
      .refuses(ada, startOf(), 'started-already')
      .refuses(ben, { type: 'close' }, 'facilitator-only')
      .does(ada, { type: 'close' })
      .refuses(ada, { type: 'addCard', card: 'card0001', column: 'column-1', text: 'Late' }, 'closed')
      .refuses(ben, { type: 'reopen' }, 'facilitator-only')
      .does(ada, { type: 'reopen' })
      .refuses(ada, { type: 'reopen' }, 'not-closed')
      .adds(ben, 'card0001', 'In time');
  });

  it('goes to any phase at any time, and forgets who was ready', () => {
    const run = Run.started().does(ben, { type: 'setReady', ready: true });
    assert.equal(run.view(ada).ready, 1);
    run.does(ada, { type: 'goTo', phase: 'discuss' }).does(ada, { type: 'goTo', phase: 'write' });
    assert.deepEqual([run.view(ada).phase, run.view(ada).ready], ['write', 0]);
    run.refuses(ben, { type: 'goTo', phase: 'vote' }, 'facilitator-only');
  });

  it('takes a card in every phase, so that nobody loses what they are typing', () => {
    const run = Run.started({ hidden: false }).does(ada, { type: 'goTo', phase: 'vote' });
    assert.deepEqual(run.adds(ben, 'card0001', 'Late but here').sees(cleo), ['Late but here']);
  });

  it('keeps a timer of stamped times', () => {
    const run = Run.started().does(ada, { type: 'startTimer', length: 60_000 });
    const started = run.board.timer;
    assert.equal(started?.endsAt, (run.intents.at(-1)?.at ?? 0) + 60_000);
    run.does(ada, { type: 'pauseTimer' });
    assert.equal(run.board.timer?.endsAt, null);
    assert.equal(run.board.timer?.left, (started?.endsAt ?? 0) - (run.intents.at(-1)?.at ?? 0));
    run.does(ada, { type: 'extendTimer', length: 30_000 }).does(ada, { type: 'resumeTimer' });
    assert.equal(run.board.timer?.length, 90_000);
    run.does(ada, { type: 'stopTimer' }).refuses(ada, { type: 'extendTimer', length: 1 }, 'no-timer');
    run.refuses(ada, { type: 'startTimer', length: -1 }, 'out-of-range');
    run.refuses(ben, { type: 'startTimer', length: 1000 }, 'facilitator-only');
  });

  it('hands the facilitation over, and takes nobody back who was removed', () => {
    const run = Run.started()
      .does(ada, { type: 'handOver', to: ben })
      .refuses(ada, { type: 'reveal' }, 'facilitator-only')
      .does(ben, { type: 'removeParticipant', who: cleo })
      .refuses(cleo, { type: 'join', name: 'Cleo' }, 'removed')
      .refuses(cleo, { type: 'setReady', ready: true }, 'removed')
      .refuses('stranger', { type: 'setReady', ready: true }, 'not-a-participant');
    assert.deepEqual(
      run.view(ben).participants.map(({ name }) => name),
      ['Ada', 'Ben'],
    );
  });

  it('asks once for each participant whether it was worth the time', () => {
    const run = Run.started().does(ben, { type: 'rate', worth: 2 }).does(ben, { type: 'rate', worth: 4 });
    assert.deepEqual(run.view(ben).worth, { mine: 4, n: 1 });
    run.does(ada, { type: 'rate', worth: 5 }).does(cleo, { type: 'rate', worth: 3 });
    assert.deepEqual(run.view(ada).worth, { mine: 5, n: 3, mean: 4 });
    run.refuses(ben, { type: 'rate', worth: 6 }, 'out-of-range');
    run.refuses(ben, { type: 'rate', worth: Number.NaN }, 'out-of-range');
  });

  it('drops an action with a reason alone', () => {
    const action = {
      id: 'act10n01',
      kind: 'action',
      title: 'Fix it',
      path: 'a.md',
      date: '2026-11-01',
      people: [],
    };
    const run = Run.started({}, { actions: [{ ...action, owner: '', due: '' }] });
    const drop = { type: 'reviewAction', action: 'act10n01', decision: 'drop' } as const;
    run
      .refuses(ben, { ...drop, reason: ' ' }, 'reason-missing')
      .does(ben, { ...drop, reason: 'Bought instead' });
    assert.deepEqual(run.view(ada).reviews, [{ id: 'act10n01', decision: 'drop', reason: 'Bought instead' }]);
    run.does(ada, { type: 'undo', whose: 'anyone' });
    assert.deepEqual(run.view(ada).reviews, []);
  });

  it('changes nothing when it refuses', () => {
    const before = JSON.stringify(newBoard);
    assert.ok('refused' in apply(newBoard, new Run().intent(ada, { type: 'close' })));
    assert.equal(JSON.stringify(newBoard), before);
  });
});

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { apply } from '../../../src/core/board/apply.ts';
import { type Board, newBoard } from '../../../src/core/board/board.ts';
import type { BoardView } from '../../../src/core/board/boardView.ts';
import type { DeedType, Intent } from '../../../src/core/board/intent.ts';
import { viewOf } from '../../../src/core/board/viewOf.ts';
import { isBoardView } from '../../../src/protocol/board.ts';
import { isIntent } from '../../../src/protocol/boardIntents.ts';
import { patience, runs } from '../format/anyDraft.ts';
import { AnyRun, anyStart, anySteps, everyTypeBut, people } from './anyRun.ts';
import { ada, Run } from './boards.ts';

const many = { numRuns: runs(300, 20_000) };

/** What votes come from, go to and get lost in; most of it is voting. */
const voting: readonly DeedType[] = [
  'addCard',
  'groupCard',
  'ungroupCard',
  'splitGroup',
  'mergeGroups',
  'moveCard',
  'deleteCard',
  'restoreCard',
  'undo',
  'revealVotes',
  'startRound',
  'unvote',
  ...Array.from({ length: 12 }, () => 'vote' as const),
];
const votingFirst = { hidden: false, phases: ['vote', 'close'] } as const;

/** A view without what counts intents. */
function shown(view: BoardView): Omit<BoardView, 'revision' | 'undo'> {
  const { revision: _revision, undo: _undo, ...rest } = view;
  return rest;
}

function viewsOf(run: AnyRun): readonly BoardView[] {
  return ['', ...people].map((who) => run.view(who, run.keysOf(who)));
}

describe('any run of a board', () => {
  it('loses no card that was taken', () => {
    const types = everyTypeBut('deleteCard', 'editCard', 'undo', 'close');
    fc.assert(
      fc.property(anyStart, anySteps(types, 100), (start, steps) => {
        const run = AnyRun.of(start, steps);
        const seen = (who: string): readonly string[] =>
          run
            .view(who, run.keysOf(who))
            .columns.flatMap(({ topics }) => topics.flatMap(({ cards }) => cards.map(({ text }) => text)));
        for (const { text, who } of run.planted) {
          assert.equal(seen(who).filter((each) => each === text).length, 1, text);
        }
        if (!run.board.revealed) {
          run.does(ada, { type: 'reveal' });
        }
        assert.ok(run.planted.every(({ text }) => seen('').includes(text)));
      }),
      many,
    );
  }).timeout(patience);

  it('never has votes below one or above a cap, and never more than are left', () => {
    fc.assert(
      fc.property(anyStart, anySteps(voting, 120), (start, steps) => {
        const run = AnyRun.of({ ...start, ...votingFirst }, steps);
        const { total, perCard } = run.board.template.votes;
        for (const who of people) {
          const given = run.board.votes.filter(({ participant }) => participant === who);
          assert.ok(given.every(({ count }) => count >= 1 && count <= perCard));
          const sum = given.reduce((all, { count }) => all + count, 0);
          assert.ok(sum <= total);
          assert.equal(run.view(who).votes.left, total - sum);
          const topics = run.view(who).columns.flatMap((column) => column.topics);
          assert.equal(
            topics.reduce((all, { myVotes }) => all + myVotes, 0),
            sum,
          );
        }
      }),
      many,
    );
  }).timeout(patience);

  it('shows nobody what is hidden from them, in no form [I115]', () => {
    fc.assert(
      fc.property(anyStart, anySteps(undefined, 120), (start, steps) => {
        const run = AnyRun.of({ ...start, hidden: true }, steps);
        for (const who of ['', ...people]) {
          const keys = run.keysOf(who);
          const view = JSON.stringify(run.view(who, keys));
          for (const card of run.board.cards.filter(({ hidden }) => hidden)) {
            const own = card.key === '' ? card.author === who : keys.includes(card.key);
            assert.ok(own || !view.includes(card.text), card.text);
            assert.ok(own || !view.includes(`"${card.id}"`), card.id);
          }
          assert.ok(!view.includes('secret-key-'));
        }
      }),
      many,
    );
  }).timeout(patience);

  it('shows nobody how others vote before it is revealed', () => {
    fc.assert(
      fc.property(anyStart, anySteps(voting, 60), (start, steps) => {
        const run = AnyRun.of({ ...start, ...votingFirst }, steps);
        fc.pre(!run.board.votesRevealed);
        for (const who of people) {
          const alone = run.board.votes.filter(({ participant }) => participant === who);
          const view = viewOf({ ...run.board, votes: alone, steps: [] }, { participant: who, keys: [] });
          assert.deepEqual(shown(run.view(who)), shown(view));
        }
      }),
      many,
    );
  }).timeout(patience);

  it('is the same when it is played again, from the journal or from any moment on', () => {
    fc.assert(
      fc.property(anyStart, anySteps(), fc.nat(), (start, steps, moment) => {
        const { intents, board } = AnyRun.of(start, steps);
        const journal = JSON.parse(JSON.stringify(intents)) as readonly Intent[];
        assert.ok(journal.every(isIntent));
        const middle = moment % journal.length;
        const half = played(newBoard, journal.slice(0, middle));
        const saved = JSON.parse(JSON.stringify(half)) as Board;
        assert.deepEqual(played(saved, journal.slice(middle)), JSON.parse(JSON.stringify(board)));
      }),
      many,
    );
  }).timeout(patience);

  it('looks as it did before, when the last thing is undone', () => {
    fc.assert(
      fc.property(anyStart, anySteps(), anySteps(undefined, 8), (start, steps, more) => {
        const run = AnyRun.of(start, steps);
        for (const step of more) {
          const before = viewsOf(run).map(shown);
          const accepted = run.tries(step);
          const last = run.board.steps.at(-1);
          if (accepted && step.type !== 'undo' && last?.id === run.intents.at(-1)?.id) {
            const key =
              run.board.names === 'anonymous' && last?.by !== step.who ? { key: last?.by ?? '' } : {};
            run.does(step.who, { type: 'undo', whose: 'mine', ...key });
            const mine = viewsOf(run).map(shown);
            assert.deepEqual(mine, before, step.type);
          }
        }
      }),
      many,
    );
  }).timeout(patience);

  it('sends views that the other end takes', () => {
    fc.assert(
      fc.property(anyStart, anySteps(), (start, steps) => {
        const run = AnyRun.of(start, steps);
        assert.ok(viewsOf(run).every((view) => isBoardView(JSON.parse(JSON.stringify(view)))));
      }),
      many,
    );
  }).timeout(patience);

  it('ends with no error and no change, whatever an intent is [H104]', () => {
    const base = Run.started().adds(ada, 'card0001', 'A').does(ada, { type: 'reveal' }).board;
    const garbage = fc.oneof(
      fc.anything(),
      fc.constantFrom('__proto__', 'card0001', 'column-1', Number.NaN, ada),
    );
    const types = [
      ...everyTypeBut(),
      'start',
      'handOver',
      'removeParticipant',
      'setNames',
      'constructor',
      'toString',
    ];
    const names = [
      'card',
      'column',
      'text',
      'topic',
      'group',
      'into',
      'before',
      'phase',
      'skipped',
      'words',
      'entry',
      'key',
      'note',
      'length',
      'worth',
      'name',
      'to',
      'who',
      'names',
      'decision',
      'action',
      'meeting',
      'template',
      'given',
      'whose',
      'source',
      'kind',
      'count',
      'title',
    ];
    const deed = fc
      .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...names), garbage, { maxKeys: 12 }))
      .map(([type, fields]) => ({ ...fields, type }));
    const intent = fc.oneof(
      fc.anything(),
      fc.record(
        {
          id: fc.oneof(fc.constant('intent01'), garbage),
          participant: fc.oneof(fc.constant(ada), garbage),
          at: garbage,
          random: garbage,
          deed,
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(intent, fc.boolean(), (value, fresh) => {
        const board = fresh ? newBoard : base;
        const text = JSON.stringify(board);
        const outcome = apply(board, value as Intent);
        assert.equal(JSON.stringify(board), text);
        assert.equal(({} as Record<string, unknown>).polluted, undefined);
        if ('ok' in outcome) {
          assert.ok(viewOf(outcome.ok, { participant: ada, keys: [] }).columns.length > 0);
        }
      }),
      { numRuns: runs(3000, 500_000) },
    );
  }).timeout(patience);
});

function played(from: Board, journal: readonly Intent[]): Board {
  return journal.reduce((board, intent) => {
    const outcome = apply(board, intent);
    return 'ok' in outcome ? outcome.ok : assert.fail(outcome.refused.code);
  }, from);
}

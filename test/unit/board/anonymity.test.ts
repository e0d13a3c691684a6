import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { apply } from '../../../src/core/board/apply.ts';
import type { Board } from '../../../src/core/board/board.ts';
import type { Deed, Wish } from '../../../src/core/board/intent.ts';
import { stampIntent } from '../../../src/core/board/stampIntent.ts';
import { viewOf } from '../../../src/core/board/viewOf.ts';
import { minutesText } from '../../../src/core/minutes/planClose.ts';
import { patience, runs } from '../format/anyDraft.ts';
import { people } from './anyRun.ts';
import { ada, ben, cleo, Run } from './boards.ts';

/** What somebody writes: a card with what they do to it later. */
interface Written {
  readonly column: string;
  readonly text: string;
  readonly later: 'nothing' | 'edit' | 'delete' | 'move';
}

/** Who does it, and a number that says when. */
interface Hand {
  readonly who: string;
  readonly when: number;
}

const anyWritten: fc.Arbitrary<Written> = fc.record(
  {
    column: fc.constantFrom('column-1', 'column-2', 'parking'),
    text: fc.constantFrom('Tests', 'Tests', 'Deploys', 'Lunch', 'On call'),
    later: fc.constantFrom('nothing', 'nothing', 'edit', 'delete', 'move'),
  },
  { noNullPrototype: true },
);

function wishesFor({ column, text, later }: Written, number: number): readonly Wish[] {
  const card = `card${number}00`;
  const key = `the-secret-of-card-${number}`;
  const deeds: Deed[] = [{ type: 'addCard', card, column, text, key }];
  if (later === 'edit') {
    deeds.push({ type: 'editCard', card, text: `${text}, again`, key });
  } else if (later === 'delete') {
    deeds.push({ type: 'deleteCard', card, key });
  } else if (later === 'move') {
    deeds.push({ type: 'moveCard', card, column: 'column-3', key });
  }
  return deeds.map((deed, index) => ({ id: `wish-${number}-${index}`, deed }));
}

/** The board on which these hands wrote it, after it was revealed. */
function boardOf(begun: Board, written: readonly Written[], hands: readonly Hand[]): Board {
  const queue = written
    .flatMap((each, number) => wishesFor(each, number).map((wish, index) => ({ wish, number, index })))
    .toSorted((a, b) => (hands[a.number]?.when ?? 0) - (hands[b.number]?.when ?? 0) || a.index - b.index);
  const random = written.map((_, number) => `r${(number * 7919) % 1000}random`);
  const reveal: Wish = { id: 'reveal00', deed: { type: 'reveal' } };
  let at = 1_700_000_000_000;
  return [
    ...queue.map(({ wish, number }) => ({ wish, who: hands[number]?.who ?? ben })),
    { wish: reveal, who: ada },
  ].reduce((board, { wish, who }) => {
    at += 1000;
    const outcome = apply(board, stampIntent(board, wish, { participant: who, at, random }));
    return 'ok' in outcome ? outcome.ok : assert.fail(outcome.refused.code);
  }, begun);
}

/** All that leaves the host of a board: views, minutes, and the board that its journal is compacted to. */
function publishedBy(board: Board): readonly string[] {
  const views = ['', ...people].map((who) => JSON.stringify(viewOf(board, { participant: who, keys: [] })));
  return [
    ...views,
    minutesText(board, 'retro/meetings/2026/a.md', undefined, () => undefined),
    JSON.stringify(board),
  ];
}

describe('an anonymous board', () => {
  const begun = Run.started({ names: 'anonymous' }).board;
  const hand = fc.record(
    { who: fc.constantFrom(ada, ben, cleo), when: fc.nat(9) },
    { noNullPrototype: true },
  );

  it('is the same to the last byte, whoever wrote what and in which order [I122] [I123]', () => {
    fc.assert(
      fc.property(
        fc.array(anyWritten, { minLength: 2, maxLength: 9 }),
        fc.array(hand, { minLength: 9, maxLength: 9 }),
        fc.array(hand, { minLength: 9, maxLength: 9 }),
        (written, hands, others) => {
          assert.deepEqual(
            publishedBy(boardOf(begun, written, hands)),
            publishedBy(boardOf(begun, written, others)),
          );
        },
      ),
      { numRuns: runs(1000, 50_000) },
    );
  }).timeout(patience);

  it('shows while it is written neither who is done nor how much there is [I115]', () => {
    const run = new Run(begun);
    const before = JSON.stringify({ ...run.view(cleo), revision: 0 });
    run.does(ben, {
      type: 'addCard',
      card: 'card0001',
      column: 'column-1',
      text: 'x',
      key: 'secret-of-sixteen',
    });
    assert.equal(JSON.stringify({ ...run.view(cleo), revision: 0 }), before);
    run.does(ben, { type: 'setReady', ready: true });
    const ready = run.view(cleo).participants.map((person) => person.ready);
    assert.deepEqual(ready, [undefined, undefined, false]);
    assert.equal(run.view(cleo).ready, 1);
  });

  it('puts a late card anywhere among the others', () => {
    const key = 'secret-of-sixteen';
    const places = new Set<string>();
    for (let time = 0; time < 40; time += 1) {
      const run = new Run(begun);
      for (const text of ['a', 'b', 'c']) {
        run.does(ben, { type: 'addCard', card: run.newId(), column: 'column-1', text, key });
      }
      run.does(ada, { type: 'reveal' });
      const late = run.intent(ben, {
        type: 'addCard',
        card: run.newId(),
        column: 'column-1',
        text: 'late',
        key,
      });
      const share = time / 40;
      const digits = '0123456789abcdefghjkmnpqrstvwxyz';
      const random = `k${digits[Math.floor(share * 32)]}${digits[Math.floor(share * 1024) % 32]}00000`;
      const outcome = apply(run.board, { ...late, random: [random] });
      assert.ok('ok' in outcome);
      run.board = outcome.ok;
      places.add(String(run.sees(cleo).indexOf('late')));
    }
    assert.deepEqual([...places].toSorted(), ['0', '1', '2', '3']);
  });
});

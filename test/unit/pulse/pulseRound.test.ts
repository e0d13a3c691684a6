import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { printPulse } from '../../../src/core/pulse/printPulse.ts';
import { pulseResult } from '../../../src/core/pulse/pulseResult.ts';
import { PulseRound } from '../../../src/core/pulse/pulseRound.ts';
import type { Survey } from '../../../src/core/pulse/survey.ts';
import { RetroError } from '../../../src/core/retroError.ts';
import { parseFile } from '../../../src/core/format/parseFile.ts';
import { patience, runs } from '../format/anyDraft.ts';
import { anyRound } from './anyRound.ts';

const survey: Survey = {
  key: 'pace',
  name: 'Pace',
  purpose: '',
  wording: '3',
  source: 'Our own.',
  scale: { from: 1, to: 5, low: 'never', high: 'always' },
  questions: [
    { id: 'pace', text: 'I could go on | at this pace.', reversed: false },
    { id: 'evenings', text: 'I work in the evening.', reversed: true },
  ],
};
const path = 'retro/pulses/2026/2026-11-27-pace-w7c1m4t9.md';

function fileOf(given: Survey, answers: readonly (readonly number[])[]): string | undefined {
  const result = pulseResult(given, answers);
  return result && printPulse('w7c1m4t9', { title: 'Pace', date: '2026-11-27', survey: given, result });
}

function sheets(...columns: readonly (readonly number[])[]): number[][] {
  return (columns[0] ?? []).map((_, at) => columns.map((ratings) => ratings[at] ?? 0));
}

describe('what a round of a survey comes to', () => {
  it('is nothing at all below five answers', () => {
    const answers = sheets([5, 5, 5, 5], [1, 1, 1, 1]);
    for (let count = 0; count <= 4; count += 1) {
      assert.equal(pulseResult(survey, answers.slice(0, count)), undefined);
    }
    assert.notEqual(pulseResult(survey, [...answers, [5, 1]]), undefined);
  });

  it('tells how many answered as a band', () => {
    const bands = [5, 7, 8, 11, 12, 60].map(
      (count) =>
        pulseResult(
          survey,
          Array.from({ length: count }, () => [3, 3]),
        )?.answers,
    );
    assert.deepEqual(bands, ['5-7', '5-7', '8-11', '8-11', '12+', '12+']);
  });

  it('rounds means to a half below eight answers, and to a tenth from eight', () => {
    const meansOf = (...ratings: readonly number[]) =>
      pulseResult(survey, sheets(ratings, ratings))?.questions.map(({ mean }) => mean);
    assert.deepEqual(meansOf(1, 2, 2, 2, 2, 2, 2), [2, 4]);
    assert.deepEqual(meansOf(1, 1, 1, 2, 2, 2, 2), [1.5, 4.5]);
    assert.deepEqual(meansOf(1, 1, 1, 2, 2, 2, 2, 2), [1.6, 4.4]);
  });

  it('counts who gave each point only from ten answers, after reversing', () => {
    const ratings = [1, 1, 1, 2, 3, 3, 5, 5, 5];
    const of = (given: readonly number[]) =>
      pulseResult(survey, sheets(given, given))?.questions.map(({ distribution }) => distribution);
    assert.deepEqual(of(ratings), [undefined, undefined]);
    assert.deepEqual(of([...ratings, 5]), [
      [3, 1, 2, 0, 4],
      [4, 0, 2, 1, 3],
    ]);
  });

  it('is a file that reads well', () => {
    const nine = [1, 2, 3, 4, 5, 5, 4, 4, 4];
    assert.equal(
      fileOf(survey, sheets([...nine, 2], [...nine, 2])),
      `---
id: w7c1m4t9
kind: pulse
date: 2026-11-27
survey: pace
wording: "3"
scale: {from: 1, to: 5}
answers: "8-11"
questions:
  - {id: pace, reversed: false, mean: 3.4, distribution: [1, 2, 1, 4, 2]}
  - {id: evenings, reversed: true, mean: 2.6, distribution: [2, 4, 1, 2, 1]}
---

# Pace

Answered from 1 (never) to 5 (always). In this list 5 is the best, whichever way a statement is put. Answers: 8-11. Nobody’s own is kept.

| Statement | Mean | Answers from 1 to 5 |
|---|---:|---|
| I could go on \\| at this pace. | 3.4 | 1, 2, 1, 4, 2 |
| I work in the evening. (turned round) | 2.6 | 2, 4, 1, 2, 1 |

Our own.
`,
    );
  });

  it('says the same to the byte whoever gave which answers, and is read again without a problem', () => {
    fc.assert(
      fc.property(anyRound, ({ survey: any, answers, shuffled }) => {
        const file = fileOf(any, answers);
        assert.equal(fileOf(any, shuffled), file);
        assert.equal(file === undefined, answers.length < 5);
        if (file !== undefined) {
          const { page, problems } = parseFile(path, file);
          assert.deepEqual(problems, []);
          assert.deepEqual(
            page?.figures?.questions.map(({ mean }) => mean),
            pulseResult(any, answers)?.questions.map(({ mean }) => mean),
          );
        }
      }),
      { numRuns: runs(1000, 100_000) },
    );
  }).timeout(patience);
});

describe('a round of a survey', () => {
  it('has one slot for each, in which the newest answers stand', () => {
    const round = new PulseRound('r', survey);
    for (const who of ['a', 'b', 'c', 'd', 'e']) {
      round.answer(who, [1, 1]);
    }
    round.answer('a', [5, 5]);
    round.answer('a', [5, 1]);
    assert.deepEqual(
      [round.answeredBy.length, round.hasAnswered('a'), round.hasAnswered('f')],
      [5, true, false],
    );
    assert.deepEqual(
      round.result()?.questions.map(({ mean }) => mean),
      [2, 5],
    );
  });

  it('forgets whoever is taken off the board, and all when it is over', () => {
    const round = new PulseRound('r', survey);
    for (const who of ['a', 'b', 'c', 'd', 'e']) {
      round.answer(who, [1, 1]);
    }
    assert.deepEqual([round.forget('a'), round.forget('a'), round.answeredBy.length], [true, false, 4]);
    assert.equal(round.result(), undefined);
    round.clear();
    assert.equal(round.answeredBy.length, 0);
  });

  it('takes whole answers on its scale alone, and keeps those of before otherwise', () => {
    const round = new PulseRound('r', survey);
    round.answer('a', [2, 2]);
    for (const ratings of [[], [1], [1, 2, 3], [0, 1], [6, 1], [1.5, 1], [Number.NaN, 1]]) {
      assert.throws(
        () => round.answer('a', ratings),
        (error) => error instanceof RetroError,
      );
      assert.throws(() => round.answer('b', ratings), /from 1 to 5/);
    }
    assert.equal(round.answeredBy.length, 1);
  });

  it('keeps its own copy of what it was given', () => {
    const round = new PulseRound('r', survey);
    const ratings = [1, 5];
    ['a', 'b', 'c', 'd', 'e'].forEach((who) => round.answer(who, ratings));
    ratings[0] = 5;
    assert.equal(round.result()?.questions[0]?.mean, 1);
  });
});

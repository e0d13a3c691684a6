import * as fc from 'fast-check';
import type { Survey } from '../../../src/core/pulse/survey.ts';
import { anyText } from '../format/anyDraft.ts';

/** A survey of any shape, with any text where a file may have any. */
export const anySurvey: fc.Arbitrary<Survey> = fc
  .record({
    from: fc.integer({ min: -3, max: 3 }),
    points: fc.integer({ min: 2, max: 11 }),
    texts: fc.array(fc.tuple(anyText, fc.boolean()), { minLength: 1, maxLength: 6 }),
    source: anyText,
    low: anyText,
  })
  .map(({ from, points, texts, source, low }) => ({
    key: 'ours',
    name: 'Ours',
    purpose: '',
    wording: '1',
    source,
    scale: { from, to: from + points - 1, low, high: low },
    questions: texts.map(([text, reversed], at) => ({ id: `question-${at}`, text, reversed })),
  }));

/** A survey with what people answered, and the same answers in another order. */
export const anyRound = anySurvey.chain((survey) => {
  const { from, to } = survey.scale;
  const sheet = fc.array(fc.integer({ min: from, max: to }), {
    minLength: survey.questions.length,
    maxLength: survey.questions.length,
  });
  return fc.array(sheet, { maxLength: 25 }).chain((answers) =>
    fc.record({
      survey: fc.constant(survey),
      answers: fc.constant(answers),
      shuffled: fc.shuffledSubarray(answers, { minLength: answers.length, maxLength: answers.length }),
    }),
  );
});

import { z } from 'zod/mini';
import { surveyLimits } from './survey.ts';

/** What a value of a survey should have been. Every issue of the schema carries one of these as its message. */
export type ExpectedOfSurvey = 'text' | 'line' | 'questions' | 'question' | 'reversed' | 'scale' | 'repeated';

function expecting(expected: ExpectedOfSurvey): { readonly error: string } {
  return { error: expected };
}

const line = z
  .string(expecting('text'))
  .check(z.maxLength(200, expecting('line')), z.regex(/\S/, expecting('text')));
const sentence = z.string(expecting('text')).check(z.maxLength(1000, expecting('line')));
const end = z.int(expecting('scale'));

const questionSchema = z.looseObject(
  {
    id: line,
    text: sentence.check(z.regex(/\S/, expecting('text'))),
    reversed: z.nullish(z.boolean(expecting('reversed'))),
  },
  expecting('question'),
);

/** A survey of a team's own, `templates/<key>.yml`. Only `name` and `questions` are needed. */
export const surveySchema = z.looseObject({
  name: line,
  purpose: z.nullish(sentence),
  wording: z.nullish(line),
  source: z.nullish(sentence),
  scale: z.nullish(
    z
      .looseObject(
        { from: end, to: end, low: z.nullish(sentence), high: z.nullish(sentence) },
        expecting('scale'),
      )
      .check(z.refine(({ from, to }) => from < to && to - from < surveyLimits.points, expecting('scale'))),
  ),
  questions: z.array(questionSchema, expecting('questions')).check(
    z.minLength(1, expecting('questions')),
    z.maxLength(surveyLimits.questions, expecting('questions')),
    z.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, expecting('repeated')),
  ),
});

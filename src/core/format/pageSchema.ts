import { z } from 'zod/mini';
import { answerBands } from '../pulse/answerBands.ts';
import { countSchema, dateSchema, type Expected, idSchema, textSchema } from './entrySchema.ts';

/** What only meetings, pulses and audits can get wrong. */
export type ExpectedOfPage =
  | Expected
  | 'answers'
  | 'mean'
  | 'worth'
  | 'distribution'
  | 'scale'
  | 'boolean'
  | 'rating'
  | 'repeated';

function expecting(expected: ExpectedOfPage): { readonly error: string } {
  return { error: expected };
}

const amount = z.int(expecting('count')).check(z.nonnegative(expecting('count')));
const figure = z.number(expecting('number'));

/** The front matter of a meeting's minutes. */
export const meetingSchema = z.looseObject({
  id: idSchema,
  kind: z.literal('meeting'),
  date: dateSchema,
  template: z.nullish(textSchema),
  from: z.nullish(dateSchema),
  to: z.nullish(dateSchema),
  attendees: z.nullish(amount),
  worth: z.nullish(
    z.looseObject(
      {
        mean: figure.check(z.minimum(1, expecting('worth')), z.maximum(5, expecting('worth'))),
        n: countSchema,
      },
      expecting('item'),
    ),
  ),
});

const scale = z
  .looseObject({ from: z.int(expecting('scale')), to: z.int(expecting('scale')) }, expecting('scale'))
  .check(z.refine(({ from, to }) => from < to && to - from <= 100, expecting('scale')));

const question = z.looseObject(
  {
    id: textSchema,
    text: z.nullish(textSchema),
    reversed: z.nullish(z.boolean(expecting('boolean'))),
    mean: z.number(expecting('mean')),
    distribution: z.nullish(z.array(amount, expecting('distribution'))),
  },
  expecting('item'),
);

/** The front matter of a survey's result. Whether its figures fit its scale, `pulseFigures` says. */
export const pulseSchema = z.looseObject({
  id: idSchema,
  kind: z.literal('pulse'),
  date: dateSchema,
  survey: textSchema,
  wording: z.nullish(textSchema),
  scale,
  answers: z.enum(answerBands, expecting('answers')),
  questions: z.array(question, expecting('items')),
});

const answer = z.looseObject(
  {
    id: textSchema,
    rating: z.int(expecting('rating')),
    reversed: z.nullish(z.boolean(expecting('boolean'))),
  },
  expecting('item'),
);

/** The front matter of an audit. Whether its ratings are on its scale, `wrongAnswers` says. */
export const auditSchema = z.looseObject({
  id: idSchema,
  kind: z.literal('audit'),
  date: dateSchema,
  survey: textSchema,
  wording: textSchema,
  scale,
  answers: z.array(answer, expecting('items')),
});

import { z } from 'zod/mini';
import { columnKinds, mostColumns, namings, phases } from './template.ts';

/** What a value of a template should have been. Every issue of the schema carries one of these as its message. */
export type ExpectedOfTemplate =
  | 'text'
  | 'line'
  | 'columns'
  | 'column'
  | 'kind'
  | 'phases'
  | 'votes'
  | 'hidden'
  | 'names'
  | 'minutes';

function expecting(expected: ExpectedOfTemplate): { readonly error: string } {
  return { error: expected };
}

const line = z
  .string(expecting('text'))
  .check(z.maxLength(200, expecting('line')), z.regex(/\S/, expecting('text')));
const sentence = z.string(expecting('text')).check(z.maxLength(1000, expecting('line')));
const count = z
  .int(expecting('votes'))
  .check(z.minimum(1, expecting('votes')), z.maximum(100, expecting('votes')));
const minutes = z
  .number(expecting('minutes'))
  .check(z.positive(expecting('minutes')), z.maximum(1440, expecting('minutes')));

const columnSchema = z.looseObject(
  {
    title: line,
    kind: z.nullish(z.enum(columnKinds, expecting('kind'))),
    prompt: z.nullish(sentence),
  },
  expecting('column'),
);

/** A template of a team's own, `templates/<key>.yml`. Only `name` and `columns` are needed. */
export const templateSchema = z.looseObject({
  name: line,
  purpose: z.nullish(sentence),
  columns: z
    .array(columnSchema, expecting('columns'))
    .check(z.minLength(1, expecting('columns')), z.maxLength(mostColumns, expecting('columns'))),
  phases: z.nullish(
    z.array(z.enum(phases, expecting('phases')), expecting('phases')).check(
      z.minLength(1, expecting('phases')),
      z.refine((list) => new Set(list).size === list.length, expecting('phases')),
    ),
  ),
  votes: z.nullish(z.looseObject({ total: z.nullish(count), perCard: z.nullish(count) }, expecting('votes'))),
  hidden: z.nullish(z.boolean(expecting('hidden'))),
  names: z.nullish(z.enum(namings, expecting('names'))),
  minutes: z.nullish(z.partialRecord(z.enum(phases, expecting('minutes')), minutes, expecting('minutes'))),
});

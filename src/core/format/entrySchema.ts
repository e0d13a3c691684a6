import { z } from 'zod/mini';
import { type EntryKind, entryKinds, isEntryKind, outcomes, statusesOf } from '../entries/kinds.ts';
import { isCalendarDate, isMoment } from './calendarDate.ts';
import { belongsTo, entryKeys } from './entryKeys.ts';

/** What a value should have been. Every issue of our schemas carries one of these as its message. */
export type Expected =
  | 'text'
  | 'id'
  | 'hash'
  | 'date'
  | 'moment'
  | 'kind'
  | 'status'
  | 'outcome'
  | 'list'
  | 'items'
  | 'item'
  | 'count'
  | 'number';

function expecting(expected: Expected): { readonly error: string } {
  return { error: expected };
}

export const idSchema = z
  .string(expecting('id'))
  .check(
    z.regex(/^[A-Za-z0-9-]{4,32}$/, expecting('id')),
    z.describe('4 to 32 ASCII letters, digits and hyphens; in quotes where YAML would read a number.'),
  );

export const dateSchema = z
  .string(expecting('date'))
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, expecting('date')),
    z.refine(isCalendarDate, expecting('date')),
    z.describe('A day of the calendar, ISO 8601: 2026-11-23.'),
  );

export const textSchema = z.string(expecting('text'));
export const countSchema = z.int(expecting('count')).check(z.positive(expecting('count')));

const hashSchema = z
  .string(expecting('hash'))
  .check(
    z.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, expecting('hash')),
    z.describe('A full hash: 40 or 64 lower-case hexadecimal digits, always in quotes.'),
  );
const momentSchema = z.string(expecting('moment')).check(z.refine(isMoment, expecting('moment')));
const textsSchema = z.array(textSchema, expecting('list'));

const commitSchema = z.looseObject(
  {
    sha: hashSchema,
    subject: z.nullish(textSchema),
    authored: z.nullish(momentSchema),
    patch: z.nullish(hashSchema),
    range: z.nullish(hashSchema),
    paths: z.nullish(textsSchema),
    change: z.nullish(textSchema),
    pr: z.nullish(countSchema),
  },
  expecting('item'),
);

const codeSchema = z.looseObject(
  { path: textSchema, line: z.nullish(countSchema), text: z.nullish(textSchema) },
  expecting('item'),
);

const fields = {
  id: idSchema,
  kind: z.enum(entryKinds, expecting('kind')),
  date: dateSchema,
  tags: z.nullish(textsSchema),
  people: z.nullish(textsSchema),
  commits: z.nullish(z.array(commitSchema, expecting('items'))),
  code: z.nullish(z.array(codeSchema, expecting('items'))),
  links: z.nullish(z.array(idSchema, expecting('list'))),
  status: z.optional(textSchema),
  started: z.nullish(dateSchema),
  timebox: z.nullish(dateSchema),
  concluded: z.nullish(dateSchema),
  owner: z.nullish(textSchema),
  outcome: z.optional(z.enum(outcomes, expecting('outcome'))),
  due: z.nullish(dateSchema),
  closed: z.nullish(dateSchema),
  reason: z.nullish(textSchema),
  imported: z.nullish(textSchema),
};

function schemaOf(kind: string): z.ZodMiniType {
  const own = Object.fromEntries(
    entryKeys.filter((key) => belongsTo(key, kind)).map((key) => [key, fields[key]]),
  );
  const statuses = isEntryKind(kind) ? statusesOf[kind] : undefined;
  return z.looseObject({
    ...own,
    ...(isEntryKind(kind) ? { kind: z.literal(kind, expecting('kind')) } : {}),
    ...(statuses === undefined ? {} : { status: z.optional(z.enum(statuses, expecting('status'))) }),
  });
}

const schemas = Object.fromEntries(entryKinds.map((kind) => [kind, schemaOf(kind)])) as Record<
  EntryKind,
  z.ZodMiniType
>;
const unknownKind = schemaOf('');

/**
 * The schema of an entry's front matter. Keys that belong to other kinds, and unknown ones, are let through.
 *
 * @param kind the word that the file has; one that is none of the kinds is itself the issue
 */
export function entrySchema(kind: string): z.ZodMiniType {
  return isEntryKind(kind) ? schemas[kind] : unknownKind;
}

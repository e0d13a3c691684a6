import * as fc from 'fast-check';
import { entryKinds } from '../../../src/core/entries/kinds.ts';

/** How many runs a property gets: short in every run of CI, long when it is asked for. */
export function runs(short: number, long: number): number {
  return process.env.RETROLOG_LONG === '1' ? long : short;
}

/** Milliseconds that a property may take. */
export const patience = runs(60_000, 3_600_000);

/** Text of any kind: plain words, what means something to YAML or Markdown, any characters at all. */
export const anyText = fc.oneof(
  fc.constantFrom(
    '',
    'null',
    'true',
    'no',
    '~',
    '12345678',
    '0x1f',
    '1e10',
    '2026-11-23',
    '- a',
    '# a',
    'a # b',
    'a: b',
    'a:',
    "it's",
    '"',
    '"a" b',
    '[a',
    '{a}',
    'a, b',
    '&a',
    '*a',
    '!a',
    '%a',
    '@a',
    '`a`',
    '|',
    '>',
    '? a',
    'a\\',
    '\\',
    '\\#',
    '<b>',
    '&lt;',
    'a #',
    '##',
    ' a ',
    '\ta',
    'a\nb',
    'a\r\nb',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u00a0',
    '\u202eabc',
    '\u200b',
    '\ud800',
    'a\udc00b',
    '\uffff',
    '日本語',
    'Ünïcödé',
    '🎉 done',
    '=cmd()',
    '$(x)',
    '[x](command:y)',
    '---',
    '...',
    '<<',
    '__proto__',
    '\0',
    '\u001b[31m',
    '\u007f',
  ),
  fc.stringMatching(/^[A-Za-z][a-z .-]{0,30}$/),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((codes) => String.fromCharCode(...codes)),
);

/** A day between the years that are read. */
export const anyDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyMoment = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);

/** An id of any form that is read. */
export const anyId = fc.oneof(
  fc.stringMatching(/^[a-df-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{7}$/),
  fc.stringMatching(/^[A-Za-z0-9-]{4,32}$/),
  fc.constantFrom('1234', '0x1f', '1e10', 'null', 'true', '2026-11-23', '----', '-123'),
);

const anyHash = fc.oneof(
  fc.stringMatching(/^[0-9a-f]{40}$/),
  fc.stringMatching(/^[0-9a-f]{64}$/),
  fc.stringMatching(/^\d{40}$/),
  fc.constant(`12e${'5'.repeat(37)}`),
);

const anyTexts = fc.array(anyText, { maxLength: 4 });
const anyCount = fc.integer({ min: 1, max: 2 ** 40 });

/** A link to a commit with any of its keys. */
export const anyCommit = fc.record(
  {
    sha: anyHash,
    subject: anyText,
    authored: anyMoment,
    patch: anyHash,
    range: anyHash,
    paths: anyTexts,
    change: anyText,
    pr: anyCount,
  },
  { requiredKeys: ['sha'], noNullPrototype: true },
);

/** A place in the code with any of its keys. */
export const anyPlace = fc.record(
  { path: anyText, line: anyCount, text: anyText },
  { requiredKeys: ['path'], noNullPrototype: true },
);

/** A draft of any kind with any of its keys; experiments can be tested. */
export const anyDraft = fc
  .record(
    {
      kind: fc.constantFrom(...entryKinds),
      title: anyText,
      date: anyDate,
      tags: anyTexts,
      people: anyTexts,
      commits: fc.array(anyCommit, { maxLength: 3 }),
      code: fc.array(anyPlace, { maxLength: 3 }),
      links: fc.array(anyId, { maxLength: 3 }),
      timebox: anyDate,
      owner: anyText,
      due: anyDate,
    },
    { requiredKeys: ['kind', 'title', 'date'], noNullPrototype: true },
  )
  .map((draft) => {
    if (draft.kind === 'experiment') {
      const { due: _due, ...experiment } = draft;
      return { ...experiment, hypothesis: 'It gets faster.', measure: 'From 3 s to 1 s.' };
    }
    const { timebox: _timebox, owner, due, ...plain } = draft;
    return draft.kind === 'action'
      ? { ...plain, ...(owner === undefined ? {} : { owner }), ...(due === undefined ? {} : { due }) }
      : plain;
  });

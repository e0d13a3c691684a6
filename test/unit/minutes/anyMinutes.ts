import * as fc from 'fast-check';
import { cleanLine, cleanText } from '../../../src/core/board/cardText.ts';
import type {
  Minutes,
  MinutesCard,
  MinutesEntry,
  MinutesGroup,
  MinutesItem,
} from '../../../src/core/minutes/minutes.ts';
import { anyDate, anyId, anyText } from '../format/anyDraft.ts';

/** Lines that mean something to Markdown, or to minutes. */
export const anyMarkdownLine = fc.oneof(
  anyText,
  fc.constantFrom(
    '**Bold**',
    '**Bold** and more',
    '***',
    '**a*b**',
    'two (2 votes)',
    '(1 vote)',
    'Do it (owner: Ben; due: 2026-12-01)',
    '[a](b.md)',
    '[a](../../entries/2026/b.md) (3 votes)',
    '- nested',
    '* nested',
    '1. one',
    '10) ten',
    '> quoted',
    '>',
    '## Wins',
    '   # Title',
    '---',
    '===',
    '- - -',
    '```',
    '```js (2 votes)',
    '~~~',
    '    code',
    '\ttab',
    '<!-- x',
    '-->',
    '<b>',
    '`<b>`',
    '`` a ` b ``',
    '\\',
    '\\>',
    '\\\\*',
    '&amp;',
    'a\\',
    '- [ ] task',
    '| a | b |',
    '  ',
    '',
  ),
);

/** What can be on a card. */
export const anyCardText = fc
  .array(anyMarkdownLine, { minLength: 1, maxLength: 6 })
  .map((lines) => cleanText(lines.join('\n')))
  .filter((text) => text !== '');

/** What can be a title: one line. */
export const anyTitle = anyMarkdownLine.map(cleanLine).filter((line) => line !== '');

const notes = fc.array(anyCardText, { maxLength: 3 });
const votes = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 200 }));
const path = fc.stringMatching(/^[a-z0-9-]{1,12}$/).map((name) => `retro/entries/2026/2026-11-20-${name}.md`);

const card: fc.Arbitrary<MinutesCard> = fc.record(
  { type: fc.constant('card'), text: anyCardText, votes, notes },
  { noNullPrototype: true },
);
const entry: fc.Arbitrary<MinutesEntry> = fc.record(
  { type: fc.constant('entry'), title: anyTitle, path, votes, notes },
  { noNullPrototype: true },
);
const member = fc.oneof(card, entry).map((each) => ({ ...each, votes: 0 }));
const group: fc.Arbitrary<MinutesGroup> = fc.record(
  {
    type: fc.constant('group'),
    title: anyTitle,
    path: fc.oneof(fc.constant(''), path),
    votes,
    notes,
    cards: fc.array(member, { minLength: 1, maxLength: 3 }),
  },
  { noNullPrototype: true },
);
const items: fc.Arbitrary<readonly MinutesItem[]> = fc.array(fc.oneof(card, entry, group), { maxLength: 4 });
const dateOrNone = fc.oneof(fc.constant(''), anyDate);

/** Minutes of any kind. */
export const anyMinutes: fc.Arbitrary<Minutes> = fc.record(
  {
    id: anyId,
    date: anyDate,
    title: anyTitle,
    template: fc.oneof(fc.constant(''), anyText),
    from: dateOrNone,
    to: dateOrNone,
    attendees: fc.integer({ min: 0, max: 200 }),
    worth: fc.oneof(
      fc.constant(null),
      fc.record(
        { mean: fc.integer({ min: 10, max: 50 }).map((n) => n / 10), n: fc.integer({ min: 1, max: 99 }) },
        { noNullPrototype: true },
      ),
    ),
    columns: fc.array(
      fc.record(
        { title: fc.oneof(anyTitle, fc.constantFrom('Wins', 'Actions', 'Parking lot')), items },
        { noNullPrototype: true },
      ),
      { minLength: 1, maxLength: 8 },
    ),
    parked: items,
    actions: fc.array(
      fc.oneof(
        fc.record(
          { title: anyTitle, path, owner: fc.constant(''), due: fc.constant('') },
          { noNullPrototype: true },
        ),
        fc.record(
          {
            title: anyTitle,
            path: fc.constant(''),
            owner: fc.oneof(fc.constant(''), anyTitle),
            due: dateOrNone,
          },
          { noNullPrototype: true },
        ),
      ),
      { maxLength: 3 },
    ),
  },
  { noNullPrototype: true },
);

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Minutes, MinutesCard } from '../../../src/core/minutes/minutes.ts';
import { parseMinutes } from '../../../src/core/minutes/parseMinutes.ts';
import { updateMinutes } from '../../../src/core/minutes/updateMinutes.ts';
import { patience, runs } from '../format/anyDraft.ts';
import { anyMarkdownLine } from './anyMinutes.ts';

const path = 'retro/meetings/2026/2026-11-20-sprint-42-p8d2aa0e.md';
const head = `---
id: p8d2aa0e # the id
kind: meeting
# when it was
date: 2026-11-20
mood: sunny
---
`;

function read(text: string): Minutes {
  const parsed = parseMinutes(path, text);
  assert.ok(parsed);
  return parsed.minutes;
}

function card(text: string, votes = 0): MinutesCard {
  return { type: 'card', text, votes, notes: [] };
}

/** The minutes with other cards in one column. */
function withCards(
  text: string,
  column: number,
  change: (items: Minutes['parked']) => Minutes['parked'],
): Minutes {
  const minutes = read(text);
  const columns = minutes.columns.map((each, at) =>
    at === column ? { ...each, items: change(each.items) } : each,
  );
  return { ...minutes, columns };
}

/** Lines that are only in one of two texts: `-old` and `+new`. */
function changesOf(before: string, after: string): string[] {
  const old = before.split('\n');
  const now = after.split('\n');
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

describe('updateMinutes', () => {
  const byHand = `${head}
# Sprint 42

We met in the garden.

## Wins

Some were small.

* First
  and its second line

* **A group** (2 votes)
    1. one
    2. two

    > said
* Last

<!-- ## Not a section
- nor an item -->

### About the failures
Prose.

## Failures
## Snacks

There was cake.
`;

  it('reads what people write by hand', () => {
    assert.deepEqual(read(byHand).columns, [
      {
        title: 'Wins',
        items: [
          card('First\nand its second line'),
          {
            type: 'group',
            title: 'A group',
            path: '',
            votes: 2,
            notes: ['said'],
            cards: [card('one'), card('two')],
          },
          card('Last'),
        ],
      },
      { title: 'Failures', items: [] },
    ]);
  });

  it('changes one line where one card has changed', () => {
    const after = updateMinutes(
      path,
      byHand,
      withCards(byHand, 0, (items) => items.map((item) => (item === items[2] ? card('Not last', 3) : item))),
    );
    assert.deepEqual(changesOf(byHand, after), ['-* Last', '+- Not last (3 votes)']);
  });

  it('moves the lines of a card with the card', () => {
    const after = updateMinutes(
      path,
      byHand,
      withCards(byHand, 0, (items) => items.toReversed()),
    );
    assert.deepEqual(changesOf(byHand, after), []);
    assert.ok(after.indexOf('* Last') < after.indexOf('* First'));
    assert.equal(after.split('\n').length, byHand.split('\n').length);
  });

  it('keeps prose, comments and other sections when every card is gone', () => {
    const after = updateMinutes(
      path,
      byHand,
      withCards(byHand, 0, () => []),
    );
    for (const kept of [
      'Some were small.',
      '<!-- ## Not a section',
      '### About the failures',
      'There was cake.',
    ]) {
      assert.ok(after.includes(kept), kept);
    }
    assert.ok(!after.includes('First') && !after.includes('said'));
  });

  it('puts new cards and new sections where they belong', () => {
    const minutes = withCards(byHand, 1, () => [card('Down')]);
    const after = updateMinutes(path, byHand, {
      ...minutes,
      attendees: 4,
      worth: { mean: 3.5, n: 4 },
      columns: [...minutes.columns, { title: 'Learnings', items: [card('Known')] }],
      parked: [card('Later')],
    });
    assert.ok(after.includes('## Failures\n- Down\n\n## Learnings\n- Known\n\n## Snacks\n'));
    assert.ok(after.endsWith('There was cake.\n\n## Parking lot\n- Later\n\n'));
    assert.ok(after.includes('mood: sunny\nattendees: 4\nworth: {mean: 3.5, n: 4}\n---\n'));
  });

  it('keeps line endings, a byte order mark and an ending that is not there [A4] [A7] [A25]', () => {
    const text = `\ufeff${byHand.trimEnd().replaceAll('\n', '\r\n')}`;
    const minutes = withCards(text, 1, () => [card('Down')]);
    const after = updateMinutes(path, text, { ...minutes, title: 'Sprint 43' });
    assert.ok(after.startsWith('\ufeff---\r\nid: p8d2aa0e # the id\r\n'));
    assert.ok(after.endsWith('There was cake.'));
    assert.ok(!/[^\r]\n/.test(after));
    assert.deepEqual(
      after.split('\r\n').filter((line) => !text.split('\r\n').includes(line)),
      ['# Sprint 43', '- Down'],
    );
  });

  it('keeps what somebody added to the file meanwhile [C60]', () => {
    const text = byHand.replace('* Last\n', '* Last\n* Added by hand\n');
    const minutes = withCards(byHand, 0, (items) => [card('New'), ...items.slice(1)]);
    const after = updateMinutes(path, text, minutes, byHand);
    assert.ok(
      after.includes('* Last\n* Added by hand\n') && after.includes('- New') && !after.includes('First'),
    );
    assert.ok(!updateMinutes(path, text, minutes).includes('Added by hand'));
  });

  it('refuses a file that it cannot read [A29]', () => {
    const minutes = read(byHand);
    const conflict = `${byHand}<<<<<<< a\n=======\n>>>>>>> b\n`;
    for (const text of [
      '',
      'x',
      byHand.replace('kind: meeting', 'kind: win'),
      byHand.replace('---\n\n', '\n'),
      conflict,
    ]) {
      assert.throws(() => updateMinutes(path, text, minutes), { name: 'RetroError', code: 'bad-file', path });
    }
  });

  it('changes nothing where nothing has changed, whatever the file is', () => {
    const heading = fc.constantFrom(
      '## Wins',
      '## Failures',
      '## Actions',
      '## Parking lot',
      '# Title',
      '### Sub',
      '##',
    );
    const indent = fc.constantFrom('', '', ' ', '  ', '    ', '\t', '- ', '* ', '  - ', '1. ', '> ', '  > ');
    const line = fc.oneof(
      heading,
      fc.tuple(indent, anyMarkdownLine).map((parts) => parts.join('')),
    );
    const ending = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), ending, fc.boolean(), (lines, end, last) => {
        const text = `${head}${lines.join('\n')}${last ? '\n' : ''}`.replaceAll(/\r\n|\r|\n/g, end);
        const parsed = parseMinutes(path, text);
        fc.pre(parsed !== undefined);
        assert.equal(updateMinutes(path, text, parsed.minutes), text);
        assert.deepEqual(read(updateMinutes(path, text, parsed.minutes)), parsed.minutes);
      }),
      { numRuns: runs(1000, 200_000) },
    );
  }).timeout(patience);
});

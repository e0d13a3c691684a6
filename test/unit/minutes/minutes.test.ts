import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Minutes } from '../../../src/core/minutes/minutes.ts';
import { parseMinutes } from '../../../src/core/minutes/parseMinutes.ts';
import { printMinutes } from '../../../src/core/minutes/printMinutes.ts';
import { updateMinutes } from '../../../src/core/minutes/updateMinutes.ts';
import { parseFile } from '../../../src/core/format/parseFile.ts';
import { patience, runs } from '../format/anyDraft.ts';
import { anyMinutes } from './anyMinutes.ts';

const path = 'retro/meetings/2026/2026-11-20-sprint-42-p8d2aa0e.md';

const text = `---
id: p8d2aa0e
kind: meeting
date: 2026-11-20
template: wins-failures-learnings
from: 2026-11-06
to: 2026-11-20
attendees: 6
worth: {mean: 4.2, n: 6}
---

# Sprint 42

## Wins
- **Deploys under ten minutes** (4 votes)
  - Parallel jobs paid off
  - [Images are cached](../../entries/2026/2026-11-12-images-are-cached-m2x7k9qa.md)
  > Keep the cache warm over the weekend.
- Lunch together (1 vote)

## Failures

## Parking lot
- Who owns the staging data?

## Actions
- [Add jitter](../../entries/2026/2026-11-20-add-jitter-t5w0c3hd.md)
`;

const minutes: Minutes = {
  id: 'p8d2aa0e',
  date: '2026-11-20',
  title: 'Sprint 42',
  template: 'wins-failures-learnings',
  from: '2026-11-06',
  to: '2026-11-20',
  attendees: 6,
  worth: { mean: 4.2, n: 6 },
  columns: [
    {
      title: 'Wins',
      items: [
        {
          type: 'group',
          title: 'Deploys under ten minutes',
          path: '',
          votes: 4,
          notes: ['Keep the cache warm over the weekend.'],
          cards: [
            { type: 'card', text: 'Parallel jobs paid off', votes: 0, notes: [] },
            {
              type: 'entry',
              title: 'Images are cached',
              path: 'retro/entries/2026/2026-11-12-images-are-cached-m2x7k9qa.md',
              votes: 0,
              notes: [],
            },
          ],
        },
        { type: 'card', text: 'Lunch together', votes: 1, notes: [] },
      ],
    },
    { title: 'Failures', items: [] },
  ],
  parked: [{ type: 'card', text: 'Who owns the staging data?', votes: 0, notes: [] }],
  actions: [
    { title: 'Add jitter', path: 'retro/entries/2026/2026-11-20-add-jitter-t5w0c3hd.md', owner: '', due: '' },
  ],
};

function read(written: string, columns: readonly string[] = []): Minutes | undefined {
  return parseMinutes(path, written, columns)?.minutes;
}

describe('minutes', () => {
  it('are written as the format says, and say the same when they are read', () => {
    assert.equal(printMinutes(path, minutes), text);
    assert.deepEqual(read(text), minutes);
    assert.deepEqual(parseFile(path, text).problems, []);
  });

  it('say the same when they are read, whatever is on a card', () => {
    fc.assert(
      fc.property(anyMinutes, (any) => {
        const written = printMinutes(path, any);
        assert.deepEqual(
          read(
            written,
            any.columns.map(({ title }) => title),
          ),
          any,
        );
        assert.deepEqual(
          parseFile(path, written).problems.filter(({ code }) => code !== 'long-title'),
          [],
        );
      }),
      { numRuns: runs(400, 100_000) },
    );
  }).timeout(patience);

  it('say something else after they were changed, and not a byte is different where nothing was', () => {
    fc.assert(
      fc.property(anyMinutes, anyMinutes, (before, { title, columns, parked, actions, attendees, worth }) => {
        const written = printMinutes(path, before);
        assert.equal(updateMinutes(path, written, before), written);
        const after: Minutes = {
          ...before,
          title,
          attendees: attendees || before.attendees,
          worth: worth ?? before.worth,
          columns: before.columns.map((column, at) => ({
            ...column,
            items: columns[at]?.items ?? column.items,
          })),
          parked,
          actions,
        };
        const titles = after.columns.map((column) => column.title);
        assert.deepEqual(read(updateMinutes(path, written, after), titles), after);
      }),
      { numRuns: runs(200, 50_000) },
    );
  }).timeout(patience);
});

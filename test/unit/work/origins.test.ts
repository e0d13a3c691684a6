import assert from 'node:assert/strict';
import type { Page } from '../../../src/core/format/parseFile.ts';
import { originFinder } from '../../../src/core/work/origins.ts';
import { entryOf } from '../../support/entryOf.ts';

const failure = entryOf({ id: 'fail', path: 'retro/entries/fail.md' });
const meeting: Page = {
  id: 'meet',
  kind: 'meeting',
  date: '2026-03-04',
  title: 'Sprint 42',
  path: 'retro/meetings/meet.md',
  minuted: ['retro/entries/act.md', 'retro/entries/fail.md'],
};

function originsOf(links: readonly string[], path = 'retro/entries/act.md'): string[] {
  const find = originFinder({
    pages: [meeting],
    withId: (id) => (id === 'fail' ? [failure] : []),
  });
  return find(entryOf({ id: 'act', path, links })).map(({ id }) => id);
}

describe('originFinder', () => {
  it('gives what an entry links, then the meeting whose minutes list it', () => {
    assert.deepEqual(originsOf(['fail']), ['fail', 'meet']);
  });

  it('tells of a meeting once that is linked and lists the entry', () => {
    assert.deepEqual(originsOf(['meet']), ['meet']);
  });

  it('passes over an id that names nothing, and a link of an entry to itself', () => {
    assert.deepEqual(originsOf(['gone'], 'retro/entries/other.md'), []);
    assert.deepEqual(originsOf(['fail'], failure.path), ['meet']);
  });
});

import assert from 'node:assert/strict';
import { entriesByCommit } from '../../../src/core/code/entriesByCommit.ts';
import { markCode } from '../../../src/core/code/markCode.ts';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { entryOf } from '../../support/entryOf.ts';

const path = 'src/cart.ts';
const one = 'a1'.repeat(20);
const other = 'b2'.repeat(20);

function ids(marks: ReadonlyMap<number, readonly Entry[]>): Record<number, string> {
  return Object.fromEntries(
    [...marks].map(([line, entries]) => [line, entries.map(({ id }) => id).join(' ')]),
  );
}

function marks(
  entries: readonly Entry[],
  lines: readonly string[],
  commits?: readonly (string | undefined)[],
) {
  const code = { path, lines, ...(commits === undefined ? {} : { commits }) };
  const found = markCode(code, entries, entriesByCommit(entries));
  return { lines: ids(found.lines), heads: ids(found.heads) };
}

describe('the lines that entries are about', () => {
  it('are the places that they name, where these are now', () => {
    const entry = entryOf({ id: 'p1', code: [{ path, line: 1, text: 'ttl' }] });
    assert.deepEqual(marks([entry], ['new', 'ttl']), { lines: { 2: 'p1' }, heads: { 2: 'p1' } });
    assert.deepEqual(marks([entry], ['new']), { lines: {}, heads: {} });
    assert.deepEqual(marks([entryOf({ id: 'p2', code: [{ path }] })], ['x']), { lines: {}, heads: {} });
    const elsewhere = entryOf({ id: 'p3', code: [{ path: 'src/other.ts', line: 1, text: 'ttl' }] });
    assert.deepEqual(marks([elsewhere], ['ttl']), { lines: {}, heads: {} });
  });

  it('are those of the commits that they link, announced once a piece', () => {
    const entry = entryOf({ id: 'c1', commits: [{ sha: one }] });
    const commits = [one, one, other, undefined, one, other, other, other, other, one];
    assert.deepEqual(marks([entry], commits.map(String), commits), {
      lines: { 1: 'c1', 2: 'c1', 5: 'c1', 10: 'c1' },
      heads: { 1: 'c1', 10: 'c1' },
    });
  });

  it('are announced above the three longest pieces where a commit is all over the file', () => {
    const entry = entryOf({ id: 'c1', commits: [{ sha: one }] });
    const commits = Array.from({ length: 60 }, (_, at) => (at % 10 < (at < 30 ? 1 : 3) ? one : other));
    assert.deepEqual(marks([entry], commits.map(String), commits).heads, { 31: 'c1', 41: 'c1', 51: 'c1' });
  });

  it('are not announced above an empty line', () => {
    const entry = entryOf({ id: 'c1', commits: [{ sha: one }] });
    assert.deepEqual(marks([entry], ['', ' ', 'x', ''], [one, one, one, one]), {
      lines: { 1: 'c1', 2: 'c1', 3: 'c1', 4: 'c1' },
      heads: { 3: 'c1' },
    });
  });

  it('are announced at the place that an entry names rather than above its commit', () => {
    const entry = entryOf({ id: 'b1', code: [{ path, line: 3, text: 'z' }], commits: [{ sha: one }] });
    assert.deepEqual(marks([entry], ['x', 'y', 'z'], [one, one, one]), {
      lines: { 1: 'b1', 2: 'b1', 3: 'b1' },
      heads: { 3: 'b1' },
    });
  });

  it('name several entries in the order of the log, each once', () => {
    const first = entryOf({ id: 'n2', commits: [{ sha: one }, { sha: one }] });
    const second = entryOf({ id: 'n1', code: [{ path, line: 1, text: 'x' }] });
    assert.deepEqual(marks([first, second], ['x'], [one]).lines, { 1: 'n2 n1' });
  });

  it('are no more than the file has', () => {
    const entry = entryOf({ id: 'c1', commits: [{ sha: one }] });
    assert.deepEqual(marks([entry], ['x'], [one, one, one]).lines, { 1: 'c1' });
    assert.deepEqual(marks([entry], ['x']).lines, {});
  });
});

describe('the entries about a commit', () => {
  const first = entryOf({ id: 'n2', commits: [{ sha: one }, { sha: one }] });
  const second = entryOf({ id: 'n1', commits: [{ sha: one }, { sha: other }] });
  const ids = (byCommit: ReadonlyMap<string, readonly Entry[]>) =>
    [...byCommit].map(([sha, entries]) => [sha.slice(0, 2), ...entries.map(({ id }) => id)]);

  it('are those that link it, by its hash and by what that means today', () => {
    assert.deepEqual(ids(entriesByCommit([first, second])), [
      ['a1', 'n2', 'n1'],
      ['b2', 'n1'],
    ]);
    const now = 'c3'.repeat(20);
    const meant = entriesByCommit([first, second], (entry, { sha }) =>
      entry.id === 'n1' && sha === other ? now : undefined,
    );
    assert.deepEqual(ids(meant), [
      ['a1', 'n2', 'n1'],
      ['b2', 'n1'],
      ['c3', 'n1'],
    ]);
  });
});

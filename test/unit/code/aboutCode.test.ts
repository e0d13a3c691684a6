import assert from 'node:assert/strict';
import { aboutCode } from '../../../src/core/code/aboutCode.ts';
import { entryOf } from '../../support/entryOf.ts';

const path = 'src/cart.ts';
const lines = ['export const ttl = 60;', '', 'export function total() {', '  return 0;', '}'];
const newest = entryOf({ id: 'c1111111', code: [{ path, line: 1, text: 'export const ttl = 60;' }] });
const middle = entryOf({ id: 'b1111111', commits: [{ sha: 'a'.repeat(40), paths: [path] }] });
const oldest = entryOf({ id: 'a1111111', code: [{ path, line: 9, text: 'return 0;' }] });
const elsewhere = entryOf({ id: 'd1111111', code: [{ path: 'src/other.ts', line: 1 }] });
const all = [newest, elsewhere, middle, oldest];

function told(from: number, to = from): unknown[] {
  return aboutCode(all, path, lines, { from, to }).map(({ entry, found }) => [
    entry.id,
    found?.state,
    found?.line,
    found?.selected,
  ]);
}

describe('the entries about a file and a selection', () => {
  it('keep their order where none is in the selection', () => {
    assert.deepEqual(told(2), [
      ['c1111111', 'here', 1, false],
      ['b1111111', undefined, undefined, undefined],
      ['a1111111', 'moved', 4, false],
    ]);
  });

  it('have those in the selection first, by where their line is now and not where it was', () => {
    assert.deepEqual(told(3, 5)[0], ['a1111111', 'moved', 4, true]);
    assert.deepEqual(told(4)[0], ['a1111111', 'moved', 4, true]);
    assert.deepEqual(told(9)[0], ['c1111111', 'here', 1, false]);
  });

  it('say that a line is gone, and are still about the file', () => {
    const gone = entryOf({ id: 'g1111111', code: [{ path, line: 4, text: 'return 1;' }] });
    const [about] = aboutCode([gone], path, lines, { from: 4, to: 4 });
    assert.deepEqual(about?.found, { state: 'gone', place: gone.code[0], selected: false });
  });

  it('show of several places the selected one, then one that is still there', () => {
    const code = [
      { path, line: 2, text: 'nowhere' },
      { path, line: 3, text: lines[2] ?? '' },
      { path, line: 5, text: '}' },
    ];
    const entry = entryOf({ id: 'm1111111', code });
    const at = (line: number) => aboutCode([entry], path, lines, { from: line, to: line })[0]?.found?.line;
    assert.equal(at(5), 5);
    assert.equal(at(1), 3);
  });

  it('have those whose lines are selected first, by whatever ties them to the lines, and under an older name', () => {
    const marked = new Map([
      [2, [middle]],
      [3, [middle, elsewhere]],
    ]);
    const at = (from: number, to = from) =>
      aboutCode(all, path, lines, { from, to }, marked).map(({ entry, here }) => [entry.id, here]);
    assert.deepEqual(at(2), [
      ['b1111111', true],
      ['c1111111', false],
      ['d1111111', false],
      ['a1111111', false],
    ]);
    assert.deepEqual(at(3, 4), [
      ['d1111111', true],
      ['b1111111', true],
      ['a1111111', true],
      ['c1111111', false],
    ]);
  });

  it('never take a whole file for a selected line', () => {
    const whole = entryOf({ id: 'w1111111', code: [{ path }] });
    const [about] = aboutCode([whole], path, lines, { from: 1, to: 5 });
    assert.deepEqual(about?.found, { state: 'here', place: { path }, selected: false });
  });
});

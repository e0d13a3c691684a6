import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { entryPath } from '../../../src/core/format/entryPath.ts';
import { anyDate, anyId, anyText, patience, runs } from './anyDraft.ts';

function nameOf(title: string, id = 'k3f9q2xa'): string {
  return entryPath('retro', '2026-11-23', title, id).replace('retro/entries/2026/2026-11-23-', '');
}

describe('entryPath', () => {
  it('has the year, the day, the words of the title and the id', () => {
    assert.equal(
      entryPath('retro', '2026-11-23', 'Cache stampede', 'k3f9q2xa'),
      'retro/entries/2026/2026-11-23-cache-stampede-k3f9q2xa.md',
    );
  });

  it('writes letters of other alphabets as near as ASCII can', () => {
    assert.equal(nameOf('Übergrößen à la carte: Łódź, Ærø'), 'ubergrossen-a-la-carte-lodz-aero-k3f9q2xa.md');
    assert.equal(nameOf("It's done, don’t ask"), 'its-done-dont-ask-k3f9q2xa.md');
  });

  it('has only the id where nothing of the title is left', () => {
    assert.equal(nameOf('日本語 🎉'), 'k3f9q2xa.md');
    assert.equal(nameOf(''), 'k3f9q2xa.md');
  });

  it('cuts a long title between words and a long word anywhere [C49]', () => {
    assert.equal(
      nameOf('one two three four five six seven eight nine ten eleven twelve'),
      'one-two-three-four-five-six-seven-eight-nine-ten-eleven-k3f9q2xa.md',
    );
    assert.equal(nameOf('x'.repeat(200)), `${'x'.repeat(57)}-k3f9q2xa.md`);
  });

  it('is a name that every system can store, whatever the title is [C46] [C49]', () => {
    fc.assert(
      fc.property(anyDate, anyText, anyId, (date, title, id) => {
        const path = entryPath('retro', date, title, id);
        const name = path.slice(path.lastIndexOf('/') + 1);
        assert.match(
          path,
          /^retro\/entries\/\d{4}\/\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)*-[A-Za-z0-9-]{4,32}\.md$/,
        );
        assert.ok(name.length <= 80, name);
      }),
      { numRuns: runs(2_000, 100_000) },
    );
  }).timeout(patience);
});

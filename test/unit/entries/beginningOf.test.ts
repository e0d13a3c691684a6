import assert from 'node:assert/strict';
import { beginningOf } from '../../../src/core/entries/beginningOf.ts';

describe('how a text begins', () => {
  it('is its first lines that say something', () => {
    assert.deepEqual(beginningOf('\nOne.\r\n\r\n  Two.\n\nThree.\nFour.\n', 3), ['One.', 'Two.', 'Three.']);
    assert.deepEqual(beginningOf(' \n', 3), []);
  });

  it('has no marks of headings and lists, and ends at the next heading', () => {
    assert.deepEqual(beginningOf('It broke.\n\n## What we saw\n- Nothing', 3), ['It broke.']);
    assert.deepEqual(beginningOf('## Hypothesis ##\n\nFewer peaks.\n\n## Measure\n\np99', 3), [
      'Hypothesis',
      'Fewer peaks.',
    ]);
    assert.deepEqual(beginningOf('* One\n- Two\n-3 degrees\n#4 is no heading', 9), [
      '• One',
      '• Two',
      '-3 degrees',
      '#4 is no heading',
    ]);
  });
});

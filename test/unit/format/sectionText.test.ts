import assert from 'node:assert/strict';
import { sectionText } from '../../../src/core/format/sectionText.ts';

const body =
  'Why\n\n## Measure\n\np99: 400 ms\n\n### Where\n\nCheckout\n\n## result\n\n## Measure\n\nAgain\n';

describe('sectionText', () => {
  it('gives the first section of a name with what is below its smaller headings', () => {
    assert.equal(sectionText(body, 'Measure'), 'p99: 400 ms\n\n### Where\n\nCheckout');
  });

  it('is empty for a section that is empty or not there, and for a heading in code', () => {
    assert.equal(sectionText(body, 'Result'), '');
    assert.equal(sectionText(body, 'Why'), '');
    assert.equal(sectionText('```\n## Measure\n```\n', 'Measure'), '');
  });
});

import assert from 'node:assert/strict';
import { plainWords, sectionOf } from '../../../src/core/markdown/plainWords.ts';
import { fill, growth } from '../format/growthOf.ts';

/** More of a text is not looked at. */
const longestText = 8000;

describe('a section of an entry', () => {
  const body =
    'Intro.\n\n## Hypothesis\n\nFewer peaks.\n\n### Why\n\nJitter.\n\n## Measure\n\n```\n## Result\n```\n';

  it('is what stands below its heading, with smaller headings and up to the next of its size', () => {
    assert.equal(sectionOf(body, 'hypothesis'), 'Fewer peaks.\n\n### Why\n\nJitter.');
  });

  it('is nothing where it is empty, missing, or in a code block', () => {
    assert.equal(sectionOf('## Result\n\n## Measure\n\nx', 'Result'), undefined);
    assert.equal(sectionOf(body, 'Result'), undefined);
  });
});

describe('the words of some Markdown', () => {
  for (const [markdown, words] of [
    ['Fewer **peaks** in `cache.ts`,\nas _hoped_.', 'Fewer peaks in cache.ts, as hoped.'],
    ['Three:\n- one\n- two\n\nThen more.', 'Three: one; two Then more.'],
    ['1. [x] Done\n2. [ ] Not', 'Done; Not'],
    ['See [the page](../a.md) ![a picture](https://host/x.png)', 'See the page a picture'],
    ['> Quoted\n\n### Small\n\ntext', 'Quoted Small text'],
    ['Before\n```js\nalert(1)\n```\nafter', 'Before after'],
    ['Unclosed\n```\ncode', 'Unclosed'],
    ['snake_case_name and 2*3*4 stay', 'snake_case_name and 2*3*4 stay'],
    ['\\*not a mark\\* \u202e', '*not a mark* <U+202E>'],
  ] as const) {
    it(`of ${JSON.stringify(markdown)}`, () => assert.equal(plainWords(markdown), words));
  }

  it('are cut where there are too many', () => {
    assert.ok(plainWords('word '.repeat(5000)).length <= 600);
  });

  it('are found in time that grows with the text, up to what is looked at, whatever it is', () => {
    for (const part of ['[', '![', '](', '*', '_', '`', '**', '~~~\n', '> ', '- ', '\\']) {
      const text = fill(part, longestText);
      assert.ok(growth((size) => plainWords(text.slice(0, size)), longestText) < 3, part);
    }
  });
});

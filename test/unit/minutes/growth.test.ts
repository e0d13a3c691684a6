import assert from 'node:assert/strict';
import { parseMinutes } from '../../../src/core/minutes/parseMinutes.ts';
import { updateMinutes } from '../../../src/core/minutes/updateMinutes.ts';
import { parseTemplate } from '../../../src/core/templates/parseTemplate.ts';
import { fill, growth, madeFor, measured } from '../format/growthOf.ts';

const head = '---\nid: k3f9q2xa\nkind: meeting\ndate: 2026-11-23\n---\n# T\n## Wins\n';
const path = 'retro/meetings/2026/a.md';

const nasty: Readonly<Record<string, (size: number) => string>> = {
  'the same item': (size) => fill('- a\n', size),
  'items with votes': (size) => fill('- a (2 votes)\n', size),
  'one long card': (size) => `- a\n${fill('  b\n', size)}`,
  'a card of backticks': (size) => `- ${fill('`a``', size)}\n`,
  'a group of many cards': (size) => `- **A**\n${fill('  - b\n    > c\n', size)}`,
  stars: (size) => `- ${fill('**', size)}\n`,
  'open brackets': (size) => `- ${fill('[', size)}\n`,
  'fences that never close': (size) => fill('```js\n', size),
  'fences in items': (size) => fill('- ```js\n', size),
  'fences in one item': (size) => `- a\n${fill('  ```js\n', size)}`,
  'comments that never close': (size) => fill('<!-- a\n', size),
  'empty lines': (size) => `- a\n${fill('\n', size)}- b\n`,
  'lines of spaces': (size) => `- a\n${fill(' \n', size)}`,
  spaces: (size) => `- a${fill(' ', size)}b\n`,
  'lines of hyphens': (size) => fill('- - - -\n', size),
  hyphens: (size) => `- a\n  ${fill('- ', size)}x\n`,
  quotations: (size) => `- a\n${fill('  > b\n\n', size)}`,
  sections: (size) => fill('## A\n', size),
  'sections with items': (size) => fill('## A\n- a\n', size),
  'actions that look unwritten': (size) => `## Actions\n- ${fill('(owner: ', size)}\n`,
  backslashes: (size) => `- ${fill('\\', size)}\n`,
  'deep lists': (size) => `- ${fill('- ', size)}\n`,
};

describe('reading and changing minutes takes time in proportion to the size', () => {
  for (const [name, make] of Object.entries(nasty)) {
    it(`for ${name}`, () => {
      const textOf = madeFor((size) => head + make(size));
      const parsed = new Map(measured().map((size) => [size, parseMinutes(path, textOf(size))?.minutes]));
      const change = (size: number): unknown => {
        const minutes = parsed.get(size);
        return minutes && updateMinutes(path, textOf(size), minutes);
      };
      assert.ok(growth((size) => parseMinutes(path, textOf(size))) < 3, 'parseMinutes');
      assert.ok(growth(change) < 3, 'updateMinutes');
    }).timeout(60_000);
  }

  it('for templates', () => {
    const columns = (size: number): string =>
      `name: X\ncolumns:\n${fill('  - {title: a, kind: win}\n', size)}`;
    assert.ok(growth((size) => parseTemplate('a.yml', columns(size)), 60 * 1024) < 3);
  }).timeout(60_000);
});

import assert from 'node:assert/strict';
import { bodyOf } from '../../../src/core/format/entryBody.ts';
import { entryPath } from '../../../src/core/format/entryPath.ts';
import { printTitle } from '../../../src/core/format/entryTitle.ts';
import { mendsFor } from '../../../src/core/format/mends.ts';
import { parseFile } from '../../../src/core/format/parseFile.ts';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { parseTeamSettings } from '../../../src/core/team/teamSettings.ts';
import { matchesPath } from '../../../src/core/team/matchesPath.ts';
import { fill, growth, largest, madeFor } from './growthOf.ts';

const head = '---\nid: k3f9q2xa\nkind: experiment\ndate: 2026-11-23\n';
/** Front matter beyond 16 KiB is not read, so what it can do must show below that. */
const largestFrontMatter = 15 * 1024;

const nasty: Readonly<Record<string, (size: number) => string>> = {
  'open brackets': (size) => `${head}x: ${fill('[', size)}\n---\n`,
  'open braces': (size) => `${head}x: ${fill('{a: ', size)}\n---\n`,
  'pairs in a list': (size) => `${head}x: [${fill('a: b, ', size)}]\n---\n`,
  'question marks': (size) => `${head}${fill('? ', size)}\n---\n`,
  hyphens: (size) => `${head}x:\n  ${fill('- ', size)}\n---\n`,
  keys: (size) => `${head}${fill('kkkkk: 1\n', size)}\n---\n`,
  'other keys': (size) =>
    `${head}${Array.from({ length: size / 12 }, (_, index) => `k${index}: 1\n`).join('')}---\n`,
  'spaces in a value': (size) => `${head}x: a${fill(' ', size)}b\n---\n`,
  'quotation marks': (size) => `${head}x: ${fill('"" ', size)}\n---\n`,
  backslashes: (size) => `${head}x: "${fill('\\', size)}\n---\n`,
  'lines of hyphens': (size) => `${head}${fill('---x\n', size)}`,
  'lines that almost close': (size) => `${head}${fill('---   x\n', size)}`,
  'marks of a merge': (size) => `${head}---\n${fill('<<<<<<< a\n', size)}`,
  'marks of a merge, half of them': (size) => `${head}---\n${fill('<<<<<<< a\n=======\n', size)}`,
  'spaces in a title': (size) => `${head}---\n# a${fill(' ', size)}b\n`,
  'number signs in a title': (size) => `${head}---\n# a ${fill('# ', size)}b\n`,
  'backslashes in a title': (size) => `${head}---\n# a ${fill('\\', size)}b\n`,
  'number signs': (size) => `${head}---\n${fill('#', size)}\n`,
  sections: (size) => `${head}---\n# T\n${fill('## Hypothesis\n', size)}`,
  backticks: (size) => `${head}---\n${fill('`', size)}x\`\n`,
  fences: (size) => `${head}---\n${fill('```\n~~~\n', size)}`,
  'empty lines': (size) => `${head}---\n${fill('\n', size)}`,
  'carriage returns': (size) => `${head}---\n${fill('\r', size)}`,
  'lines of spaces': (size) => `${head}---\n${fill(' \t\n', size)}`,
  'nothing but spaces': (size) => fill(' ', size),
  'letters with many marks': (size) => `${head}---\n# e${fill('\u0301', size)}\n`,
};

describe('reading takes time in proportion to the size', () => {
  it('and this harness notices where it does not', () => {
    const slow = (size: number): number => {
      let found = 0;
      for (let one = 0; one < size / 16; one += 1) {
        for (let other = 0; other < size / 16; other += 1) {
          found ^= one * other;
        }
      }
      return found;
    };
    assert.ok(growth(slow) > 3, 'a quadratic function went unnoticed');
  }).timeout(60_000);

  for (const [name, make] of Object.entries(nasty)) {
    for (const size of [largestFrontMatter, largest]) {
      it(`for ${name}, to ${size / 1024} KiB`, () => {
        const textOf = madeFor(make, size);
        const mend = (length: number): unknown => {
          const [problem] = parseFile('a.md', textOf(length)).problems;
          return problem === undefined ? undefined : mendsFor(textOf(length), problem, () => 'n3w1d234');
        };
        assert.ok(growth((length) => parseFile('a.md', textOf(length)), size) < 3, 'parseFile');
        assert.ok(growth((length) => bodyOf(textOf(length)), size) < 3, 'bodyOf');
        assert.ok(
          growth((length) => parseTeamSettings('a.yml', textOf(length).slice(4)), size) < 3,
          'parseTeamSettings',
        );
        assert.ok(growth(mend, size) < 3, 'mendsFor');
      }).timeout(60_000);
    }
  }

  for (const piece of [' ', '#', '\\', '# ', '<a', '&a', 'a ', '-', '\u0301', '日', '\n']) {
    it(`for printing a title of ${JSON.stringify(piece)}`, () => {
      const titleOf = madeFor((size) => `x${fill(piece, size)}y`);
      assert.ok(growth((size) => printTitle(titleOf(size))) < 3, 'printTitle');
      assert.ok(
        growth((size) => entryPath('retro', '2026-11-23', titleOf(size), 'k3f9q2xa')) < 3,
        'entryPath',
      );
      const draft = (size: number) =>
        ({ kind: 'win', title: 'T', date: '2026-11-23', body: titleOf(size) }) as const;
      assert.ok(growth((size) => printEntry('k3f9q2xa', draft(size))) < 3, 'printEntry');
    }).timeout(60_000);
  }

  it('for patterns full of stars', () => {
    assert.ok(growth((size) => matchesPath(`${fill('*a', 64)}b`, fill('a', size))) < 3, 'in a name');
    assert.ok(
      growth((size) => matchesPath(`${fill('**/a/', 64)}b`, fill('a/', size / 8))) < 3,
      'over folders',
    );
  }).timeout(60_000);
});

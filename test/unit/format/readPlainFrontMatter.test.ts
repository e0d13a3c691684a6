import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { readPlainFrontMatter } from '../../../src/core/format/readPlainFrontMatter.ts';
import { isYamlData, readYaml } from '../../../src/core/format/readYaml.ts';
import { splitFile } from '../../../src/core/format/splitFile.ts';
import { anyDraft, anyId, anyText, patience, runs } from './anyDraft.ts';
import { mutated } from './mutations.ts';

/** Says what differs between the two readers, if the plain one answers at all. */
function compare(source: string): boolean {
  const parts = splitFile(`---\n${source}---\n`);
  if ('code' in parts) {
    return false;
  }
  const plain = readPlainFrontMatter(parts.frontMatter);
  if (plain === undefined || parts.frontMatter === '') {
    return false;
  }
  const data = readYaml(parts.frontMatter, 2);
  assert.ok(isYamlData(data), `YAML refuses ${JSON.stringify(parts.frontMatter)}`);
  assert.deepEqual(plain, data.values);
  return true;
}

function frontMatterOf(text: string): string {
  const parts = splitFile(text);
  assert.ok(!('code' in parts));
  return parts.frontMatter;
}

describe('readPlainFrontMatter', () => {
  it('understands everything that is printed', () => {
    fc.assert(
      fc.property(anyId, anyDraft, (id, draft) => {
        assert.notEqual(readPlainFrontMatter(frontMatterOf(printEntry(id, draft))), undefined);
      }),
      { numRuns: runs(1_000, 100_000) },
    );
  }).timeout(patience);

  it('gives what YAML gives, for what is printed', () => {
    fc.assert(
      fc.property(anyId, anyDraft, (id, draft) => compare(frontMatterOf(printEntry(id, draft)))),
      { numRuns: runs(1_000, 100_000) },
    );
  }).timeout(patience);

  it('leaves a tab between quotes beside an escape to YAML, which reads it, as JSON would not', () => {
    assert.equal(readPlainFrontMatter('a: "\t\\\\"\n'), undefined);
    assert.equal(compare('a: "\t"\n'), true);
  });

  it('gives what YAML gives or nothing, for lines of any text', () => {
    let answered = 0;
    const anyLine = fc.oneof(
      fc
        .tuple(fc.constantFrom('a', 'b', 'id', 'null', 'constructor', 'A', '<<'), anyText)
        .map(([key, text]) => `${key}: ${text}\n`),
      fc
        .tuple(fc.constantFrom('c', 'd'), fc.array(anyText, { maxLength: 3 }))
        .map(([key, texts]) => `${key}: [${texts.join(', ')}]\n`),
      fc
        .tuple(fc.constantFrom('e', 'f'), anyText, anyText)
        .map(([key, one, two]) => `${key}:\n  - x: ${one}\n    y: ${two}\n`),
      fc.constantFrom(
        'g:\n',
        '# note\n',
        '\n',
        '  - x: 1\n',
        '    z: 2\n',
        'h: []\n',
        'i: [ ]\n',
        'j: [a,b]\n',
        'k: "a\tb"\n',
        'l: 01\n',
        'm: 1_0\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 5 }), (lines) => {
        answered += compare(lines.join('')) ? 1 : 0;
      }),
      { numRuns: runs(4_000, 300_000) },
    );
    assert.ok(answered > 100, `answered only ${answered} times`);
  }).timeout(patience);

  it('gives what YAML gives or nothing, for printed text with slips in it', () => {
    let answered = 0;
    fc.assert(
      fc.property(anyId, anyDraft, fc.integer(), (id, draft, seed) => {
        answered += compare(mutated(frontMatterOf(printEntry(id, draft)), seed, 2)) ? 1 : 0;
      }),
      { numRuns: runs(4_000, 300_000) },
    );
    assert.ok(answered > 100, `answered only ${answered} times`);
  }).timeout(patience);
});

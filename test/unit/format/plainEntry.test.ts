import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { EntryData } from '../../../src/core/format/entryData.ts';
import { readPlainEntry } from '../../../src/core/format/plainEntry.ts';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { isYamlData, readYaml } from '../../../src/core/format/readYaml.ts';
import { splitFile } from '../../../src/core/format/splitFile.ts';
import { anyDraft, anyId, anyText, patience, runs } from './anyDraft.ts';
import { mutated } from './mutations.ts';

const path = 'retro/entries/2026/a.md';
const needed = 'id: k3f9q2xa\nkind: action\ndate: 2026-11-23\n';

/** Says what differs between the two readers, if the plain one answers at all. */
function compare(source: string): boolean {
  const parts = splitFile(`---\n${source}---\n`);
  if ('code' in parts) {
    return false;
  }
  const plain = readPlainEntry(parts.frontMatter, path, 'T');
  if (plain === undefined) {
    return false;
  }
  const data = readYaml(parts.frontMatter, 2);
  assert.ok(isYamlData(data), `YAML refuses ${JSON.stringify(parts.frontMatter)}`);
  const { entry, clean } = new EntryData(data.values, path, 'T');
  assert.deepEqual(plain, entry);
  assert.ok(clean, `The schema has something to say about ${JSON.stringify(parts.frontMatter)}`);
  return true;
}

function frontMatterOf(text: string): string {
  const parts = splitFile(text);
  assert.ok(!('code' in parts));
  return parts.frontMatter;
}

describe('readPlainEntry', () => {
  it('understands everything that is printed, and gives what YAML and the schema give', () => {
    fc.assert(
      fc.property(anyId, anyDraft, (id, draft) => {
        assert.ok(compare(frontMatterOf(printEntry(id, draft))));
      }),
      { numRuns: runs(2_000, 200_000) },
    );
  }).timeout(patience);

  it('understands keys of other tools, and gives none of them', () => {
    assert.ok(compare(`${needed}sprint: 42\nteam: "a, b"\nroom: [one, two]\nowner: Ada\n`));
  });

  it('leaves a key that stands twice to YAML, whoever knows the key', () => {
    for (const lines of ['tags: []\ntags: []\n', 'sprint: 1\nsprint: 1\n', 'owner: a\nowner: a\n']) {
      assert.equal(readPlainEntry(needed + lines, path, 'T'), undefined, lines);
    }
  });

  it('leaves what the schema would report to it', () => {
    for (const lines of [
      'status: running\n',
      'outcome: validated\n',
      'due: 2026-02-30\n',
      'links: [a]\n',
      'commits:\n  - sha: "abc"\n',
      'commits:\n',
      'code:\n  - path: a\n    line: 0\n',
    ]) {
      assert.equal(readPlainEntry(needed + lines, path, 'T'), undefined, lines);
    }
  });

  it('leaves a tab between quotes beside an escape to YAML, which reads it, as JSON would not', () => {
    assert.equal(readPlainEntry(`${needed}owner: "\t\\\\"\n`, path, 'T'), undefined);
    assert.equal(readPlainEntry(`${needed}owner: "\t"\n`, path, 'T'), undefined);
  });

  it('gives what YAML and the schema give or nothing, for lines of any text', () => {
    let answered = 0;
    const anyLine = fc.oneof(
      fc
        .tuple(fc.constantFrom('owner', 'reason', 'sprint', 'null', 'constructor', 'A', '<<'), anyText)
        .map(([key, text]) => `${key}: ${text}\n`),
      fc
        .tuple(fc.constantFrom('tags', 'people', 'links', 'room'), fc.array(anyText, { maxLength: 3 }))
        .map(([key, texts]) => `${key}: [${texts.join(', ')}]\n`),
      fc.tuple(anyText, anyText).map(([one, two]) => `code:\n  - path: ${one}\n    text: ${two}\n`),
      fc.constantFrom(
        'commits:\n',
        '# note\n',
        '\n',
        '  - path: x\n',
        '    line: 2\n',
        'tags: []\n',
        'tags: [ ]\n',
        'tags: [a,b]\n',
        'owner: "a\tb"\n',
        'sprint: 01\n',
        'sprint: 1_0\n',
        'sprint: 12\n',
        'due: 2026-11-23\n',
        'due: "2026-11-23"\n',
        'status: done\n',
        'status: on\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 4 }), (lines) => {
        answered += compare(needed + lines.join('')) ? 1 : 0;
      }),
      { numRuns: runs(6_000, 300_000) },
    );
    assert.ok(answered > 300, `answered only ${answered} times`);
  }).timeout(patience);

  it('gives what YAML and the schema give or nothing, for printed text with slips in it', () => {
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

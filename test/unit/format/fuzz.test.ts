import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setKeys } from '../../../src/core/format/editFrontMatter.ts';
import { bodyOf } from '../../../src/core/format/entryBody.ts';
import { applyMend, mendsFor } from '../../../src/core/format/mends.ts';
import { type ParsedFile, parseFile } from '../../../src/core/format/parseFile.ts';
import { RetroError } from '../../../src/core/retroError.ts';
import { parseTeamSettings } from '../../../src/core/team/teamSettings.ts';
import { patience, runs } from './anyDraft.ts';
import { mutated, numbersFrom } from './mutations.ts';

const seeds = [
  '---\nid: k3f9q2xa\nkind: failure\ndate: 2026-11-23\ntags: [caching, checkout]\npeople: [ada]\ncommits:\n  - sha: "3f2a91c0d4e5b6a7980f1e2d3c4b5a6978877665"\n    subject: Cache product pages\n    paths: [src/cache.ts]\n    pr: 123\ncode:\n  - path: src/cache.ts\n    line: 42\n    text: "const ttl = 60;"\nlinks: [p8d2aa0e]\n---\n\n# Cache stampede\n\nAll at once.\n',
  '---\nid: k3f9q2xb\nkind: experiment\ndate: 2026-11-23\nstatus: concluded\nstarted: 2026-11-01\noutcome: validated\nowner: ada # for now\nx-note: |\n  one\n\n  two\n---\n# Smaller batches\n## Hypothesis\nFaster.\n## Measure\n3 s to 1 s\n',
  '\ufeff---\r\nid: k3f9q2xc\r\nkind: action\r\ndate: 2026-11-23\r\nstatus: done\r\ndue: 2026-12-01\r\n---\r\n\r\n# Add jitter\r\n',
  '---\nid: p8d2aa0e\nkind: meeting\ndate: 2026-11-20\ntemplate: sailboat\nworth: {mean: 4.2, n: 6}\n---\n\n# Sprint 42\n\n## Wins\n- Lunch (1 vote)\n',
  '---\nid: w7c1m4t9\nkind: pulse\ndate: 2026-11-20\nsurvey: safety\nscale: {from: 1, to: 5}\nanswers: 8-11\nquestions:\n  - {id: mistakes, reversed: true, mean: 3.8, distribution: [1, 2, 3, 4, 1]}\n---\n# Safety\n',
  'team: Checkout\ntimezone: Europe/London\nareas:\n  payments: [services/pay/**]\nexperiments: {limit: 3}\n',
] as const;

/** What is true of every answer of the parser. Gives the shape of it. */
function examine(text: string): string {
  const parsed = parseFile('retro/entries/a.md', text);
  const lines = text.split(/\r\n|\n|\r/).length;
  for (const { code, line, message } of parsed.problems) {
    assert.ok(
      Number.isSafeInteger(line) && line >= 1 && line <= lines,
      `${code} at line ${line} of ${lines}`,
    );
    assert.ok(message.endsWith('.') && code !== '', message);
  }
  assert.ok(
    parsed.entry !== undefined || parsed.page !== undefined || parsed.problems.length > 0,
    'neither read nor a problem',
  );
  bodyOf(text);
  parseTeamSettings('retro/retro.yml', text);
  return shapeOf(parsed);
}

function shapeOf({ entry, page, problems }: ParsedFile): string {
  return `${entry === undefined ? '' : 'entry'}${page === undefined ? '' : 'page'} ${problems.map(({ code }) => code).join()}`;
}

/** A save either refuses with a reason or keeps everything but its key. */
function save(text: string): void {
  try {
    const saved = setKeys(text, { status: 'done' });
    assert.equal(bodyOf(saved), bodyOf(text));
  } catch (thrown) {
    assert.ok(thrown instanceof RetroError, String(thrown));
  }
}

describe('any text at all', () => {
  it('is read, saved and mended without an exception', () => {
    const shapes = new Map<string, number>();
    const times = runs(10_000, 1_000_000);
    for (let seed = 1; seed <= times; seed += 1) {
      const text = mutated(seeds[seed % seeds.length] ?? '', seed);
      const shape = withSeed(seed, text, () => examine(text));
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
      if (seed % 5 === 0) {
        withSeed(seed, text, () => save(text));
      }
      if (seed % 10 === 0) {
        withSeed(seed, text, () => mendAll(text));
      }
    }
    assert.ok(shapes.size > 40, `only ${shapes.size} kinds of answers: the texts are too tame`);
    const documented = readFileSync('docs/format.md', 'utf8');
    const codes = new Set([...shapes.keys()].flatMap((shape) => (shape.split(' ')[1] ?? '').split(',')));
    assert.deepEqual(
      [...codes].filter((code) => code !== '' && !documented.includes(`\`${code}\``)),
      [],
    );
  }).timeout(patience);

  it('of random characters is read without an exception', () => {
    for (let seed = 1; seed <= runs(1_000, 100_000); seed += 1) {
      const next = numbersFrom(seed);
      const codes = Array.from({ length: next() % 200 }, () => next() % (seed % 2 === 0 ? 128 : 0x10000));
      const text = `${seed % 3 === 0 ? '' : '---\n'}${String.fromCharCode(...codes)}\n---\n`;
      withSeed(seed, text, () => examine(text));
    }
  }).timeout(patience);
});

function mendAll(text: string): void {
  for (const problem of parseFile('a.md', text).problems) {
    for (const mend of mendsFor(text, problem, () => 'n3w1d234')) {
      examine(applyMend(text, mend));
    }
  }
}

function withSeed<T>(seed: number, text: string, run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    throw new Error(`Seed ${seed}: ${JSON.stringify(text)}`, { cause: thrown });
  }
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { isEntryKind, statusesOf } from '../../../src/core/entries/kinds.ts';
import { bodyOf } from '../../../src/core/format/entryBody.ts';
import { oneLine, titleLimit } from '../../../src/core/format/entryTitle.ts';
import { parseFile } from '../../../src/core/format/parseFile.ts';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { RetroError } from '../../../src/core/retroError.ts';
import { anyDraft, anyId, patience, runs } from './anyDraft.ts';

const complete = {
  kind: 'failure',
  title: 'Cache stampede took the shop down',
  date: '2026-11-23',
  tags: ['caching', 'checkout'],
  people: ['ada'],
  commits: [
    {
      sha: '3f2a91c0d4e5b6a7980f1e2d3c4b5a6978877665',
      subject: 'Cache product pages',
      authored: '2026-11-22T09:14:03Z',
      patch: '9d0c91c0d4e5b6a7980f1e2d3c4b5a6978877665',
      range: '1234567890123456789012345678901234567890',
      paths: ['src/cache.ts'],
      change: 'I3f2a91c0d4e5b6a7980f1e2d3c4b5a6978877665',
      pr: 123,
    },
  ],
  code: [{ path: 'src/cache.ts', line: 42, text: 'const ttl = 60;' }],
  links: ['p8d2aa0e', '12345678'],
  body: '\nEverything expired at once.\n\n---\n\nThen it came back.  \n\n',
} as const;

describe('printEntry', () => {
  it('writes the keys in their order and quotes what YAML would misread', () => {
    const expected = readFileSync('test/fixtures/format/complete-entry.md', 'utf8');
    assert.equal(printEntry('k3f9q2xa', complete), expected);
  });

  it('leaves out what the draft does not have', () => {
    const text = printEntry('k3f9q2xa', { kind: 'win', title: 'Lunch', date: '2026-11-23', tags: [] });
    assert.equal(text, '---\nid: k3f9q2xa\nkind: win\ndate: 2026-11-23\n---\n\n# Lunch\n');
  });

  it('gives an experiment its sections below the body', () => {
    const draft = {
      kind: 'experiment',
      title: 'T',
      date: '2026-11-23',
      body: 'Why',
      hypothesis: 'H',
      measure: 'M',
    } as const;
    const text = printEntry('k3f9q2xa', draft);
    assert.ok(text.endsWith('\n\n# T\n\nWhy\n\n## Hypothesis\n\nH\n\n## Measure\n\nM\n'), text);
    assert.equal(parseFile('a.md', text).entry?.testable, true);
  });

  it('keeps a body apart from its front matter [A30]', () => {
    assert.equal(
      bodyOf(printEntry('k3f9q2xa', complete)),
      'Everything expired at once.\n\n---\n\nThen it came back.\n',
    );
  });

  it('never writes a body that git or this parser would take for a merge or for no text [A8] [A29]', () => {
    const body = '\u001b[31mred\u0000\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other';
    const text = printEntry('k3f9q2xa', { kind: 'win', title: 'T', date: '2026-11-23', body });
    assert.deepEqual(parseFile('a.md', text).problems, []);
    assert.ok(text.includes('\n <<<<<<< HEAD\n'));
  });

  it('refuses keys that could not be read again [A16] [A28]', () => {
    const tags = Array.from({ length: 10_000 }, (_, index) => `tag${index}`);
    assert.throws(
      () => printEntry('k3f9q2xa', { kind: 'win', title: 'T', date: '2026-11-23', tags }),
      (thrown) => thrown instanceof RetroError && thrown.code === 'bad-input',
    );
  });

  it('is read back as what was given, whatever that was [A27]', () => {
    fc.assert(
      fc.property(anyId, anyDraft, (id, draft) => {
        const { entry, problems } = parseFile('retro/entries/2026/a.md', printEntry(id, draft));
        const title = oneLine(draft.title);
        assert.deepEqual(
          problems.map(({ code }) => code),
          title === '' ? ['missing-title'] : title.length > titleLimit ? ['long-title'] : [],
        );
        assert.deepEqual({ ...entry, title: '' }, { ...expectedEntry(id, draft), title: '' });
        if (title !== '') {
          assert.equal(entry?.title, title);
        }
      }),
      { numRuns: runs(10_000, 200_000) },
    );
  }).timeout(patience);
});

function expectedEntry(id: string, draft: Parameters<typeof printEntry>[1]): Entry {
  const { hypothesis: _hypothesis, measure: _measure, body: _body, ...given } = draft;
  const [status] = (isEntryKind(draft.kind) ? statusesOf[draft.kind] : undefined) ?? [];
  return {
    tags: [],
    people: [],
    commits: [],
    code: [],
    links: [],
    ...given,
    id,
    path: 'retro/entries/2026/a.md',
    ...(status === undefined ? {} : { status }),
    ...(draft.kind === 'experiment' ? { testable: true } : {}),
  };
}

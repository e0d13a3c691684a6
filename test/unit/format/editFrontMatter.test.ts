import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type FrontMatterValue, setKeys } from '../../../src/core/format/editFrontMatter.ts';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { isYamlData, readYaml } from '../../../src/core/format/readYaml.ts';
import { splitFile } from '../../../src/core/format/splitFile.ts';
import { RetroError } from '../../../src/core/retroError.ts';
import { anyCommit, anyDate, anyDraft, anyId, anyPlace, anyText, patience, runs } from './anyDraft.ts';
import { mutated } from './mutations.ts';

const action = [
  '---',
  '# who opened it: ada',
  'id: k3f9q2xa',
  "kind: 'action'",
  'date: 2026-11-23',
  '',
  'x-team: {a: 1, b: [2, 3]}  # ours',
  'status: open   # since Monday',
  'tags: [one,   "two"] # as agreed',
  '# about the end',
  'due: 2026-12-01',
  'note: >',
  '  folded',
  '',
  '  # not a comment',
  '---',
  '',
  '# T',
  '',
  'status: not this one',
].join('\n');

function valuesOf(text: string): Readonly<Record<string, unknown>> {
  const parts = splitFile(text);
  assert.ok(!('code' in parts));
  const data = readYaml(parts.frontMatter, 2);
  assert.ok(isYamlData(data), JSON.stringify(text));
  return data.values;
}

/** The lines that differ, as `-old` and `+new`, when lines are compared one by one around a change. */
function changes(before: string, after: string): string[] {
  const old = before.split('\n');
  const now = after.split('\n');
  let start = 0;
  while (start < old.length && old[start] === now[start]) {
    start += 1;
  }
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) {
    end += 1;
  }
  return [
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...now.slice(start, now.length - end).map((line) => `+${line}`),
  ];
}

describe('setKeys', () => {
  it('changes one line and keeps the comment behind it [A25]', () => {
    assert.deepEqual(changes(action, setKeys(action, { status: 'done' })), [
      '-status: open   # since Monday',
      '+status: done   # since Monday',
    ]);
    assert.deepEqual(changes(action, setKeys(action, { tags: ['one', 'x: y'] })), [
      '-tags: [one,   "two"] # as agreed',
      '+tags: [one, "x: y"] # as agreed',
    ]);
  });

  it('puts a new key below the last known key before it', () => {
    assert.deepEqual(changes(action, setKeys(action, { closed: '2026-11-30' })), ['+closed: 2026-11-30']);
    assert.ok(
      setKeys(action, { closed: '2026-11-30' }).includes('due: 2026-12-01\nclosed: 2026-11-30\nnote: >'),
    );
    assert.ok(
      setKeys(action, { links: ['p8d2aa0e'] }).includes('# as agreed\nlinks: [p8d2aa0e]\n# about the end\n'),
    );
    const noneBefore = '---\nstatus: open\n---\n';
    assert.equal(setKeys(noneBefore, { kind: 'action' }), '---\nkind: action\nstatus: open\n---\n');
  });

  it('puts an unknown key at the end', () => {
    assert.deepEqual(changes(action, setKeys(action, { sprint: 'Sprint 42' })), ['+sprint: Sprint 42']);
    assert.ok(
      setKeys(action, { sprint: 'Sprint 42' }).includes('  # not a comment\nsprint: Sprint 42\n---\n'),
    );
  });

  it('removes a key and leaves the comments around it', () => {
    assert.deepEqual(changes(action, setKeys(action, { due: undefined })), ['-due: 2026-12-01']);
    assert.deepEqual(changes(action, setKeys(action, { note: undefined })), [
      '-note: >',
      '-  folded',
      '-',
      '-  # not a comment',
    ]);
    assert.equal(setKeys(action, { reason: undefined }), action);
  });

  it('replaces a value of several lines whole', () => {
    const text =
      '---\nid: k3f9q2xa\ncommits:\n  # the fix\n  - sha: "a"\n    subject: "b\n      # c"\n# end\nlinks: [\n  p8d2aa0e # one\n  ]\n---\n';
    const edited = setKeys(text, { commits: [{ sha: 'd' }], links: [] });
    assert.equal(edited, '---\nid: k3f9q2xa\ncommits:\n  - sha: "d"\n# end\nlinks: []\n---\n');
  });

  for (const [name, ending] of [
    ['CRLF', '\r\n'],
    ['lone CR', '\r'],
  ] as const) {
    it(`keeps ${name} line endings and a byte order mark [A4] [A7]`, () => {
      const text = `\ufeff${action.replaceAll('\n', ending)}`;
      const edited = setKeys(text, { status: 'done', closed: '2026-11-30' });
      assert.equal(
        edited,
        `\ufeff${setKeys(action, { status: 'done', closed: '2026-11-30' }).replaceAll('\n', ending)}`,
      );
    });
  }

  it('gives a new line the ending that most lines have [A7]', () => {
    const text = '---\r\nid: k3f9q2xa\nkind: action\r\nstatus: open\r\n---\r\n';
    assert.equal(
      setKeys(text, { status: 'done' }),
      '---\r\nid: k3f9q2xa\nkind: action\r\nstatus: done\r\n---\r\n',
    );
    assert.equal(
      setKeys(text, { due: '2026-12-01' }),
      '---\r\nid: k3f9q2xa\nkind: action\r\nstatus: open\r\ndue: 2026-12-01\r\n---\r\n',
    );
  });

  it('leaves a key alone that has the value already, however it is written', () => {
    assert.equal(setKeys(action, { kind: 'action', tags: ['one', 'two'], date: '2026-11-23' }), action);
  });

  it('refuses a file that cannot be read [A9] [A29]', () => {
    for (const text of [
      '',
      '# T',
      '---\nid: x\n',
      '---\nid: x\nid: y\n---\n',
      '---\na: *b\n---\n',
      `${action}\n<<<<<<< a\n=======\n>>>>>>> b\n`,
    ]) {
      assert.throws(
        () => setKeys(text, { status: 'done' }),
        (thrown) => thrown instanceof RetroError && thrown.code === 'bad-file',
      );
    }
  });

  it('refuses to make front matter that is too large to be read again [A16]', () => {
    assert.throws(
      () => setKeys(action, { reason: 'x'.repeat(17_000) }),
      (thrown) => thrown instanceof RetroError && thrown.code === 'bad-input',
    );
  });

  it('sets exactly what it is given, in any file that can be read', () => {
    let edited = 0;
    fc.assert(
      fc.property(anyId, anyDraft, fc.integer(), anyValues, (id, draft, seed, values) => {
        const text = withOwnKeys(
          seed % 3 === 0 ? mutated(printEntry(id, draft), seed, 2) : printEntry(id, draft),
          seed,
        );
        const after = setUnlessRefused(text, values);
        if (after === undefined) {
          return;
        }
        edited += 1;
        const { body } = partsOf(text);
        assert.equal(partsOf(after).body, body);
        assert.deepEqual(valuesOf(after), expected(valuesOf(text), values));
        assert.equal(setKeys(after, values), after);
      }),
      { numRuns: runs(2_000, 200_000) },
    );
    assert.ok(edited > 500, `edited only ${edited}`);
  }).timeout(patience);

  it('saves an unchanged file as the same bytes', () => {
    fc.assert(
      fc.property(anyId, anyDraft, fc.integer(), (id, draft, seed) => {
        const text = withOwnKeys(printEntry(id, draft), seed);
        assert.equal(setKeys(text, {}), text);
        assert.equal(setKeys(text, valuesOf(text) as Readonly<Record<string, FrontMatterValue>>), text);
      }),
      { numRuns: runs(10_000, 200_000) },
    );
  }).timeout(patience);
});

const anyValues = fc.record(
  {
    id: anyId,
    status: anyText,
    owner: fc.option(anyText, { nil: undefined }),
    due: fc.option(anyDate, { nil: undefined }),
    tags: fc.option(fc.array(anyText, { maxLength: 3 }), { nil: undefined }),
    commits: fc.option(fc.array(anyCommit, { minLength: 1, maxLength: 2 }), { nil: undefined }),
    code: fc.array(anyPlace, { minLength: 1, maxLength: 2 }),
    effort: fc.integer(),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Comments, keys of somebody else's, and other line endings. */
function withOwnKeys(text: string, seed: number): string {
  const owned = text.replace(
    '\nkind:',
    '\n# about it\nx-own: {a: [1, 2]} # ours\nx-text: |\n  one\n\n  # two\nkind:',
  );
  const marked = seed % 2 === 0 ? owned : `\ufeff${owned}`;
  return seed % 5 === 0 ? marked.replaceAll('\n', '\r\n') : marked;
}

function setUnlessRefused(
  text: string,
  values: Readonly<Record<string, FrontMatterValue | undefined>>,
): string | undefined {
  try {
    return setKeys(text, values);
  } catch (thrown) {
    assert.ok(thrown instanceof RetroError, String(thrown));
    return undefined;
  }
}

function partsOf(text: string): { readonly body: string } {
  const parts = splitFile(text);
  assert.ok(!('code' in parts));
  return parts;
}

function expected(
  before: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): object {
  const after = { ...before, ...values };
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined));
}

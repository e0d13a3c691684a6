import assert from 'node:assert/strict';
import { applyMend, mendsFor } from '../../../src/core/format/mends.ts';
import { parseFile } from '../../../src/core/format/parseFile.ts';
import type { Problem } from '../../../src/core/problem.ts';

const head = '---\nid: k3f9q2xa\nkind: action\ndate: 2026-11-23\n';
const foot = '---\n\n# T\n';
const newId = (): string => 'n3w1d234';

function withKeys(lines: string): string {
  return `${head}${lines}\n${foot}`;
}

function problemIn(text: string, code: string): Problem {
  const problem = parseFile('a.md', text).problems.find((found) => found.code === code);
  assert.ok(problem, `no ${code} in ${JSON.stringify(parseFile('a.md', text).problems)}`);
  return problem;
}

/** Takes the mend of the first problem with this code. */
function mended(text: string, code: string): string {
  const [mend, ...others] = mendsFor(text, problemIn(text, code), newId);
  assert.ok(mend !== undefined && others.length === 0, `no mend for ${code}`);
  assert.match(mend.title, /^[A-Z].*[^.]$/);
  return applyMend(text, mend);
}

describe('mendsFor', () => {
  const mendable: readonly (readonly [string, string, string, string])[] = [
    [
      'quotes an id [A20]',
      'unquoted-text',
      head.replace('k3f9q2xa', '0123456 # mine') + foot,
      head.replace('k3f9q2xa', '"0123456" # mine') + foot,
    ],
    [
      'quotes a hash [A20]',
      'unquoted-text',
      withKeys(`commits:\n  - sha: ${'1'.repeat(40)}`),
      withKeys(`commits:\n  - sha: "${'1'.repeat(40)}"`),
    ],
    [
      'quotes the numbers of a list [A20]',
      'unquoted-text',
      withKeys('links: [1234567, k3f9q2xb, 0x1f]'),
      withKeys('links: ["1234567", k3f9q2xb, "0x1f"]'),
    ],
    [
      'quotes a number in a list of lines [A20]',
      'unquoted-text',
      withKeys('tags:\n  - 2026\n  - b'),
      withKeys('tags:\n  - "2026"\n  - b'),
    ],
    ['quotes text that is a number', 'not-text', withKeys('owner: 12'), withKeys('owner: "12"')],
    [
      'quotes a value with a colon [A11]',
      'yaml-syntax',
      withKeys('reason: no time: again # sorry'),
      withKeys('reason: "no time: again" # sorry'),
    ],
    [
      'quotes a name with an at sign',
      'yaml-syntax',
      withKeys('people: [@ada, bob]'),
      withKeys('people: ["@ada", bob]'),
    ],
    [
      'writes an id [A24]',
      'missing-id',
      '---\nkind: win\ndate: 2026-11-23\n---\n# T\n',
      '---\nid: n3w1d234\nkind: win\ndate: 2026-11-23\n---\n# T\n',
    ],
    [
      'fills an empty id [A24]',
      'missing-id',
      '---\nid: # none\nkind: win\ndate: 2026-11-23\n---\n# T\n',
      '---\nid: n3w1d234 # none\nkind: win\ndate: 2026-11-23\n---\n# T\n',
    ],
    [
      'indents with spaces [A10]',
      'tab-indentation',
      withKeys('code:\n\t- path: a'),
      withKeys('code:\n  - path: a'),
    ],
    [
      'removes a line that is there twice [A9]',
      'duplicate-key',
      withKeys('owner: ada\nkind: action'),
      withKeys('owner: ada'),
    ],
    [
      'opens with hyphens alone [A3]',
      'unknown-front-matter',
      `---yaml\n${head.slice(4)}${foot}`,
      head + foot,
    ],
    [
      'closes the front matter at the first empty line [A2]',
      'unclosed-front-matter',
      `${head}\n# T\n`,
      `${head}---\n\n# T\n`,
    ],
    [
      'writes a date as it is written here [A21]',
      'bad-date',
      withKeys('due: 2026/1/5 # new year'),
      withKeys('due: 2026-01-05 # new year'),
    ],
    [
      'leaves out the time of a date [A21]',
      'bad-date',
      withKeys('due: 2026-01-05T10:00:00Z'),
      withKeys('due: 2026-01-05'),
    ],
    [
      'writes a status in small letters [A23]',
      'unknown-status',
      withKeys('status: Done'),
      withKeys('status: done'),
    ],
    ['removes a status that says nothing [A23]', 'unknown-status', withKeys('status: ~'), `${head}${foot}`],
    [
      'writes a kind in small letters',
      'unknown-kind',
      head.replace('action', '"Action"') + foot,
      head + foot,
    ],
    [
      'writes a hash in small letters',
      'bad-hash',
      withKeys(`commits:\n  - sha: "${'A'.repeat(40)}"`),
      withKeys(`commits:\n  - sha: "${'a'.repeat(40)}"`),
    ],
    ['makes a list of one line', 'not-a-list', withKeys('tags: a, b # two'), withKeys('tags: [a, b] # two')],
  ];
  for (const [name, code, text, expected] of mendable) {
    it(name, () => {
      assert.equal(mended(text, code), expected);
    });

    it(`${name}, with a byte order mark and CRLF`, () => {
      const windows = (lines: string): string => `\ufeff${lines.replaceAll('\n', '\r\n')}`;
      assert.equal(mended(windows(text), code), windows(expected));
    });
  }

  it('gives a copied entry an id of its own and nothing else [A24]', () => {
    const text = withKeys('links: [k3f9q2xb]');
    const problem = { code: 'duplicate-id', severity: 'error', path: 'a.md', line: 2, message: '' } as const;
    const [mend] = mendsFor(text, problem, newId);
    assert.ok(mend);
    assert.equal(applyMend(text, mend), text.replace('k3f9q2xa', 'n3w1d234'));
  });

  const hopeless: readonly (readonly [string, string])[] = [
    ['duplicate-key', withKeys('date: 2026-01-01')],
    ['duplicate-key', withKeys('code:\n  - path: a\ncode:\n  - path: b')],
    ['bad-date', withKeys('due: 2026-02-30')],
    ['bad-date', withKeys('due: 1/5/2026')],
    ['bad-id', head.replace('k3f9q2xa', 'a/b') + foot],
    ['unknown-status', withKeys('status: waiting')],
    ['unknown-kind', head.replace('action', 'party') + foot],
    ['bad-hash', withKeys('commits:\n  - sha: "3F2A"')],
    ['anchor', withKeys('owner: *ada')],
    ['unknown-front-matter', `---js\n${foot}`],
    ['merge-conflict', withKeys('<<<<<<< a\n=======\n>>>>>>> b')],
    ['wrong-key', withKeys('outcome: validated')],
  ];
  for (const [code, text] of hopeless) {
    it(`leaves ${code} to a person: ${JSON.stringify(text.slice(head.length, -foot.length).slice(0, 40))}`, () => {
      assert.deepEqual(mendsFor(text, problemIn(text, code), newId), []);
    });
  }

  it('has nothing for a problem that was mended meanwhile', () => {
    const text = withKeys('links: [1234567]');
    const problem = problemIn(text, 'unquoted-text');
    assert.deepEqual(mendsFor(withKeys('links: ["1234567"]'), problem, newId), []);
  });

  it('makes exactly its problem vanish', () => {
    for (const [, code, text] of mendable) {
      const left = parseFile('a.md', mended(text, code)).problems;
      assert.deepEqual(
        left.filter((problem) => problem.severity === 'error'),
        [],
        text,
      );
    }
  });

  it('leaves what is wrong elsewhere', () => {
    const text = withKeys('links: [1234567]\nstatus: waiting\ntags:\n  - 2026');
    const left = parseFile('a.md', mended(text, 'unquoted-text')).problems.map(
      ({ code, line }) => `${code}:${line}`,
    );
    assert.deepEqual(left, ['unknown-status:6', 'unquoted-text:8']);
  });
});

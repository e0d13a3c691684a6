import assert from 'node:assert/strict';
import { parseFile, type ParsedFile } from '../../../src/core/format/parseFile.ts';

const head = '---\nid: k3f9q2xa\nkind: failure\ndate: 2026-11-23\n';
const foot = '---\n\n# Cache stampede\n\nAll at once.\n';
const path = 'retro/entries/2026/2026-11-23-cache-stampede-k3f9q2xa.md';

function parse(text: string): ParsedFile {
  return parseFile(path, text);
}

/** What is wrong with a text, as `code:line`. */
function problemsOf(text: string): string[] {
  return parse(text).problems.map(({ code, line }) => `${code}:${line}`);
}

function withKeys(lines: string): string {
  return `${head}${lines}\n${foot}`;
}

function ofKind(kind: string, lines = ''): string {
  return `---\nid: k3f9q2xa\nkind: ${kind}\ndate: 2026-11-23\n${lines}---\n\n# T\n`;
}

describe('parseFile reads an entry', () => {
  it('with everything that its front matter says', () => {
    const { entry, problems } = parse(
      withKeys("tags: [caching]\npeople: [ada]\nlinks:\n- p8d2aa0e\nimported: 'notes.csv'"),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(entry, {
      id: 'k3f9q2xa',
      kind: 'failure',
      date: '2026-11-23',
      title: 'Cache stampede',
      path,
      tags: ['caching'],
      people: ['ada'],
      commits: [],
      code: [],
      links: ['p8d2aa0e'],
      imported: 'notes.csv',
    });
  });

  it('with the first state of its kind where it has none', () => {
    assert.equal(parse(ofKind('action')).entry?.status, 'open');
    assert.equal(parse(ofKind('win')).entry?.status, undefined);
    assert.equal(parse(ofKind('blocker', 'status: cleared\nclosed: 2026-12-01\n')).entry?.status, 'cleared');
  });

  it('with a byte order mark and with any line endings [A4] [A7]', () => {
    const text = withKeys('tags: [caching]');
    const { entry } = parse(text);
    assert.deepEqual(parse(`\ufeff${text}`).entry, entry);
    assert.deepEqual(parse(text.replaceAll('\n', '\r\n')).entry, entry);
    assert.deepEqual(parse(text.replaceAll('\n', '\r')).entry, entry);
    assert.deepEqual(
      parse(text.replace('\n', '\r\n').replace('kind: failure\n', 'kind: failure\r')).entry,
      entry,
    );
  });

  it('and says at which line of the file something is, whatever ends its lines [A7]', () => {
    const text = withKeys('tags: x');
    assert.deepEqual(problemsOf(text), ['not-a-list:5']);
    assert.deepEqual(problemsOf(text.replaceAll('\n', '\r\n')), ['not-a-list:5']);
    assert.deepEqual(problemsOf(text.replaceAll('\n', '\r')), ['not-a-list:5']);
  });

  it('whose body holds lines of hyphens and a second front matter [A30]', () => {
    const { entry, problems } = parse(`${withKeys('tags: [a]')}\n---\nid: other\n---\n`);
    assert.deepEqual([entry?.id, problems.length], ['k3f9q2xa', 0]);
  });

  it('with unknown keys, and says nothing about them [A25]', () => {
    assert.deepEqual(problemsOf(withKeys('# note\nx-team: {a: [1, {b: 2}]}\nsprint: 42')), []);
  });

  it('whose keys are named like parts of every object, and harms none [A18]', () => {
    const { entry, problems } = parse(
      withKeys('__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\ntoString: x'),
    );
    assert.deepEqual(problems, []);
    assert.equal(Object.getPrototypeOf(entry), Object.prototype);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
    assert.deepEqual(problemsOf(withKeys('commits:\n  - __proto__: {sha: x}')), ['missing-value:6']);
  });

  it('of a kind or a status that it does not know, as the file has it [A26]', () => {
    const { entry, problems } = parse(ofKind('celebration', 'status: planned\noutcome: great\n'));
    assert.deepEqual([entry?.kind, entry?.status, entry?.outcome], ['celebration', 'planned', 'great']);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['unknown-kind', 'unknown-outcome'],
    );
    assert.equal(parse(ofKind('action', 'status: waiting\n')).entry?.status, 'waiting');
  });

  it('with a title of any characters, as it stands [A27]', () => {
    for (const title of [
      'a\ud800b',
      '\u202ereversed',
      'zero\u200bwidth',
      `e${'\u0301'.repeat(400)}`,
      '$(x) [y](command:z)',
    ]) {
      assert.equal(parse(`${head}---\n# ${title}\n`).entry?.title, title);
    }
  });

  it('and cuts a title that is too long to be shown [A28]', () => {
    const { entry, problems } = parse(`${head}---\n# ${'x'.repeat(100_000)}\n`);
    assert.equal(entry?.title.length, 500);
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [['long-title', 'warning']],
    );
  });

  it('whose title stands below other text, or in code, or is not there', () => {
    assert.equal(
      parse(`${head}---\nText\n\`\`\`sh\n# no title\n\`\`\`\n  # The *title* \\# ##\n# Other\n`).entry?.title,
      'The *title* #',
    );
    assert.deepEqual(problemsOf(`${head}---\n## Section\n\nText\n`), ['missing-title:1']);
    assert.equal(parse(`${head}---\n\n  First line \n`).entry?.title, 'First line');
    assert.equal(parse(`${head}---\n`).entry?.title, '2026-11-23-cache-stampede-k3f9q2xa');
  });
});

describe('parseFile says about a file that', () => {
  const broken: readonly (readonly [string, string, readonly string[]])[] = [
    ['is empty [A1]', '', ['empty-file:1']],
    ['has only a byte order mark [A1]', '\ufeff', ['empty-file:1']],
    ['has only white space [A1]', ' \n\t\n', ['empty-file:1']],
    ['has no front matter', '# T\n', ['no-front-matter:1']],
    ['does not close its front matter [A2]', `${head}\n# T\n`, ['unclosed-front-matter:1']],
    [
      'closes its front matter with another number of hyphens [A2]',
      `${head}----\n# T\n`,
      ['unclosed-front-matter:1'],
    ],
    ['opens with ---js [A3]', `---js\n${foot}`, ['unknown-front-matter:1']],
    ['opens with ---json [A3]', `---json\n{}\n${foot}`, ['unknown-front-matter:1']],
    ['opens with --- coffee [A3]', `--- coffee\n${foot}`, ['unknown-front-matter:1']],
    ['holds a NUL [A8]', `${withKeys('tags: [a]')}a\0b`, ['control-character:11']],
    ['holds a control character [A8]', withKeys('tags: [a\u0007]'), ['control-character:5']],
    ['has a key twice [A9]', withKeys('tags: [a]\nkind: win'), ['duplicate-key:6']],
    ['has a key twice in an item [A9]', withKeys('code:\n  - path: a\n    path: b'), ['duplicate-key:7']],
    ['has a key twice, once in quotes [A9]', withKeys('"kind": win'), ['duplicate-key:5']],
    [
      'is indented with tabs [A10]',
      withKeys('code:\n\t- path: a\n\t  line: 1'),
      ['tab-indentation:6', 'tab-indentation:7'],
    ],
    ['has a colon in a value [A11]', withKeys('imported: b: c'), ['yaml-syntax:5']],
    ['has two documents [A12]', withKeys('...\nid: other'), ['second-document:5']],
    ['ends a document before its keys [A12]', `---\n...\n${head.slice(4)}${foot}`, ['second-document:2']],
    ['ends a document behind its keys [A12]', withKeys('...'), ['second-document:5']],
    ['starts a document in its front matter [A12]', withKeys('--- again'), ['second-document:5']],
    ['has a %YAML line [A13]', `---\n%YAML 9.9\n${head.slice(4)}${foot}`, ['directive:2']],
    ['has a %TAG line [A13]', withKeys('%TAG ! tag:x,2026:'), ['directive:5']],
    ['has an anchor and an alias [A14]', withKeys('tags: &a [x]\npeople: *a'), ['anchor:5', 'anchor:6']],
    ['is nested 101 deep [A15]', withKeys(`x: ${'['.repeat(101)}${']'.repeat(101)}`), ['too-deep:5']],
    ['is nested 20,000 deep [A15]', withKeys(`x: ${'['.repeat(20_000)}`), ['front-matter-too-large:1']],
    [
      'has 7,000 keys [A16]',
      withKeys(Array.from({ length: 7_000 }, (_, index) => `k${index}: 1`).join('\n')),
      ['front-matter-too-large:1'],
    ],
    ['has a JavaScript tag [A17]', withKeys("x: !!js/function 'return 1'"), ['tag:5']],
    ['has a binary tag [A17]', withKeys('x: !!binary aGk='), ['tag:5']],
    ['has a tag of its own [A17]', withKeys('tags: !custom [x]'), ['tag:5']],
    ['merges keys [A18]', withKeys('<<: {__proto__: {polluted: 1}}'), ['merge-key:5']],
    ['has a complex key [A19]', withKeys('? [x]\n: y'), ['complex-key:5']],
    ['has a key behind a question mark [A19]', withKeys('? x\n: y'), ['not-keys:5']],
    [
      'is written in one line',
      '---\n{id: k3f9q2xa, kind: win, date: 2026-11-23}\n---\n# T\n',
      ['not-keys:2'],
    ],
    ['is a list', '---\n- id\n---\n# T\n', ['not-keys:2']],
    [
      'is in conflict in its front matter [A29]',
      withKeys('<<<<<<< HEAD\ndue: 1\n||||||| base\n=======\ndue: 2\n>>>>>>> other'),
      ['merge-conflict:5'],
    ],
    [
      'is in conflict in its body [A29]',
      `${withKeys('tags: [a]')}<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n`,
      ['merge-conflict:11'],
    ],
    [
      'is in conflict around its front matter [A29]',
      `<<<<<<< HEAD\n${head}=======\n${head}>>>>>>> other\n${foot}`,
      ['merge-conflict:1'],
    ],
    ['has a mark of a merge left over [A29]', withKeys('>>>>>>> other'), ['merge-conflict:5']],
    ['has no id [A24]', '---\nkind: win\ndate: 2026-11-23\n---\n# T\n', ['missing-id:1']],
    ['has an empty id [A24]', '---\nid: ""\nkind: win\ndate: 2026-11-23\n---\n# T\n', ['missing-id:2']],
    [
      'has an id that leads elsewhere',
      '---\nid: ../../x\nkind: win\ndate: 2026-11-23\n---\n# T\n',
      ['bad-id:2'],
    ],
    ['has neither kind nor date', '---\nid: k3f9q2xa\n---\n# T\n', ['missing-kind:1', 'missing-date:1']],
  ];
  for (const [name, text, expected] of broken) {
    it(name, () => {
      const { entry, page } = parse(text);
      assert.deepEqual(problemsOf(text), expected);
      assert.deepEqual([entry, page], [undefined, undefined]);
      assert.ok(parse(text).problems.every(({ severity, path: at }) => severity === 'error' && at === path));
    });
  }

  for (const id of ['0123456', '12e5678', '0x1f', '1e10', '12345678', '0o17', '1_000', '-1234', '.inf']) {
    it(`has an id ${id} that YAML reads as a number [A20]`, () => {
      assert.deepEqual(problemsOf(`---\nid: ${id}\nkind: win\ndate: 2026-11-23\n---\n# T\n`), [
        'unquoted-text:2',
      ]);
      assert.equal(
        parse(`---\nid: "${id}"\nkind: win\ndate: 2026-11-23\n---\n# T\n`).problems.length,
        id === '1_000' || id === '.inf' ? 1 : 0,
      );
    });
  }

  for (const date of [
    '2026-02-30',
    '2026-13-45',
    '2025-02-29',
    '0000-01-01',
    '9999-12-31',
    '+275760-09-13',
    '2026-11-23T10:00',
    '2026',
    'yesterday',
  ]) {
    it(`has the date ${date}, which is none [A21]`, () => {
      const text = `---\nid: k3f9q2xa\nkind: win\ndate: ${date}\n---\n# T\n`;
      assert.deepEqual(problemsOf(text), ['bad-date:4']);
      assert.equal(parse(text).entry, undefined);
    });
  }
});

describe('parseFile gives an entry and says that', () => {
  const odd: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a hash needs quotes [A20]',
      withKeys(`commits:\n  - subject: x\n    sha: ${'1'.repeat(40)}`),
      ['unquoted-text:7'],
    ],
    [
      'a hash that would be infinite needs quotes [A20]',
      withKeys(`commits:\n  - sha: 12e${'5'.repeat(37)}`),
      ['unquoted-text:6'],
    ],
    ['a hash is too short', withKeys('commits:\n  - sha: "3f2a91c"'), ['bad-hash:6']],
    [
      'a link and a tag need quotes [A20]',
      withKeys('tags: [2026, b]\nlinks: [k3f9q2xb, 1234567]'),
      ['unquoted-text:5', 'unquoted-text:6'],
    ],
    ['a status is none of its kind [A23]', ofKind('action', 'status: no\n'), ['unknown-status:5']],
    ['a status is another kind’s [A23]', ofKind('blocker', 'status: running\n'), ['unknown-status:5']],
    ['a status is true [A23]', ofKind('action', 'status: true\n'), ['unknown-status:5']],
    ['a status is empty [A23]', ofKind('action', 'status: ~\n'), ['unknown-status:5']],
    [
      'an outcome is none',
      `${ofKind('experiment', 'outcome: ok\n')}## Hypothesis\na\n## Measure\nb\n`,
      ['unknown-outcome:5'],
    ],
    ['a key belongs to other kinds', ofKind('win', 'outcome: validated\n'), ['wrong-key:5']],
    [
      'a list is no list',
      withKeys('tags: a, b\ncommits: {}\ncode: [x]'),
      ['not-a-list:5', 'not-a-list:6', 'bad-item:7'],
    ],
    ['text is no text', ofKind('action', 'owner: 12\nreason: [x]\n'), ['not-text:5', 'not-text:6']],
    [
      'a number is none',
      withKeys('code:\n  - path: a\n    line: 0\n  - path: b\n    line: "4"'),
      ['bad-number:7', 'bad-number:9'],
    ],
    [
      'a time has no zone [A21]',
      withKeys(`commits:\n  - sha: "${'a'.repeat(40)}"\n    authored: 2026-11-22T09:14:03`),
      ['bad-time:7'],
    ],
    ['a due date is none [A21]', ofKind('action', 'due: 2026-11-31\n'), ['bad-date:5']],
    [
      'an experiment has no hypothesis',
      `${ofKind('experiment')}## Measure\nb\n`,
      ['untestable-experiment:1'],
    ],
    [
      'an experiment has an empty measure',
      `${ofKind('experiment')}## Hypothesis\na\n## Measure\n\n## Result\nc\n`,
      ['untestable-experiment:1'],
    ],
    [
      'an experiment has its hypothesis in code',
      `${ofKind('experiment')}\`\`\`\n## Hypothesis\na\n\`\`\`\n## Measure\nb\n`,
      ['untestable-experiment:1'],
    ],
  ];
  for (const [name, text, expected] of odd) {
    it(name, () => {
      assert.deepEqual(problemsOf(text), expected);
      assert.equal(parse(text).entry?.id, 'k3f9q2xa');
    });
  }

  it('and leaves out what it could not use', () => {
    const { entry } = parse(
      withKeys(
        'tags: [1, b]\nlinks: [x, k3f9q2xb]\ncommits:\n  - subject: x\ncode:\n  - path: a\n    line: -1\n    note: x',
      ),
    );
    assert.deepEqual(
      [entry?.tags, entry?.links, entry?.commits, entry?.code],
      [['b'], ['k3f9q2xb'], [], [{ path: 'a' }]],
    );
  });

  it('an experiment can be tested where both sections say something', () => {
    const text = `${ofKind('experiment')}## hypothesis ##\na\n### More\n## Measure\n- b\n`;
    assert.deepEqual([parse(text).entry?.testable, parse(text).problems.length], [true, 0]);
    assert.equal(parse(ofKind('experiment')).entry?.testable, false);
    assert.equal(parse(ofKind('win')).entry?.testable, undefined);
  });

  it('a wrong key and an experiment without a measure are only worth a look', () => {
    assert.deepEqual(
      parse(ofKind('win', 'outcome: validated\n')).problems.map(({ severity }) => severity),
      ['warning'],
    );
    assert.equal(parse(ofKind('win', 'outcome: validated\n')).entry?.outcome, undefined);
    assert.deepEqual(
      parse(ofKind('experiment')).problems.map(({ severity }) => severity),
      ['warning'],
    );
  });

  it('an empty key is as good as none', () => {
    assert.deepEqual(problemsOf(ofKind('action', 'tags:\npeople: ~\ncommits: null\nowner:\ndue:\n')), []);
  });
});

describe('a problem', () => {
  const sentences: readonly (readonly [string, RegExp])[] = [
    [withKeys('kind: win'), /“kind” is given twice, in line 3 and in line 5/],
    [ofKind('action', 'status: no\n'), /“no” .*action.* open, done, dropped/],
    [ofKind('party'), /“party” .* win, failure, learning, experiment, action, kudos, blocker/],
    [withKeys('links: [1234567]'), /1234567 .*"1234567"/],
    ['---\nid: k3f9q2xa\nkind: win\ndate: 2026-02-30\n---\n# T\n', /“2026-02-30” .*“date: 2026-11-23”/],
    ['---js\n---\n', /“---js”/],
    [withKeys('people: [@ada]'), /"@ada"/],
  ];
  for (const [text, sentence] of sentences) {
    it(`says what is wrong and how to write it: ${sentence.source}`, () => {
      assert.match(parse(text).problems[0]?.message ?? '', sentence);
    });
  }

  it('never speaks with the words of a library', () => {
    for (const text of [
      withKeys('a: [1'),
      withKeys('a: "x'),
      withKeys('a: |x'),
      withKeys('a\nb: c'),
      withKeys(' b: c'),
      withKeys('- a'),
      withKeys('a: "\\q"'),
    ]) {
      const [problem] = parse(text).problems;
      assert.match(problem?.message ?? '', /^[A-Z“].*\.$/);
      assert.doesNotMatch(problem?.message ?? '', /mapping|scalar|flow|invalid|expected|stream|node|escape/i);
    }
  });
});

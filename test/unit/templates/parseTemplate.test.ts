import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseTemplate } from '../../../src/core/templates/parseTemplate.ts';
import { printTemplate } from '../../../src/core/templates/printTemplate.ts';
import { anyText, patience, runs } from '../format/anyDraft.ts';
import { columnKinds, namings, phases, type Template } from '../../../src/core/templates/template.ts';

const path = 'retro/templates/sailboat.yml';
const sailboat = `name: Sailboat
purpose: What moves us, what holds us, what is ahead.
columns:
  - {title: Wind, kind: win, prompt: What pushed us forward?}
  - {title: Anchor, kind: blocker, prompt: What held us back?}
  - {title: Rocks, kind: failure}
  - {title: Island}
phases: [review, check-in, write, group, vote, discuss, decide, close]
votes: {total: 5, perCard: 3}
hidden: true          # until revealed
names: alias
minutes: {write: 6, discuss: 20}
mood: ours
`;

function problemsOf(text: string): string[] {
  return parseTemplate(path, text).problems.map(({ code, line, message }) => `${code}:${line} ${message}`);
}

describe('parseTemplate', () => {
  it('reads all that a template can say', () => {
    assert.deepEqual(parseTemplate(path, sailboat), {
      template: {
        key: 'sailboat',
        name: 'Sailboat',
        purpose: 'What moves us, what holds us, what is ahead.',
        columns: [
          { title: 'Wind', kind: 'win', prompt: 'What pushed us forward?' },
          { title: 'Anchor', kind: 'blocker', prompt: 'What held us back?' },
          { title: 'Rocks', kind: 'failure', prompt: '' },
          { title: 'Island', prompt: '' },
        ],
        phases,
        votes: { total: 5, perCard: 3 },
        hidden: true,
        names: 'alias',
        minutes: { write: 6, discuss: 20 },
      },
      problems: [],
    });
  });

  it('needs a name and columns alone', () => {
    const { template, problems } = parseTemplate(path, 'name: Short\ncolumns:\n  - title: All\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [template?.phases, template?.votes, template?.hidden, template?.names],
      [phases, { total: 5, perCard: 3 }, true, 'named'],
    );
  });

  for (const [what, text, problem] of [
    ['nothing', '# not yet\n', /bad-template:1 A template has one to 8 columns/],
    ['no columns', 'name: X\n', /bad-template:1 A template has one to 8 columns/],
    [
      'nine columns',
      `name: X\ncolumns:\n${'  - {title: a}\n'.repeat(9)}`,
      /bad-template:3 A template has one to 8/,
    ],
    [
      'a column of actions',
      'name: X\ncolumns:\n  - {title: a}\n  - {title: b, kind: action}\n',
      /:4 “action” is no kind/,
    ],
    ['a column that is a word', 'name: X\ncolumns:\n  - a\n', /:3 A column is keys and values/],
    ['a column without a title', 'name: X\ncolumns:\n  - {kind: win}\n', /:3 “title” must be text/],
    ['a name that is a number', 'name: 4\ncolumns:\n  - {title: a}\n', /:1 “name” must be text/],
    [
      'an unknown phase',
      'name: X\nphases: [write, lunch]\ncolumns:\n  - {title: a}\n',
      /:2 “phases” must be a list/,
    ],
    [
      'a phase twice',
      'name: X\nphases: [write, write]\ncolumns:\n  - {title: a}\n',
      /:2 “phases” must be a list/,
    ],
    ['no vote at all', 'name: X\nvotes: {total: 0}\ncolumns:\n  - {title: a}\n', /:2 “votes” must be whole/],
    [
      'a word for a flag',
      'name: X\nhidden: "true"\ncolumns:\n  - {title: a}\n',
      /:2 “hidden” must be true or false/,
    ],
    [
      'an unknown naming',
      'name: X\nnames: secret\ncolumns:\n  - {title: a}\n',
      /:2 “secret” is none of the ways/,
    ],
    [
      'minutes for lunch',
      'name: X\nminutes: {lunch: 3}\ncolumns:\n  - {title: a}\n',
      /:2 “minutes” must be numbers/,
    ],
    ['a tab [A10]', 'name: X\ncolumns:\n\t- a\n', /^tab-indentation:3/],
    ['an anchor [A14]', 'name: &a X\n', /^anchor:1/],
    ['a key twice [A9]', 'name: a\nname: b\n', /^duplicate-key:2/],
  ] as const) {
    it(`says where it finds ${what}`, () => {
      const found = problemsOf(text);
      assert.match(found[0] ?? '', problem);
      assert.equal(found.length, 1);
    });
  }

  it('uses what is right beside what is wrong', () => {
    const text =
      'name: X\nhidden: no\nnames: x\ncolumns:\n  - {title: a, kind: action}\n  - {title: b, kind: win}\n';
    const { template, problems } = parseTemplate(path, text);
    assert.deepEqual(template?.columns, [
      { title: 'a', prompt: '' },
      { title: 'b', prompt: '', kind: 'win' },
    ]);
    assert.deepEqual([template?.hidden, template?.names, problems.length], [true, 'named', 3]);
  });

  it('tells a survey from a template by its questions', () => {
    const { template, survey } = parseTemplate(path, 'name: Safety\nquestions:\n  - {id: a, text: b}\n');
    assert.deepEqual([template, survey?.key], [undefined, 'sailboat']);
  });

  it('reads what printTemplate writes', () => {
    const line = anyText
      .map((each) => each.replace(/[\p{Cc}\u2028\u2029]/gu, '').trim())
      .filter((each) => each !== '');
    const column = fc.record(
      { title: line, prompt: fc.oneof(fc.constant(''), line) },
      { noNullPrototype: true },
    );
    const kind = fc.constantFrom(undefined, ...columnKinds);
    const anyTemplate: fc.Arbitrary<Template> = fc.record(
      {
        key: fc.constant('sailboat'),
        name: line,
        purpose: fc.oneof(fc.constant(''), line),
        columns: fc.array(
          fc
            .tuple(column, kind)
            .map(([made, of]) => ({ ...made, ...(of === undefined ? {} : { kind: of }) })),
          { minLength: 1, maxLength: 8 },
        ),
        phases: fc.uniqueArray(fc.constantFrom(...phases), { minLength: 1 }),
        votes: fc.integer({ min: 1, max: 100 }).map((total) => ({ total, perCard: Math.ceil(total / 2) })),
        hidden: fc.boolean(),
        names: fc.constantFrom(...namings),
        minutes: fc.dictionary(fc.constantFrom(...phases), fc.integer({ min: 1, max: 1440 }), {
          noNullPrototype: true,
        }),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(anyTemplate, (template) => {
        assert.deepEqual(parseTemplate(path, printTemplate(template)), { template, problems: [] });
      }),
      { numRuns: runs(300, 20_000) },
    );
  }).timeout(patience);
});

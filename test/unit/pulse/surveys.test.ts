import assert from 'node:assert/strict';
import { statements } from '../../../src/core/audit/survey.ts';
import { statementText } from '../../../src/core/audit/surveyWords.ts';
import { builtInSurveys } from '../../../src/core/pulse/builtInSurveys.ts';
import { surveyLimits } from '../../../src/core/pulse/survey.ts';
import { parseTemplate } from '../../../src/core/templates/parseTemplate.ts';

const path = 'retro/templates/pace.yml';
const pace = `name: Pace
purpose: Whether we can go on like this.
wording: "3"
source: Our own
scale: {from: 0, to: 10, low: never, high: always}
questions:
  - {id: pace, text: I could go on at this pace.}
  - {id: evenings, text: I work in the evening., reversed: true}
mood: ours
`;

function problemsOf(text: string): string[] {
  const { survey, problems } = parseTemplate(path, text);
  assert.equal(survey, undefined);
  return problems.map(({ code, line, message }) => `${code}:${line} ${message}`);
}

describe('a survey of a team’s own', () => {
  it('says all that a survey can', () => {
    assert.deepEqual(parseTemplate(path, pace), {
      survey: {
        key: 'pace',
        name: 'Pace',
        purpose: 'Whether we can go on like this.',
        wording: '3',
        source: 'Our own',
        scale: { from: 0, to: 10, low: 'never', high: 'always' },
        questions: [
          { id: 'pace', text: 'I could go on at this pace.', reversed: false },
          { id: 'evenings', text: 'I work in the evening.', reversed: true },
        ],
      },
      problems: [],
    });
  });

  it('needs a name and questions alone', () => {
    const { survey, template, problems } = parseTemplate(
      path,
      'name: Short\nquestions:\n  - {id: a, text: All is well.}\n',
    );
    assert.deepEqual([template, problems], [undefined, []]);
    assert.deepEqual([survey?.wording, survey?.scale], ['1', { from: 1, to: 5, low: '', high: '' }]);
  });

  const question = '  - {id: a, text: All is well.}\n';
  for (const [what, text, problem] of [
    ['no questions', 'name: X\nquestions: []\n', /^bad-survey:2 A survey has one to 50 questions/],
    ['too many', `name: X\nquestions:\n${question.repeat(51)}`, /^bad-survey:3 A survey has one to 50/],
    ['no name', `questions:\n${question}`, /^bad-survey:1 “name” must be text/],
    ['a question without a text', 'name: X\nquestions:\n  - {id: a}\n', /^bad-survey:3 “text” must be text/],
    ['a question that is a word', 'name: X\nquestions:\n  - well\n', /^bad-survey:3 A question is keys/],
    ['one id twice', `name: X\nquestions:\n${question}${question}`, /^bad-survey:3 Two questions/],
    [
      'a word for reversed',
      'name: X\nquestions:\n  - {id: a, text: A, reversed: "yes"}\n',
      /^bad-survey:3 “reversed” must be/,
    ],
    [
      'a scale upside down',
      `name: X\nscale: {from: 5, to: 1}\nquestions:\n${question}`,
      /^bad-survey:2 A scale/,
    ],
    [
      'a scale of 12',
      `name: X\nscale: {from: 0, to: 11}\nquestions:\n${question}`,
      /^bad-survey:2 A scale has/,
    ],
    [
      'a scale of parts',
      `name: X\nscale: {from: 0.5, to: 3}\nquestions:\n${question}`,
      /^bad-survey:2 A scale/,
    ],
  ] as const) {
    it(`is no survey with ${what}, and says where`, () => {
      const [first, ...more] = problemsOf(text);
      assert.match(first ?? '', problem);
      assert.deepEqual(more, []);
    });
  }
});

describe('the built-in surveys', () => {
  const surveys = builtInSurveys();

  it('are psychological safety, team health and the culture audit', () => {
    assert.deepEqual(
      surveys.map(({ key, questions }) => [key, questions.length]),
      [
        ['psychological-safety', 7],
        ['team-health', 8],
        ['learning-culture', 12],
      ],
    );
  });

  it('turn the three items round that say the opposite', () => {
    const turned = surveys.map(({ questions }) =>
      questions.flatMap(({ id, reversed }) => (reversed ? id : [])),
    );
    assert.deepEqual(turned, [['mistakes', 'differing', 'asking'], [], []]);
  });

  it('ask the culture audit’s own statements', () => {
    assert.deepEqual(
      surveys[2]?.questions,
      statements.map(({ id, reversed }) => ({ id, text: statementText(id), reversed })),
    );
  });

  for (const survey of surveys) {
    it(`are what a file could say: ${survey.key}`, () => {
      const { key, ...rest } = survey;
      const lines = Object.entries(rest).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
      assert.deepEqual(parseTemplate(`retro/templates/${key}.yml`, lines.join('')), { survey, problems: [] });
      assert.ok(survey.questions.length <= surveyLimits.questions);
    });
  }
});

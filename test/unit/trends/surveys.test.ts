import assert from 'node:assert/strict';
import { addDays } from '../../../src/core/dates.ts';
import type { Page } from '../../../src/core/format/parseFile.ts';
import { drawChart } from '../../../src/core/charts/drawChart.ts';
import { drawSmall } from '../../../src/core/charts/drawSmall.ts';
import type { Survey } from '../../../src/core/pulse/survey.ts';
import { surveysKnown } from '../../../src/core/pulse/surveysKnown.ts';
import { shownSurveys } from '../../../src/core/trends/shownSurveys.ts';
import { surveyChart } from '../../../src/core/trends/surveyChart.ts';
import { psychologicalSafety, surveys } from '../../../src/core/trends/surveys.ts';
import { Timeline } from '../../../src/core/trends/timeline.ts';
import type { SurveyTrend } from '../../../src/core/trends/trends.ts';
import { end } from './anyLog.ts';

const ago = (days: number): string => addDays(end, -days);

/** Means by the ids of the questions. */
type Means = Readonly<Record<string, number>>;

function round(days: number, means: Means, { survey = 'pace', wording = '1', to = 5 } = {}): Page {
  const path = `retro/pulses/${survey}-${days}.md`;
  const questions = Object.entries(means).map(([id, mean]) => ({ id, reversed: id === 'tired', mean }));
  const figures = { survey, wording, scale: { from: 1, to }, answers: '5-7', questions };
  return { id: `r${days}`, kind: 'pulse', date: ago(days), title: 'A round', path, figures };
}

function told(pages: readonly Page[], from = ago(100), part = {}): readonly SurveyTrend[] {
  const log = new Timeline({ entries: [], pages, problems: [], history: { state: 'notCollected' }, part });
  return surveys({ log, end }, from) as readonly SurveyTrend[];
}

const ours: Survey = {
  ...{ key: 'pace', name: 'Our pace', purpose: '', wording: '1', source: '' },
  scale: { from: 1, to: 5, low: 'never', high: 'always' },
  questions: [
    { id: 'calm', text: 'It is calm here.', reversed: false },
    { id: 'tired', text: 'I am tired.', reversed: true },
  ],
};

describe('the rounds of surveys', () => {
  it('are told by survey, the earliest first, each statement beside the round before', () => {
    const [health, pace] = told([
      round(2, { calm: 4, tired: 3.5 }),
      round(30, { calm: 3, tired: 3 }),
      round(1, { value: 5 }, { survey: 'health' }),
      round(-1, { calm: 1, tired: 1 }),
    ]);
    assert.equal(health?.survey, 'health');
    assert.deepEqual(
      pace?.rounds.map(({ date, mean, answers, changed }) => ({ date, mean, answers, changed })),
      [
        { date: ago(30), mean: 3, answers: '5-7', changed: false },
        { date: ago(2), mean: 3.75, answers: '5-7', changed: false },
      ],
    );
    assert.deepEqual(pace.rounds[1]?.questions, [
      { id: 'calm', reversed: false, mean: 4, previous: 3 },
      { id: 'tired', reversed: true, mean: 3.5, previous: 3 },
    ]);
  });

  it('say where something else was asked, and compare only statements that were asked both times', () => {
    const changes = [
      round(1, { calm: 4, alone: 2 }),
      round(1, { calm: 4, tired: 2 }, { wording: '2' }),
      round(1, { calm: 4, tired: 2 }, { to: 7 }),
      round(1, { calm: 4 }),
    ].map((after) => told([round(9, { calm: 3, tired: 3 }), after])[0]?.rounds.at(-1));
    assert.deepEqual(
      changes.map((one) => [one?.changed, one?.questions.map(({ previous }) => previous)]),
      [
        [true, [3, undefined]],
        [true, [undefined, undefined]],
        [true, [undefined, undefined]],
        [true, [3]],
      ],
    );
    const turned = told([round(9, { calm: 3, tired: 3 }), round(1, { tired: 2, calm: 4 })]);
    assert.equal(turned[0]?.rounds.at(-1)?.changed, false);
  });

  it('are those of the days that were asked for, or the newest eight where these are more', () => {
    const pages = Array.from({ length: 12 }, (_, at) => round(at * 30, { calm: 3 }));
    assert.equal(told(pages, ago(1))[0]?.rounds.length, 8);
    assert.equal(told(pages, ago(9 * 30))[0]?.rounds.length, 10);
    assert.equal(told(pages, ago(9 * 30))[0]?.rounds[0]?.changed, false);
  });

  it('are about the whole log, and “not collected” for a part of it', () => {
    const part = told([round(1, { calm: 3 })], ago(9), { tag: 'cache' });
    assert.deepEqual(part, { missing: 'not collected for a tag' });
    assert.deepEqual(told([]), []);
  });
});

describe('psychological safety', () => {
  const safety = (pages: readonly Page[]): unknown => {
    const log = new Timeline({ entries: [], pages, problems: [], history: { state: 'notCollected' } });
    return psychologicalSafety({ log, end });
  };
  const asked = (days: number, means: Means, wording = '1'): Page =>
    round(days, means, { survey: 'psychological-safety', wording });

  it('is the mean of the newest round, beside the one before if it was worded alike', () => {
    const newest = asked(3, { a: 3, b: 4, c: 5 });
    const older = { a: 2, b: 2, c: 2 };
    assert.deepEqual(safety([asked(90, older), newest]), { value: 4, max: 5, n: '5-7', previous: 2 });
    assert.deepEqual(safety([asked(90, older, '0'), newest]), { value: 4, max: 5, n: '5-7' });
  });

  it('[I118] is “not collected” and never a number where no round had enough answers', () => {
    const tooFew: Page = {
      id: 'x',
      kind: 'pulse',
      date: ago(1),
      title: 'A round',
      path: 'retro/pulses/x.md',
    };
    assert.deepEqual(safety([tooFew]), { missing: 'not collected' });
  });
});

describe('surveys in words', () => {
  it('have the team’s own name and statements, and say what a number means', () => {
    const [shown] = shownSurveys(
      told([round(30, { calm: 3, tired: 3 }), round(2, { calm: 4, tired: 3.5 })]),
      surveysKnown([ours]),
    );
    assert.equal(shown?.finding, 'Our pace came to 3.8 of 5; 3 the round before');
    assert.equal(
      shown.scale,
      'From 1 (never) to 5 (always). 5 is the best, whichever way a statement is put.',
    );
    assert.equal(shown.change, '');
    assert.deepEqual(
      shown.statements.map(({ text, now, before, means }) => [text, now, before, means]),
      [
        ['It is calm here.', '4', '3', [3, 4]],
        ['I am tired. (turned round)', '3.5', '3', [3, 3.5]],
      ],
    );
    assert.deepEqual(
      shown.rounds.map(({ words }) => words),
      ['3 of 5; answers: 5-7', '3.8 of 5; answers: 5-7'],
    );
  });

  it('do not say what was asked in other words as if it were asked so', () => {
    const [shown] = shownSurveys(
      told([round(30, { calm: 3 }, { wording: '0' }), round(2, { calm: 4 }, { wording: '0.1' })]),
      surveysKnown([ours]),
    );
    assert.equal(shown?.finding, 'Our pace came to 4 of 5; the round before asked something else');
    assert.equal(shown.scale, 'From 1 to 5. 5 is the best, whichever way a statement is put.');
    assert.equal(shown.statements[0]?.text, 'calm');
    assert.deepEqual(shown.statements[0].means, [null, 4]);
    assert.match(shown.change, /asked something else than before/);
    assert.equal(shown.rounds[1]?.words, '4 of 5, asked otherwise than before; answers: 5-7');
  });
});

describe('the chart of a survey', () => {
  const trend = told([
    round(60, { calm: 2 }, { wording: '0' }),
    round(30, { calm: 3 }),
    round(2, { calm: 5 }),
  ]);
  const [shown] = shownSurveys(trend, surveysKnown([ours]));
  assert.ok(trend[0] && shown);
  const chart = surveyChart('survey-0', trend[0], shown);

  it('goes over the scale of the survey, and joins only what can be compared', () => {
    assert.deepEqual([chart.foot, chart.top], [1, 5]);
    const drawing = drawChart(chart);
    assert.equal(drawing.match(/stroke-width="2"\/>/g)?.length, 3 + 1);
    assert.equal(drawing.match(/<path d="M[\d.]+,[\d.]+L/g)?.length, 1);
    assert.equal(drawing.match(/stroke-dasharray="2 3"/g)?.length, 1);
    for (const number of ['>2<', '>3<', '>5<']) {
      assert.ok(drawing.includes(number), number);
    }
  });

  it('says all of it to those who cannot see it', () => {
    assert.match(chart.description, /asked otherwise than before; answers: 5-7\./);
    assert.match(chart.description, /From 1 \(never\) to 5 \(always\)/);
  });
});

describe('a small chart', () => {
  it('joins neighbours, leaves gaps, and stays on its scale', () => {
    const drawing = drawSmall([1, null, 5, 3], { foot: 1, top: 5 });
    assert.equal(drawing.match(/<circle/g)?.length, 3);
    const [, path = ''] = /<path d="([^"]*)"/.exec(drawing) ?? [];
    assert.equal(path.replaceAll(/[^ML]/g, ''), 'MML');
    assert.ok(!drawing.includes('NaN'));
    assert.ok(!drawSmall([3], { foot: 1, top: 5 }).includes('NaN'));
  });
});

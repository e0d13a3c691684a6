import assert from 'node:assert/strict';
import { type ChartView, type FigureView, isChartView, isTrendsState } from '../../../src/protocol/trends.ts';
import { pointDeed, isHelpKey } from '../../../src/webview/trends/trendsKeys.ts';
import {
  answered,
  chosen,
  drawn,
  firstModel,
  isComplete,
  neighbour,
  picked,
  pointOf,
  shown,
  toggled,
  type TrendsModel,
  unanswered,
} from '../../../src/webview/trends/trendsModel.ts';

const first = firstModel({ period: 'halfYear', every: 'week' });

function figure(key: string, isDrawn = true): FigureView {
  const words = {
    name: key,
    value: '1',
    brief: '1',
    before: '',
    span: '4 weeks',
    finding: 'One',
    meaning: 'It.',
  };
  return { key, ...words, isDrawn, rows: [], moreRows: 0 };
}

function chart(key: string, revision: number, count = 3): ChartView {
  const point = { label: '6 Jul', group: '2026', value: 1, interval: [0, 5.6] as const, finished: true };
  return {
    revision,
    key,
    chart: {
      ...{ id: key, title: 'One', description: 'One.', mark: 'line', colour: 'blue', unit: 'number' },
      points: Array.from({ length: count }, () => point),
    },
    points: Array.from({ length: count }, () => ({ title: 'Week', words: '1', hasEntries: true })),
  };
}

function ready(revision: number, ...keys: string[]): TrendsModel {
  const figures = [...keys.map((key) => figure(key)), figure('moving', false)];
  return answered(first, { ...first.state, revision, availability: 'ready', isWhole: true, figures });
}

function withCharts(model: TrendsModel, ...keys: string[]): TrendsModel {
  return keys.reduce((sum, key) => drawn(sum, chart(key, model.state.revision)), model);
}

describe('the trends panel', () => {
  it('takes no answer that is older than what it shows, and no chart of other figures', () => {
    const model = ready(5, 'rate');
    assert.equal(shown(model, { ...model.state, revision: 4 }), model);
    assert.equal(drawn(model, chart('rate', 4)), model);
    assert.equal(drawn(model, chart('rate', 5)).charts.size, 1);
  });

  it('is complete when every figure that is drawn has its newest chart', () => {
    const model = withCharts(ready(5, 'rate', 'share'), 'rate');
    assert.equal(isComplete(model), false);
    assert.equal(isComplete(withCharts(model, 'share')), true);
    assert.equal(isComplete(shown(withCharts(model, 'share'), { ...model.state, revision: 6 })), false);
  });

  it('shows the first figure with its chart, and is not complete before the rest is there', () => {
    const { state } = ready(5, 'rate');
    const begun = { ...state, isWhole: false, figures: [figure('rate')], chart: chart('rate', 5) };
    assert.ok(isTrendsState(begun));
    const model = answered(first, begun);
    assert.deepEqual([...model.charts.keys()], ['rate']);
    assert.equal(isComplete(model), false);
    const whole = shown(model, { ...state, figures: [figure('rate'), figure('share')] });
    assert.deepEqual([...whole.charts.keys()], ['rate']);
    assert.equal(isComplete(whole), false);
    assert.equal(isComplete(withCharts(whole, 'share')), true);
  });

  it('keeps a chart until the newer one is there, and drops it with its figure', () => {
    const model = withCharts(ready(5, 'rate', 'share'), 'rate', 'share');
    const next = shown(model, {
      ...model.state,
      revision: 6,
      figures: [figure('rate'), figure('share', false)],
    });
    assert.deepEqual([...next.charts.keys()], ['rate']);
  });

  it('shows a choice at once; an empty word stands for all', () => {
    const model = chosen(chosen(first, { area: 'src/pay', tag: 'cache' }), { area: '', every: 'month' });
    assert.deepEqual(model.state.choice, { period: 'halfYear', every: 'month', tag: 'cache' });
    assert.equal(model.isAsking, true);
  });

  it('keeps what was chosen when figures of what was chosen before come in between', () => {
    const before = withCharts(ready(5, 'rate'), 'rate');
    const asking = chosen(before, { period: 'year' });
    assert.equal(shown(asking, { ...before.state, revision: 6 }), asking);
    const { choice } = chosen(shown(asking, { ...before.state, revision: 6 }), { every: 'month' }).state;
    assert.deepEqual(choice, { period: 'year', every: 'month' });
    const answer = answered(asking, { ...before.state, revision: 7, choice: asking.state.choice });
    assert.equal(answer.isAsking, false);
    assert.equal(shown(answer, { ...answer.state, revision: 8 }).state.revision, 8);
  });

  it('goes on with what comes next when no answer came', () => {
    const model = unanswered(chosen(ready(5, 'rate'), { period: 'year' }));
    assert.equal(shown(model, { ...model.state, revision: 6 }).state.revision, 6);
  });

  it('begins with the last point, stays within the chart, and forgets points when something else is chosen', () => {
    const model = withCharts(ready(5, 'rate'), 'rate');
    assert.equal(pointOf(model, 'rate'), 2);
    assert.equal(pointOf(picked(model, 'rate', -1), 'rate'), 0);
    assert.equal(pointOf(picked(model, 'rate', 99), 'rate'), 2);
    assert.equal(pointOf(chosen(picked(model, 'rate', 0), { every: 'month' }), 'rate'), 2);
  });

  it('goes from chart to chart, past figures that have none', () => {
    const model = withCharts(ready(5, 'rate', 'share', 'days'), 'rate', 'days');
    assert.equal(neighbour(model, 'rate', 1), 'days');
    assert.equal(neighbour(model, 'rate', -1), undefined);
    assert.equal(neighbour(model, 'days', 1), undefined);
  });

  it('opens and closes tables', () => {
    const open = toggled(first, 'rate', true);
    assert.ok(open.tables.has('rate'));
    assert.equal(toggled(open, 'rate', true), open);
    assert.ok(!toggled(open, 'rate', false).tables.has('rate'));
  });
});

describe('the keys of the trends panel', () => {
  const key = (name: string, more = {}) => ({
    ...{ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false },
    ...more,
  });

  it('move between points and charts, and leave the editor’s own alone', () => {
    assert.equal(pointDeed(key('ArrowLeft')), 'previous');
    assert.equal(pointDeed(key('Enter')), 'showEntries');
    assert.equal(pointDeed(key('ArrowLeft', { ctrlKey: true })), undefined);
    assert.equal(pointDeed(key('constructor')), undefined);
    assert.ok(isHelpKey(key('?', { shiftKey: true })) && !isHelpKey(key('?', { ctrlKey: true })));
  });
});

describe('what crosses to the trends panel', () => {
  it('is a state and charts of the form that was agreed, and nothing else', () => {
    const { state } = ready(5, 'rate');
    assert.ok(isTrendsState(state));
    assert.ok(!isTrendsState({ ...state, choice: { ...state.choice, author: 'ada' } }));
    assert.ok(isChartView(chart('rate', 5)));
    const whole = chart('rate', 5);
    const [point] = whole.chart.points;
    assert.ok(
      !isChartView({ ...whole, chart: { ...whole.chart, points: [{ ...point, value: Number.NaN }] } }),
    );
    assert.ok(!isChartView({ ...whole, chart: { ...whole.chart, colour: 'url(#x)' } }));
  });
});

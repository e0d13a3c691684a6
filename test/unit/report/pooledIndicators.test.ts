import assert from 'node:assert/strict';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { pooledIndicators } from '../../../src/core/report/pooledIndicators.ts';
import { refuseSameLog } from '../../../src/core/report/refuseSameLog.ts';
import type { ReportedLog } from '../../../src/core/report/reportOf.ts';
import { poissonInterval } from '../../../src/core/statistics/poissonInterval.ts';
import { wilsonInterval } from '../../../src/core/statistics/wilsonInterval.ts';
import type { Indicators } from '../../../src/core/trends/trends.ts';
import { trendsIn } from '../../../src/core/trends/trendsOf.ts';
import { historyOf } from '../../support/historyOf.ts';
import { ago, concluded, end, logOf, made, report, window } from './anyReport.ts';

function pooled(...logs: readonly ReportedLog[]): Indicators {
  return pooledIndicators(
    logs.map(({ log }) => ({
      scene: { log, end },
      indicators: trendsIn(log, window, 'week').indicators,
    })),
  );
}

const closed = (opened: number, after: number): Entry =>
  made('action', opened, { status: 'done', closed: ago(opened - after) });

describe('the figures of several logs together', () => {
  it('add counts up, with the interval of the sum', () => {
    const { experimentationRate, recognition } = pooled(
      logOf([concluded(1), concluded(2), concluded(30)]),
      logOf([concluded(3), made('kudos', 4)]),
    );
    assert.deepEqual(experimentationRate, { value: 3, interval: poissonInterval(3), previous: 1 });
    assert.equal(recognition.value, 1);
  });

  it('add up parts and wholes of shares: 2 of 3 and 1 of 3 are 3 of 6, which is enough for an interval', () => {
    const [quick, slow] = [(): Entry => closed(50, 5), (): Entry => closed(60, 40)];
    const { followThrough } = pooled(logOf([quick(), quick(), slow()]), logOf([quick(), slow(), slow()]));
    assert.deepEqual(followThrough, { k: 3, n: 6, interval: wilsonInterval(3, 6), previous: { k: 0, n: 0 } });
  });

  it('make one estimate of all durations, not a mean of medians', () => {
    const one = logOf([closed(80, 2), closed(80, 4), closed(80, 6)]);
    const other = logOf([closed(80, 30)]);
    assert.deepEqual(pooled(one, other).timeToClose, { median: 4, within14: { k: 3, n: 4 }, open: 0, n: 4 });
  });

  it('put nothing together that is about people or about surveys', () => {
    const { participation, spread, internalMobility, psychologicalSafety } = pooled(logOf([]), logOf([]));
    for (const figure of [participation, spread, internalMobility, psychologicalSafety]) {
      assert.match((figure as { missing: string }).missing, /^told for each repository/);
    }
  });

  it('are missing where they are missing in one: the rest is not taken for the whole', () => {
    const history = historyOf({});
    const shallow = { state: 'incomplete', reason: 'a shallow clone' } as const;
    const whole = pooled(logOf([], { history }), logOf([], { history }));
    assert.deepEqual(whole.reuse, { k: 0, n: 0, interval: null, previous: { k: 0, n: 0 } });
    const partly = pooled(logOf([], { history }), logOf([], { history: shallow }));
    assert.deepEqual(partly.reuse, { missing: 'history incomplete' });
    assert.deepEqual(partly.experimentFlow.stale, { missing: 'history incomplete' });
  });

  it('are told once for all, before each log by itself', () => {
    const { totals, logs } = report(
      logOf([concluded(1)], {}, { name: 'One' }),
      logOf([concluded(1), made('learning', 9)], {}, { name: 'Two' }),
    );
    assert.match(totals?.summary ?? '', /^2 experiments were concluded and 1 learning written down/);
    assert.deepEqual(
      logs.map(({ name }) => name),
      ['One', 'Two'],
    );
    assert.equal(report(logOf([])).totals, undefined);
  });
});

describe('two clones of one log', () => {
  const entries = [1, 2, 3, 4].map((days) => made('win', days));

  it('are refused, also when one is a little ahead of the other', () => {
    const logs = [logOf([made('win', 1)]), logOf(entries), logOf([...entries.slice(1), made('win', 2)])];
    assert.throws(() => refuseSameLog(logs, ['/a', '/b', '/c']), /\/b and \/c are clones of one log/);
  });

  it('are not seen in logs that share a copied entry, or have none', () => {
    const logs = [
      logOf(entries),
      logOf([...entries.slice(3), made('win', 1), made('win', 2)]),
      logOf([]),
      logOf([]),
    ];
    refuseSameLog(logs, ['/a', '/b', '/c', '/d']);
  });
});

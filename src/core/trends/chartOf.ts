import * as l10n from '@vscode/l10n';
import type { Chart, ChartColour, ChartUnit } from '../charts/chart.ts';
import { bucketName, bucketTitle } from './bucketName.ts';
import type { BucketLength } from './buckets.ts';
import { expectedRange } from './expectedRange.ts';
import { decimal } from './figureWords.ts';
import { findingOf } from './findings.ts';
import { pointWords } from './pointWords.ts';
import type { Series, SeriesKey, SeriesPoint, SeriesUnit } from './series.ts';
import type { Trends } from './trends.ts';

/** The chart of an indicator, titled with what was found. */
export function chartOf(trends: Trends, series: Series): Chart {
  const { key, unit, top, points } = series;
  return {
    id: key,
    title: findingOf(trends.indicators, key),
    description: describe(series, trends.every),
    mark: 'line',
    colour: colourOf(key),
    unit: unitOf(unit),
    ...(top === undefined ? {} : { top }),
    points: points.map(({ from, value, interval, finished }) => ({
      label: bucketName(from, trends.every),
      group: from.slice(0, 4),
      value,
      interval,
      finished,
    })),
  };
}

/** From where to where the line goes, what is missing, and what the marks mean. */
function describe(series: Series, every: BucketLength): string {
  const { unit, points } = series;
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) {
    return l10n.t('There is nothing to draw.');
  }
  const say = (point: SeriesPoint): string => pointWords(unit, point);
  const expected = expectedRange(series, every);
  const gaps = points.filter(({ value }) => value === null).length;
  return [
    l10n.t(
      'From {0}: {1}. To {2}: {3}.',
      bucketTitle(first.from, every),
      say(first),
      bucketTitle(last.from, every),
      say(last),
    ),
    ...(gaps === 0 ? [] : [l10n.t('Gaps, where there is no number: {0}.', gaps)]),
    ...(points.some(({ interval }) => interval !== null)
      ? [l10n.t('The band is the interval at 95 %.')]
      : []),
    ...(expected === undefined
      ? []
      : [
          l10n.t(
            'Numbers from {0} to {1} need no cause of their own here.',
            decimal(expected.lower),
            decimal(expected.upper),
          ),
        ]),
    ...(last.finished ? [] : [l10n.t('The last mark is hollow: its time is not over.')]),
  ].join(' ');
}

function unitOf(unit: SeriesUnit): ChartUnit {
  return unit === 'count' || unit === 'score' ? 'number' : unit;
}

/** The colour of the kind that an indicator is about. */
function colourOf(key: SeriesKey): ChartColour {
  switch (key) {
    case 'experimentationRate':
    case 'experimentFlow':
    case 'surpriseShare':
      return 'purple';
    case 'learningRate':
    case 'learningYield':
    case 'timeToLearning':
    case 'reuse':
      return 'blue';
    case 'recurrence':
      return 'orange';
    case 'recognition':
      return 'yellow';
    case 'followThrough':
    case 'timeToClose':
    case 'participation':
    case 'spread':
    case 'sharedAreas':
    case 'psychologicalSafety':
    case 'cadence':
      return 'foreground';
  }
}

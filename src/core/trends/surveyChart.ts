import * as l10n from '@vscode/l10n';
import type { Chart } from '../charts/chart.ts';
import { bucketName } from './bucketName.ts';
import type { ShownSurvey } from './shownSurveys.ts';
import type { SurveyTrend } from './trends.ts';

/**
 * The rounds of a survey as a chart, each with its number, titled with what was found.
 *
 * @param id tells it from other drawings of one document: letters, digits and `-`
 */
export function surveyChart(id: string, { rounds }: SurveyTrend, shown: ShownSurvey): Chart {
  const lows = rounds.map(({ scale }) => scale.from);
  const highs = rounds.map(({ scale }) => scale.to);
  return {
    id,
    title: shown.finding,
    description: [
      ...shown.rounds.map(({ title, words }) => l10n.t('{0}: {1}.', title, words)),
      shown.scale,
      ...(shown.change === '' ? [] : [shown.change]),
    ]
      .join(' ')
      .slice(0, 2000),
    mark: 'round',
    colour: 'blue',
    unit: 'number',
    foot: Math.min(...lows),
    top: Math.max(...highs),
    points: rounds.map(({ date, mean, changed }) => ({
      label: bucketName(date, 'week'),
      group: date.slice(0, 4),
      value: mean,
      interval: null,
      finished: true,
      ...(changed ? { isApart: true } : {}),
    })),
  };
}

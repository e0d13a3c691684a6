import { surveysKnown } from '../../core/pulse/surveysKnown.ts';
import type { Survey } from '../../core/pulse/survey.ts';
import { isMissing } from '../../core/trends/figures.ts';
import { shownSurveys } from '../../core/trends/shownSurveys.ts';
import { surveyChart } from '../../core/trends/surveyChart.ts';
import type { SurveyRound, Trends } from '../../core/trends/trends.ts';
import type { SurveyView } from '../../protocol/trends.ts';

const mostSurveys = 50;
const mostStatements = 50;
const chartKeys = /^survey-(.+)$/;

/** The rounds of each survey with their chart, in the order of the names of the surveys. */
export function surveyViews(revision: number, trends: Trends, own: readonly Survey[]): readonly SurveyView[] {
  const told = surveysOf(trends);
  return shownSurveys(told, surveysKnown(own))
    .slice(0, mostSurveys)
    .flatMap((shown): SurveyView[] => {
      const at = told.findIndex(({ survey }) => survey === shown.key);
      const trend = told[at];
      if (trend === undefined) {
        return [];
      }
      const key = `survey-${at}`;
      const points = shown.rounds.map((round) => ({ ...round, hasEntries: true }));
      const { name, finding, scale, change, statements } = shown;
      return [
        {
          ...{ name, finding, scale, change },
          chart: { revision, key, chart: surveyChart(key, trend, shown), points },
          statements: statements.slice(0, mostStatements),
          moreStatements: Math.max(0, statements.length - mostStatements),
        },
      ];
    });
}

/** The round that a point of a survey’s chart is; `undefined` for other charts. */
export function roundBehind(trends: Trends, key: string, at: number): SurveyRound | undefined {
  return surveysOf(trends)[Number(chartKeys.exec(key)?.[1])]?.rounds[at];
}

function surveysOf({ surveys }: Trends): Exclude<Trends['surveys'], { readonly missing: string }> {
  return isMissing(surveys) ? [] : surveys;
}

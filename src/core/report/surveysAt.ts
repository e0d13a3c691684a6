import type { Page } from '../format/parseFile.ts';
import type { Survey } from '../pulse/survey.ts';
import { surveysKnown } from '../pulse/surveysKnown.ts';
import { isMissing } from '../trends/figures.ts';
import { meanWords, shownSurveys } from '../trends/shownSurveys.ts';
import type { Trends } from '../trends/trends.ts';
import { linkTo } from './listed.ts';
import type { ReportedSurvey } from './report.ts';

/**
 * The rounds of each survey as they are among the figures, in the order of the names of the surveys.
 *
 * @param own the team’s own surveys
 */
export function surveysAt(
  { surveys }: Trends,
  pages: readonly Page[],
  own: readonly Survey[],
): readonly ReportedSurvey[] {
  const told = isMissing(surveys) ? [] : surveys;
  const pageAt = new Map(pages.map((page) => [page.path, page]));
  return shownSurveys(told, surveysKnown(own)).map(({ key, name }) => ({
    name,
    rounds: (told.find(({ survey }) => survey === key)?.rounds ?? []).map((round) => ({
      page: linkTo({ title: pageAt.get(round.path)?.title ?? '', path: round.path, date: round.date }),
      words: meanWords(round),
      answers: round.answers,
    })),
  }));
}

import { displayText } from '../entries/displayText.ts';
import type { Page } from '../format/parseFile.ts';
import { asksTheSame } from '../format/pulseData.ts';
import { builtInSurveys } from '../pulse/builtInSurveys.ts';
import { meanOf, surveyRoundsIn } from '../trends/meetings.ts';
import type { Scene } from '../trends/scene.ts';
import { linkTo } from './listed.ts';
import type { ReportedSurvey } from './report.ts';

/** How many rounds of a survey are told of. */
const mostRounds = 8;

type Round = Page & Required<Pick<Page, 'figures'>>;

/**
 * The rounds of each survey up to the end, the earliest first, with the mean over all statements and how many answered
 * as a band. Surveys come in the order of their names.
 */
export function surveysAt({ log, end }: Scene): readonly ReportedSurvey[] {
  const rounds = surveyRoundsIn(log, { from: '', to: end }).filter(
    (page): page is Round => page.figures !== undefined,
  );
  const names = new Map(builtInSurveys().map(({ key, name }) => [key, name]));
  return [...new Set(rounds.map(({ figures }) => figures.survey))]
    .map((key) => ({
      name: names.get(key) ?? displayText(key),
      rounds: rounds
        .filter(({ figures }) => figures.survey === key)
        .map((page, at, all) => ({
          page: linkTo(page),
          mean: meanOf(page.figures.means),
          best: page.figures.scale.to,
          answers: page.figures.answers,
          isComparable: isLike(page, all[at - 1]),
        }))
        .slice(-mostRounds),
    }))
    .toSorted(byName);
}

/** Whether a round asked what the one before asked; the first has none to be compared with. */
function isLike({ figures }: Round, before: Round | undefined): boolean {
  return before === undefined || asksTheSame(before.figures, figures);
}

function byName(a: ReportedSurvey, b: ReportedSurvey): number {
  return a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
}

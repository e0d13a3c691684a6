import { displayText } from '../entries/displayText.ts';
import type { Page } from '../format/parseFile.ts';
import type { PulseFigures } from '../format/pulseData.ts';
import { builtInSurveys } from '../pulse/builtInSurveys.ts';
import { meanOf } from '../trends/meetings.ts';
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
  const rounds = log.pages
    .filter((page): page is Round => page.figures !== undefined && page.date <= end)
    .toSorted((a, b) => compare(a.date, b.date) || compare(a.path, b.path));
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
          isComparable: isComparable(page.figures, all[at - 1]?.figures),
        }))
        .slice(-mostRounds),
    }))
    .toSorted((a, b) => compare(a.name, b.name));
}

/** Whether a round asked what the one before asked; the first has none to be compared with. */
function isComparable(now: PulseFigures, before: PulseFigures | undefined): boolean {
  return (
    before === undefined ||
    (before.wording === now.wording &&
      before.scale.from === now.scale.from &&
      before.scale.to === now.scale.to &&
      before.means.length === now.means.length)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

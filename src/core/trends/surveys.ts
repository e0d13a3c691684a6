import * as l10n from '@vscode/l10n';
import type { Page } from '../format/parseFile.ts';
import { asksAlike, asksTheSame, type PulseFigures } from '../format/pulseData.ts';
import { DatedList } from './datedList.ts';
import type { Missing } from './figures.ts';
import { isPart, missingPart } from './part.ts';
import type { Scene } from './scene.ts';
import type { Timeline } from './timeline.ts';
import type { Safety, SurveyRound, SurveyTrend } from './trends.ts';
import type { Window } from './windows.ts';

const safety = 'psychological-safety';

/** So many rounds are told of, also where they were before the days that were asked for. */
const leastRounds = 8;

/** A page of a round that has figures. */
type Round = Page & Required<Pick<Page, 'figures'>>;

/** The newest round of the survey, as the mean of its items; a round with another wording is no comparison. */
export function psychologicalSafety({ log, end }: Scene): Safety | Missing {
  if (isPart(log.part)) {
    return missingPart(log.part);
  }
  const [newest, older] = roundsIn(log, { from: '', to: end })
    .slice(-2)
    .toReversed()
    .map(({ figures }) => figures);
  if (newest === undefined) {
    return { missing: l10n.t('not collected') };
  }
  return {
    value: meanOf(newest),
    max: newest.scale.to,
    n: newest.answers,
    ...(older !== undefined && asksTheSame(older, newest) ? { previous: meanOf(older) } : {}),
  };
}

/** The rounds of the survey about psychological safety in a window, the earliest first. */
export function roundsIn(log: Timeline, window: Window): readonly Round[] {
  return log.kept(roundsByDay).get(safety)?.within(window) ?? [];
}

/** The mean over all questions of a round. */
export function meanOf({ questions }: Pick<PulseFigures, 'questions'>): number {
  return questions.reduce((sum, { mean }) => sum + mean, 0) / questions.length;
}

/**
 * The rounds of every survey that was asked up to the end, by its key: those from a day on, or the newest eight where
 * these are more. Surveys are about the whole log.
 *
 * @param from ISO 8601 date
 */
export function surveys({ log, end }: Scene, from: string): readonly SurveyTrend[] | Missing {
  if (isPart(log.part)) {
    return missingPart(log.part);
  }
  return [...log.kept(roundsByDay)].flatMap(([survey, dated]): SurveyTrend[] => {
    const all = dated.within({ from: '', to: end });
    const since = all.findIndex(({ date }) => date >= from);
    const told = Math.max(leastRounds, since === -1 ? 0 : all.length - since);
    const rounds = all.map((page, at) => roundOf(page, all[at - 1]?.figures)).slice(-told);
    return rounds.length === 0 ? [] : [{ survey, rounds }];
  });
}

/** @param before what the round before came to; absent for the first */
function roundOf({ id, path, date, figures }: Round, before: PulseFigures | undefined): SurveyRound {
  const { wording, scale, answers, questions } = figures;
  const isAlike = before !== undefined && asksAlike(before, figures);
  const earlier = new Map(isAlike ? before.questions.map((question) => [question.id, question.mean]) : []);
  return {
    id,
    path,
    date,
    wording,
    scale,
    answers,
    mean: meanOf(figures),
    changed: before !== undefined && !asksTheSame(before, figures),
    questions: questions.map((question) => {
      const previous = earlier.get(question.id);
      return { ...question, ...(previous === undefined ? {} : { previous }) };
    }),
  };
}

/** By the key of the survey, in the order of the keys; those of one day by path. */
function roundsByDay({ pages }: Timeline): ReadonlyMap<string, DatedList<Round>> {
  const rounds = pages
    .filter((page): page is Round => page.figures !== undefined)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const keys = [...new Set(rounds.map(({ figures }) => figures.survey))].toSorted();
  return new Map(
    keys.map((key) => [
      key,
      new DatedList(
        rounds.filter(({ figures }) => figures.survey === key),
        ({ date }) => date,
      ),
    ]),
  );
}

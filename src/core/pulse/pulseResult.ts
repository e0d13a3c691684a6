import { type AnswerBand, bandOf } from './answerBands.ts';
import type { Survey, SurveyQuestion, SurveyScale } from './survey.ts';

/** What all answers to one question come to. */
export interface QuestionResult extends SurveyQuestion {
  /** After reversing; in steps of 0.5 below eight answers and of 0.1 from eight. */
  readonly mean: number;
  /** How many gave each point of the scale, from its lower end, after reversing; from ten answers on. */
  readonly distribution?: readonly number[];
}

/** What a round came to: all that is told and kept of it. */
export interface PulseResult {
  readonly answers: AnswerBand;
  /** In the order of the survey. */
  readonly questions: readonly QuestionResult[];
}

/** From so many answers on a mean is exact to a tenth, and it is told how often each point was given. */
const fine = 8;
const many = 10;

/**
 * Puts answers together so that nobody’s can be told. The order of the answers changes nothing.
 *
 * @param answers those of each person, one number for each question in the order of the survey
 * @returns `undefined` for fewer than five
 */
export function pulseResult(
  survey: Survey,
  answers: readonly (readonly number[])[],
): PulseResult | undefined {
  const band = bandOf(answers.length);
  return band === undefined
    ? undefined
    : {
        answers: band,
        questions: survey.questions.map((question, at) =>
          questionResult(
            question,
            survey.scale,
            answers.map((ratings) => ratings[at] ?? Number.NaN),
          ),
        ),
      };
}

function questionResult(
  question: SurveyQuestion,
  { from, to }: SurveyScale,
  ratings: readonly number[],
): QuestionResult {
  const scores = question.reversed ? ratings.map((rating) => from + to - rating) : ratings;
  const parts = scores.length < fine ? 2 : 10;
  // Whole numbers are added and divided once: so the order cannot show in the last digit.
  const sum = scores.reduce((total, score) => total + score, 0);
  // Adding nothing makes a plain zero of a negative one.
  const mean = Math.round((sum * parts) / scores.length) / parts + 0;
  const points = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return {
    ...question,
    mean,
    ...(scores.length < many
      ? {}
      : { distribution: points.map((point) => scores.filter((score) => score === point).length) }),
  };
}

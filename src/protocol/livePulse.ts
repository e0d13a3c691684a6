import { type AnswerBand, answerBands } from '../core/pulse/answerBands.ts';
import type { PulseResult } from '../core/pulse/pulseResult.ts';
import { type Survey, type SurveyScale, surveyLimits } from '../core/pulse/survey.ts';
import { isFileText, isId, isIdOrNone } from './boardValues.ts';
import { type Guard, isCount, isFlag, isNumber, listOf, oneOf, orNull, shape, text } from './guard.ts';

/** A survey as one can be chosen. */
export interface OfferedSurvey extends Pick<Survey, 'key' | 'name' | 'purpose'> {
  readonly questions: number;
}

/** A survey as it is answered: which way a question counts is not shown to those who answer it. */
export interface AskedSurvey extends Pick<Survey, 'name' | 'purpose' | 'source' | 'scale'> {
  readonly questions: readonly { readonly id: string; readonly text: string }[];
}

/** How it stands with the survey of a live room, as one person may know it. */
export interface PulseFacts {
  readonly state: 'none' | 'open' | 'closed' | 'lost';
  /** Of the round that is open or was closed; otherwise empty. */
  readonly round: string;
  /** Absent where there is none or its answers were lost. */
  readonly survey?: AskedSurvey;
  /** What the lost one is called; otherwise empty. */
  readonly lost: string;
  /** How many have answered a round that is open. */
  readonly answered: number;
  /** Whether the viewer is one of them. What they answered is sent to nobody. */
  readonly mine: boolean;
  /** What a closed round came to; `null` where there is nothing to be shown. */
  readonly result: PulseResult | null;
  /** The file that a result was written to; for whoever leads. */
  readonly path: string;
  /** What can be asked; for whoever leads. */
  readonly offered: readonly OfferedSurvey[];
}

/** Answers to all questions of a round, in the order of the survey. */
export interface PulseAnswers {
  readonly round: string;
  readonly ratings: readonly number[];
}

const isScale: Guard<SurveyScale> = shape({
  from: isNumber,
  to: isNumber,
  low: isFileText,
  high: isFileText,
});

const isAsked: Guard<AskedSurvey> = shape({
  name: isFileText,
  purpose: isFileText,
  source: isFileText,
  scale: isScale,
  questions: listOf(shape({ id: isFileText, text: isFileText }), surveyLimits.questions),
});

const isBand: Guard<AnswerBand> = oneOf(answerBands);

const isResult: Guard<PulseResult> = shape({
  answers: isBand,
  questions: listOf(
    shape(
      { id: isFileText, text: isFileText, reversed: isFlag, mean: isNumber },
      { distribution: listOf(isCount, surveyLimits.points) },
    ),
    surveyLimits.questions,
  ),
});

export const isPulseFacts: Guard<PulseFacts> = shape(
  {
    state: oneOf(['none', 'open', 'closed', 'lost']),
    round: isIdOrNone,
    lost: isFileText,
    answered: isCount,
    mine: isFlag,
    result: orNull(isResult),
    path: text(4096),
    offered: listOf(
      shape({ key: isFileText, name: isFileText, purpose: isFileText, questions: isCount }),
      500,
    ),
  },
  { survey: isAsked },
);

export const isPulseAnswers: Guard<PulseAnswers> = shape({
  round: isId,
  ratings: listOf(isNumber, surveyLimits.questions),
});

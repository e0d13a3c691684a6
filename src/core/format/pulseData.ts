import type { AuditAnswers } from '../audit/audit.ts';
import { survey as audit } from '../audit/survey.ts';
import { isKeyValues, type KeyValues } from './entryData.ts';

/** What all answers to one question of a round came to. */
export interface PulseQuestion {
  readonly id: string;
  /** The lowest answer was the best, and the mean is that of the answers turned round. */
  readonly reversed: boolean;
  /** After reversing, as it stands in the file. */
  readonly mean: number;
  /** What was asked, where the file says it. */
  readonly text?: string;
}

/** What a round of a survey came to. */
export interface PulseFigures {
  readonly survey: string;
  /** The version of its wording; empty where the file does not say. */
  readonly wording: string;
  readonly scale: { readonly from: number; readonly to: number };
  /** How many answered, as a band: `5-7`, `8-11` or `12+`. */
  readonly answers: string;
  /** In the order of the file; at least one. */
  readonly questions: readonly PulseQuestion[];
}

/** Takes the figures from the front matter of a pulse that has no problems. */
export function pulseFiguresOf(values: KeyValues): PulseFigures | undefined {
  const { survey, wording, scale, answers, questions } = values;
  if (
    typeof survey !== 'string' ||
    typeof answers !== 'string' ||
    !isKeyValues(scale) ||
    !Array.isArray(questions)
  ) {
    return undefined;
  }
  const told = questions.flatMap((question: unknown) => pulseQuestionOf(question) ?? []);
  const { from, to } = scale;
  return told.length > 0 && told.length === questions.length && isNumber(from) && isNumber(to)
    ? {
        survey,
        wording: typeof wording === 'string' ? wording : '',
        scale: { from, to },
        answers,
        questions: told,
      }
    : undefined;
}

function pulseQuestionOf(question: unknown): PulseQuestion | undefined {
  const { id, reversed, mean, text } = isKeyValues(question) ? question : {};
  return typeof id === 'string' && isNumber(mean)
    ? { id, reversed: reversed === true, mean, ...(typeof text === 'string' && text !== '' ? { text } : {}) }
    : undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/**
 * The culture audit as a team answered it, each for themselves: the means stand for the ratings that are given together
 * elsewhere. `undefined` for a round of another survey.
 */
export function auditIn({ survey, wording, scale, questions }: PulseFigures): AuditAnswers | undefined {
  if (survey !== audit.name) {
    return undefined;
  }
  // A mean is after reversing, so there is nothing to be turned round any more.
  const answers = questions.map(({ id, mean }) => ({ id, rating: mean, reversed: false }));
  const isOnce = new Set(answers.map(({ id }) => id)).size === questions.length;
  return isOnce ? { survey, wording, scale, answers } : undefined;
}

/** Whether two rounds worded their questions alike, and took answers on the same scale. */
export function asksAlike(a: PulseFigures, b: PulseFigures): boolean {
  return a.wording === b.wording && a.scale.from === b.scale.from && a.scale.to === b.scale.to;
}

/** Whether two rounds asked the same questions, in any order: what others came to is no comparison. */
export function asksTheSame(a: PulseFigures, b: PulseFigures): boolean {
  const ids = new Set(a.questions.map(({ id }) => id));
  return (
    asksAlike(a, b) && a.questions.length === b.questions.length && b.questions.every(({ id }) => ids.has(id))
  );
}

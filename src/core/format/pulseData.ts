import type { AuditAnswers } from '../audit/audit.ts';
import { survey as audit } from '../audit/survey.ts';
import { isKeyValues, type KeyValues } from './entryData.ts';

/** What a round of a survey came to. */
export interface PulseFigures {
  readonly survey: string;
  /** The version of its wording; empty where the file does not say. */
  readonly wording: string;
  readonly scale: { readonly from: number; readonly to: number };
  /** How many answered, as a band: `5-7`, `8-11` or `12+`. */
  readonly answers: string;
  /** One mean a question, after reversing. */
  readonly means: readonly number[];
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
  const means = questions.map((question: unknown) => (isKeyValues(question) ? question.mean : undefined));
  const { from, to } = scale;
  const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
  return means.length > 0 && means.every(isNumber) && isNumber(from) && isNumber(to)
    ? { survey, wording: typeof wording === 'string' ? wording : '', scale: { from, to }, answers, means }
    : undefined;
}

/**
 * The culture audit as a team answered it, each for themselves: the means stand for the ratings that are given together
 * elsewhere. `undefined` for a round of another survey.
 */
export function auditIn(
  { questions }: KeyValues,
  { survey, wording, scale }: PulseFigures,
): AuditAnswers | undefined {
  if (survey !== audit.name || !Array.isArray(questions)) {
    return undefined;
  }
  const answers = questions.flatMap((question: unknown) => {
    const { id, mean } = isKeyValues(question) ? question : {};
    // A mean is after reversing, so there is nothing to be turned round any more.
    return typeof id === 'string' && typeof mean === 'number' ? { id, rating: mean, reversed: false } : [];
  });
  const isOnce = new Set(answers.map(({ id }) => id)).size === questions.length;
  return isOnce ? { survey, wording, scale, answers } : undefined;
}

/** Whether two rounds asked the same: what others came to is no comparison. */
export function asksTheSame(a: PulseFigures, b: PulseFigures): boolean {
  return (
    a.wording === b.wording &&
    a.scale.from === b.scale.from &&
    a.scale.to === b.scale.to &&
    a.means.length === b.means.length
  );
}

import type { AuditAnswers } from '../audit/audit.ts';
import { isKeyValues, type KeyValues } from './entryData.ts';
import type { WrongFigure } from './pulseFigures.ts';

/** Takes the answers from the front matter of an audit that has no problems. */
export function auditAnswersOf(values: KeyValues): AuditAnswers | undefined {
  const { survey, wording, scale, answers } = values;
  if (
    typeof survey !== 'string' ||
    typeof wording !== 'string' ||
    !isKeyValues(scale) ||
    !Array.isArray(answers)
  ) {
    return undefined;
  }
  const taken = answers.flatMap((answer: unknown) => {
    const { id, rating, reversed } = isKeyValues(answer) ? answer : {};
    return typeof id === 'string' && typeof rating === 'number'
      ? { id, rating, reversed: reversed === true }
      : [];
  });
  const { from, to } = scale;
  return typeof from === 'number' && typeof to === 'number' && taken.length === answers.length
    ? { survey, wording, scale: { from, to }, answers: taken }
    : undefined;
}

/** Ratings that the scale of an audit does not have, and statements that are answered twice. */
export function wrongAnswers({ scale, answers }: KeyValues): WrongFigure[] {
  const { from, to } = isKeyValues(scale) ? scale : {};
  const seen = new Set<string>();
  return (Array.isArray(answers) ? answers : []).flatMap((answer: unknown, index): WrongFigure[] => {
    const { id, rating } = isKeyValues(answer) ? answer : {};
    const wrong: WrongFigure[] = [];
    if (typeof id === 'string' && seen.has(id)) {
      wrong.push({ path: ['answers', index, 'id'], expected: 'repeated' });
    }
    if (typeof id === 'string') {
      seen.add(id);
    }
    if (
      typeof rating === 'number' &&
      ((typeof from === 'number' && rating < from) || (typeof to === 'number' && rating > to))
    ) {
      wrong.push({ path: ['answers', index, 'rating'], expected: 'rating' });
    }
    return wrong;
  });
}

import { type KeyValues, isKeyValues } from './entryData.ts';
import type { ExpectedOfPage } from './pageSchema.ts';

/** A figure of a pulse that cannot be, and where it stands. */
export interface WrongFigure {
  readonly path: readonly (string | number)[];
  readonly expected: ExpectedOfPage;
}

/** The figures of a pulse that its scale or its number of answers do not allow. */
export function wrongFigures(pulse: KeyValues): WrongFigure[] {
  const { scale, questions, answers } = pulse;
  const from = isKeyValues(scale) ? scale.from : undefined;
  const to = isKeyValues(scale) ? scale.to : undefined;
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || !Array.isArray(questions)) {
    return [];
  }
  const low = from as number;
  const high = to as number;
  return questions.flatMap((question: unknown, index): WrongFigure[] => {
    const { mean, distribution } = isKeyValues(question) ? question : {};
    const wrong: WrongFigure[] = [];
    if (typeof mean === 'number' && (mean < low || mean > high)) {
      wrong.push({ path: ['questions', index, 'mean'], expected: 'mean' });
    }
    if (Array.isArray(distribution) && !isDistribution(distribution, high - low + 1, answers)) {
      wrong.push({ path: ['questions', index, 'distribution'], expected: 'distribution' });
    }
    return wrong;
  });
}

/** One number for each point of the scale, of ten answers or more, and no more than the band says. */
function isDistribution(counts: readonly unknown[], points: number, answers: unknown): boolean {
  const sum = counts.reduce<number>(
    (total, count) => total + (typeof count === 'number' ? count : Number.NaN),
    0,
  );
  const most = answers === '12+' ? Number.MAX_SAFE_INTEGER : answers === '8-11' ? 11 : 0;
  return counts.length === points && sum >= 10 && sum <= most;
}

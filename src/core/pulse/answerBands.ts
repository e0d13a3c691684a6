/** How many answered, as far as it is told and kept: fewer than five answers are nothing. */
export const answerBands = ['5-7', '8-11', '12+'] as const;

export type AnswerBand = (typeof answerBands)[number];

/** The band of a number of answers; `undefined` for fewer than five. */
export function bandOf(answers: number): AnswerBand | undefined {
  if (answers < 5) {
    return undefined;
  }
  return answers < 8 ? '5-7' : answers < 12 ? '8-11' : '12+';
}

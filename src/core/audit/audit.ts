import type { Theme } from './survey.ts';

/** What a team answered to one statement, as it was given: before reversing. */
export interface AuditAnswer {
  readonly id: string;
  readonly rating: number;
  readonly reversed: boolean;
}

/** The answers of one audit. A statement that was left open has none. */
export interface AuditAnswers {
  readonly survey: string;
  readonly wording: string;
  readonly scale: { readonly from: number; readonly to: number };
  /** In any order, each id once. */
  readonly answers: readonly AuditAnswer[];
}

/** What a team said of a theme: each as Markdown, empty where it said nothing. */
export interface ThemeTexts {
  readonly enables: string;
  readonly blocks: string;
  /** Where words and deeds differ. */
  readonly differs: string;
}

export type AuditTexts = Readonly<Record<Theme, ThemeTexts>>;

/** Nothing was said of a theme. */
export const noTexts: ThemeTexts = { enables: '', blocks: '', differs: '' };

/** Nothing was said of any theme. */
export const noAuditTexts: AuditTexts = {
  solving: noTexts,
  failing: noTexts,
  leading: noTexts,
  habits: noTexts,
};

/** What an answer comes to: on the same scale, where the highest number is the best. */
export function scoreOf({ rating, reversed }: AuditAnswer, { scale }: Pick<AuditAnswers, 'scale'>): number {
  return reversed ? scale.from + scale.to - rating : rating;
}

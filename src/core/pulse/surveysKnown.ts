import { builtInSurveys } from './builtInSurveys.ts';
import type { Survey } from './survey.ts';

/** Every survey that can be asked: the team’s own, and the built-in ones whose place none of them takes. */
export function surveysKnown(own: readonly Survey[]): readonly Survey[] {
  return [...own, ...builtInSurveys().filter(({ key }) => own.every((each) => each.key !== key))];
}

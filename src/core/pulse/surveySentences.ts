import * as l10n from '@vscode/l10n';
import { surveyLimits } from './survey.ts';
import type { ExpectedOfSurvey } from './surveySchema.ts';

/** What is wrong with a value of a survey, and how it is written. */
export function surveySentence(expected: ExpectedOfSurvey, key: string): string {
  switch (expected) {
    case 'text':
      return l10n.t('“{0}” must be text, and not empty. Write it as in {0}: "…".', key);
    case 'line':
      return l10n.t('“{0}” is too long to be shown. Keep it to a few words or a sentence.', key);
    case 'questions':
      return l10n.t(
        'A survey has one to {0} questions. Write “questions:”, and below it lines such as “  - {id: pace, text: I could go on at this pace.}”.',
        surveyLimits.questions,
      );
    case 'question':
      return l10n.t(
        'A question is keys and values, as in “- {id: pace, text: I could go on at this pace.}”.',
      );
    case 'reversed':
      return l10n.t('“reversed” must be true or false, without quotes.');
    case 'repeated':
      return l10n.t('Two questions have the same id. Give each its own: answers are kept by it.');
    case 'scale':
      return l10n.t(
        'A scale has two whole numbers, the lower one first, and at most {0} points, as in {from: 1, to: 5, low: never, high: always}.',
        surveyLimits.points,
      );
  }
}

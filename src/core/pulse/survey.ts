/** A statement of which each person says how far they agree. */
export interface SurveyQuestion {
  readonly id: string;
  readonly text: string;
  /** The lowest answer is the best. */
  readonly reversed: boolean;
}

/** What a survey is answered on: every whole number from one end to the other. */
export interface SurveyScale {
  readonly from: number;
  readonly to: number;
  /** What the ends mean; empty where they say it themselves. */
  readonly low: string;
  readonly high: string;
}

/** The questions of a pulse, which each person answers for themselves. */
export interface Survey {
  /** What the file of a round calls it, and its own file: `team-health`. */
  readonly key: string;
  readonly name: string;
  /** One sentence; empty where there is none. */
  readonly purpose: string;
  /** The version of its wording: rounds of other wordings are not compared. */
  readonly wording: string;
  /** Where its statements come from; empty where that is not said. */
  readonly source: string;
  readonly scale: SurveyScale;
  /** From 1 to `surveyLimits.questions`, each id once. */
  readonly questions: readonly SurveyQuestion[];
}

/** How long a survey can be, and how many points its scale can have. */
export const surveyLimits = { questions: 50, points: 11 } as const;

/** What a survey has where its file does not say. */
export const surveyDefaults = {
  purpose: '',
  wording: '1',
  source: '',
  scale: { from: 1, to: 5, low: '', high: '' },
} as const satisfies Omit<Survey, 'key' | 'name' | 'questions'>;

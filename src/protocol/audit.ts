import { type AuditAnswers, type AuditTexts, noAuditTexts } from '../core/audit/audit.ts';
import { statements, survey, themes } from '../core/audit/survey.ts';
import { type Guard, isCount, isFlag, isNothing, isNumber, listOf, orNull, shape, text } from './guard.ts';

/** What a team has answered so far. It outlives the page and the window until it is saved or thrown away. */
export interface AuditSheet {
  /** Grows with every change: the sheet with the higher one is the newer. */
  readonly revision: number;
  /** The theme that is open, from 0; after the last of them, the result. */
  readonly step: number;
  /** By the ids of the statements. One that was left open has none. */
  readonly ratings: Readonly<Record<string, number | undefined>>;
  readonly texts: AuditTexts;
  /** The file that it was saved in; empty as long as it was not. */
  readonly saved: string;
}

/** An audit of before, to compare with. */
export interface EarlierAudit {
  /** ISO 8601 date. */
  readonly date: string;
  readonly path: string;
  readonly audit: AuditAnswers;
}

/** What the panel knows. */
export interface AuditState {
  /** The root of the log that the audit is for; empty where there is none any more. */
  readonly log: string;
  /** What that log is called, where there are several. */
  readonly name: string;
  readonly sheet: AuditSheet;
  /** The last audit before this one. */
  readonly before: EarlierAudit | null;
}

/** The step behind the last theme. */
export const resultStep = themes.length;

const longestText = 20_000;
const isText = text(longestText);

const isThemeTexts = shape({ enables: isText, blocks: isText, differs: isText });

const isRating: Guard<number> = (value): value is number =>
  isCount(value) && value >= survey.scale.from && value <= survey.scale.to;

export const isAuditSheet: Guard<AuditSheet> = shape({
  revision: isCount,
  step: (value: unknown): value is number => isCount(value) && value <= resultStep,
  ratings: shape({}, Object.fromEntries(statements.map(({ id }) => [id, isRating]))),
  texts: shape({ solving: isThemeTexts, failing: isThemeTexts, leading: isThemeTexts, habits: isThemeTexts }),
  saved: text(1000),
});

const isAnswers: Guard<AuditAnswers> = shape({
  survey: text(1000),
  wording: text(1000),
  scale: shape({ from: isNumber, to: isNumber }),
  answers: listOf(shape({ id: text(1000), rating: isNumber, reversed: isFlag }), 1000),
});

export const isAuditState: Guard<AuditState> = shape({
  log: text(1000),
  name: text(1000),
  sheet: isAuditSheet,
  before: orNull(shape({ date: text(10), path: text(1000), audit: isAnswers })),
});

/** What the page keeps with the editor: which log, and what was answered. */
export const isKeptAudit = shape({ log: text(1000), sheet: isAuditSheet });

/** What the extension serves to the audit’s page. */
export const auditHost = {
  /** The page is there, with what an earlier one kept: what it shows. */
  open: { input: orNull(isKeptAudit), output: isAuditState },
  /** Something was answered. */
  keep: { input: isAuditSheet },
  /** Writes the file and opens it; answers with its path. */
  save: { input: isAuditSheet, output: text(1000) },
  /** Asks whether to throw away what was answered; answers whether to. */
  confirmThrowAway: { input: isNothing, output: isFlag },
  /** Opens a file of an audit. */
  openFile: { input: text(1000) },
  /** Goes on to plan what the team wants to get better at. */
  plan: { input: isNothing },
} as const;

/** What the audit’s page serves to the extension. */
export const auditView = {
  /** The log has changed. */
  show: { input: isAuditState },
} as const;

/** Nothing was answered. */
export function emptySheet(revision: number): AuditSheet {
  return { revision, step: 0, ratings: {}, texts: noAuditTexts, saved: '' };
}

/** The newer of two sheets; the first where they are as new. */
export function newerSheet(one: AuditSheet, other: AuditSheet): AuditSheet {
  return other.revision > one.revision ? other : one;
}

/** Whether a team has answered or said anything yet. */
export function isBlank({ ratings, texts }: AuditSheet): boolean {
  return (
    Object.values(ratings).every((rating) => rating === undefined) &&
    Object.values(texts).every((said) =>
      [said.enables, said.blocks, said.differs].every((one) => !one.trim()),
    )
  );
}

/** The answers on a sheet, in the order of the survey. */
export function answersOn({ ratings }: AuditSheet): AuditAnswers {
  const { name, wording, scale } = survey;
  const answers = statements.flatMap(({ id, reversed }) => {
    const rating = ratings[id];
    return rating === undefined ? [] : { id, rating, reversed };
  });
  return { survey: name, wording, scale, answers };
}

import * as l10n from '@vscode/l10n';
import { displayText } from '../entries/displayText.ts';
import type { Survey } from '../pulse/survey.ts';
import { bucketName } from './bucketName.ts';
import { decimal } from './figureWords.ts';
import type { SurveyRound, SurveyTrend } from './trends.ts';

/** A round of a survey as people read it. */
export interface ShownRound {
  /** Its day. */
  readonly title: string;
  /** The mean, how many answered, and whether it asked something else than the round before. */
  readonly words: string;
}

/** A statement of the newest round as people read it. */
export interface ShownStatement {
  readonly text: string;
  readonly now: string;
  /** Empty where the round before did not ask it, or not so. */
  readonly before: string;
  /** One for each round; null where it was not asked, or in other words or on another scale than now. */
  readonly means: readonly (number | null)[];
  /** Its rounds one by one. */
  readonly words: string;
}

/** A survey as people read it. */
export interface ShownSurvey {
  readonly key: string;
  readonly name: string;
  /** What the newest round found, as a sentence without its full stop. */
  readonly finding: string;
  /** What the numbers mean. */
  readonly scale: string;
  /** Whether any of the rounds cannot be compared with the one before; empty where all can. */
  readonly change: string;
  /** The earliest first, at least one. */
  readonly rounds: readonly ShownRound[];
  readonly statements: readonly ShownStatement[];
}

/**
 * Surveys in words, in the order of their names. One place says them for all surfaces.
 *
 * @param known those whose names and statements can be told
 */
export function shownSurveys(
  trends: readonly SurveyTrend[],
  known: readonly Survey[],
): readonly ShownSurvey[] {
  return trends.flatMap((trend) => shownSurvey(trend, known)).toSorted(byName);
}

function shownSurvey({ survey, rounds }: SurveyTrend, known: readonly Survey[]): ShownSurvey[] {
  const newest = rounds.at(-1);
  if (newest === undefined) {
    return [];
  }
  const of = known.find(({ key }) => key === survey);
  const name = displayText(of?.name ?? survey);
  // What was asked in other words is not said in those of now.
  const asked = of !== undefined && isAlike(of, newest) ? of : undefined;
  return [
    {
      key: survey,
      name,
      finding: findingOf(name, newest, rounds.at(-2)),
      scale: scaleWords(newest.scale, asked?.scale),
      change: rounds.some(({ changed }) => changed)
        ? l10n.t('Where the line is broken, the survey asked something else than before.')
        : '',
      rounds: rounds.map((round) => ({ title: roundTitle(round), words: roundWords(round) })),
      statements: newest.questions.map(({ id, reversed, mean, text, previous }) => {
        const means = rounds.map((round) => (isAlike(round, newest) ? meanIn(round, id) : null));
        const words = displayText(
          text ?? asked?.questions.find((question) => question.id === id)?.text ?? id,
          250,
        );
        return {
          text: reversed ? l10n.t('{0} (turned round)', words) : words,
          now: String(mean),
          before: previous === undefined ? '' : String(previous),
          means,
          words: rounds
            .flatMap((round, at) => {
              const value = means[at] ?? null;
              return value === null ? [] : [l10n.t('{0}: {1}', roundTitle(round), value)];
            })
            .join('; '),
        };
      }),
    },
  ];
}

function meanIn({ questions }: SurveyRound, id: string): number | null {
  return questions.find((question) => question.id === id)?.mean ?? null;
}

type Asked = Pick<SurveyRound, 'wording' | 'scale'>;

function isAlike(a: Asked, b: Asked): boolean {
  return a.wording === b.wording && a.scale.from === b.scale.from && a.scale.to === b.scale.to;
}

/** The day of a round. */
export function roundTitle({ date }: Pick<SurveyRound, 'date'>): string {
  return l10n.t('{0} {1}', bucketName(date, 'week'), date.slice(0, 4));
}

/** The mean of a round, and that it cannot be compared with the one before. */
export function meanWords({ mean, scale, changed }: Pick<SurveyRound, 'mean' | 'scale' | 'changed'>): string {
  return changed
    ? l10n.t('{0} of {1}, asked otherwise than before', decimal(mean), scale.to)
    : l10n.t('{0} of {1}', decimal(mean), scale.to);
}

function roundWords(round: SurveyRound): string {
  return l10n.t('{0}; answers: {1}', meanWords(round), round.answers);
}

function findingOf(name: string, newest: SurveyRound, before: SurveyRound | undefined): string {
  const finding = l10n.t('{0} came to {1} of {2}', name, decimal(newest.mean), newest.scale.to);
  return before === undefined
    ? finding
    : newest.changed
      ? l10n.t('{0}; the round before asked something else', finding)
      : l10n.t('{0}; {1} the round before', finding, decimal(before.mean));
}

function scaleWords({ from, to }: Survey['scale'] | SurveyRound['scale'], words?: Survey['scale']): string {
  const best = l10n.t('{0} is the best, whichever way a statement is put.', to);
  return words === undefined || words.low === '' || words.high === ''
    ? l10n.t('From {0} to {1}. {2}', from, to, best)
    : l10n.t(
        'From {0} ({1}) to {2} ({3}). {4}',
        from,
        displayText(words.low),
        to,
        displayText(words.high),
        best,
      );
}

function byName(a: ShownSurvey, b: ShownSurvey): number {
  return a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
}

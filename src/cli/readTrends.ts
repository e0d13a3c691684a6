import * as l10n from '@vscode/l10n';
import { addDays } from '../core/dates.ts';
import { type BucketLength, bucketLengths } from '../core/trends/buckets.ts';
import { historyNeed } from '../core/trends/historyNeed.ts';
import { historyAnswerOf } from '../core/trends/missingHistory.ts';
import type { Part } from '../core/trends/part.ts';
import type { Trends } from '../core/trends/trends.ts';
import { trendsOf } from '../core/trends/trendsOf.ts';
import { daysUpTo, type Window } from '../core/trends/windows.ts';
import { systemClock } from '../node/systemClock.ts';
import { loadLog } from './loadLog.ts';
import { dateOf, type OptionValues, valueOf } from './optionValues.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';
import type { Workplace } from './workplace.ts';

/** The span, and the part of the log, that is asked for; what is absent has its default, which the team's time zone decides. */
export interface Span {
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly every: BucketLength;
  readonly part: Part;
}

const twentySixWeeks = 182;
/** More buckets are no help to anybody, and would take for ever. */
const longestSpan = 20_000;

/** @throws UsageError where it cannot be meant */
export function spanOf(values: OptionValues): Span {
  const [since, until] = [dateOf(values, 'since'), dateOf(values, 'until')];
  const given = valueOf(values, 'every') ?? 'week';
  const every = bucketLengths.find((length) => length === given);
  if (every === undefined) {
    throw new UsageError(
      l10n.t('--{0} “{1}” is not known. There are: {2}.', 'every', given, bucketLengths.join(', ')),
    );
  }
  const [area, tag] = [valueOf(values, 'area'), valueOf(values, 'tag')];
  const part = { ...(area === undefined ? {} : { area }), ...(tag === undefined ? {} : { tag }) };
  return { since, until, every, part };
}

/**
 * Reads a log and its history and makes the figures.
 *
 * @throws UsageError for a span that ends before it begins; RetroError as `loadLog` says
 */
export async function readTrends(place: Workplace, span: Span, terminal: Terminal): Promise<Trends> {
  await loadLog(place, terminal);
  const { entries, pages, problems, team } = place.log;
  const window = windowOf(span, systemClock.today(team.timezone));
  const need = historyNeed(place.log, { from: window.to, to: window.to });
  const history = historyAnswerOf(await place.history.facts(team, need));
  const { every, part } = span;
  return trendsOf({ entries, pages, problems, history, window, every, part, team });
}

/**
 * The days from one to another.
 *
 * @param usual how many there are where only their end is known
 * @throws UsageError where there are none, or too many
 */
export function windowOf(
  { since, until }: Pick<Span, 'since' | 'until'>,
  today: string,
  usual: number = twentySixWeeks,
): Window {
  const to = until ?? today;
  const from = since ?? daysUpTo(to, usual).from;
  if (from > to) {
    throw new UsageError(l10n.t('There are no days to count from {0} to {1}.', from, to));
  }
  if (addDays(from, longestSpan) < to) {
    throw new UsageError(
      l10n.t('There are too many days from {0} to {1}: at most {2} are counted.', from, to, longestSpan),
    );
  }
  return { from, to };
}

import * as l10n from '@vscode/l10n';
import { isCalendarDate } from '../core/format/calendarDate.ts';
import { UsageError } from './usageError.ts';

/** The options that were given, with their values in the order they came in; one without a value has none. */
export type OptionValues = ReadonlyMap<string, readonly string[]>;

/** Every value of an option that can be given more than once, without doubles. */
export function allOf(values: OptionValues, option: string): readonly string[] {
  return [...new Set(values.get(option) ?? [])].map((value) => {
    if (value.trim() === '') {
      throw new UsageError(l10n.t('--{0} needs a value that is not empty.', option));
    }
    return value;
  });
}

/** The last value of an option. */
export function valueOf(values: OptionValues, option: string): string | undefined {
  return values.get(option)?.at(-1);
}

/**
 * A date.
 *
 * @throws UsageError where it is none
 */
export function dateOf(values: OptionValues, option: string): string | undefined {
  const date = valueOf(values, option);
  if (date !== undefined && !isCalendarDate(date)) {
    throw new UsageError(
      l10n.t('--{0} “{1}” is not a day of the calendar. Write it as in 2026-11-23.', option, date),
    );
  }
  return date;
}

/**
 * How many of something, at least one.
 *
 * @throws UsageError where it is no such number
 */
export function countOf(values: OptionValues, option: string): number | undefined {
  const count = valueOf(values, option);
  if (count !== undefined && !/^[1-9]\d{0,8}$/.test(count)) {
    throw new UsageError(l10n.t('--{0} “{1}” is not a whole number from 1.', option, count));
  }
  return count === undefined ? undefined : Number(count);
}

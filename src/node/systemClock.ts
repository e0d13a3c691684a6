import * as l10n from '@vscode/l10n';
import type { Clock } from '../core/ports/clock.ts';
import { RetroError } from '../core/retroError.ts';

/** The clock of this machine. Its `today` throws `bad-input` for a time zone that the system does not know. */
export const systemClock: Clock = {
  now: () => Date.now(),
  today: (timeZone) => dayIn(Date.now(), timeZone),
};

/**
 * The day that a moment belongs to, as an ISO 8601 date.
 *
 * @param time milliseconds since 1970-01-01T00:00:00Z
 * @param timeZone an IANA name; without it, the zone of the machine
 * @throws RetroError `bad-input`
 */
export function dayIn(time: number, timeZone?: string): string {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(time)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

function formatFor(timeZone: string | undefined): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      ...(timeZone === undefined ? {} : { timeZone }),
    });
  } catch (error) {
    if (error instanceof RangeError) {
      throw new RetroError(
        'bad-input',
        l10n.t('“{0}” is not a known time zone. Write one like “Europe/London” or “UTC”.', timeZone ?? ''),
        { cause: error },
      );
    }
    throw error;
  }
}

import { addDays } from '../../../src/core/dates.ts';
import type { Entry } from '../../../src/core/entries/entry.ts';
import type { Report } from '../../../src/core/report/report.ts';
import type { ThingState } from '../../../src/core/plan/planState.ts';
import { type ReportedLog, reportOf } from '../../../src/core/report/reportOf.ts';
import { type LogFacts, Timeline } from '../../../src/core/trends/timeline.ts';
import { daysUpTo } from '../../../src/core/trends/windows.ts';
import { entryOf } from '../../support/entryOf.ts';

/** A Sunday. */
export const end = '2026-06-28';
export const window = daysUpTo(end, 91);

export function ago(days: number): string {
  return addDays(end, -days);
}

let count = 0;

/** An entry with an id of its own. */
export function made(kind: string, days: number, some: Partial<Entry> = {}): Entry {
  count += 1;
  const id = `entry${count}`;
  return entryOf({ id, kind, date: ago(days), testable: kind === 'experiment', ...some });
}

export function concluded(days: number, some: Partial<Entry> = {}): Entry {
  const [started, ended] = [ago(days + 10), ago(days)];
  return made('experiment', days + 10, {
    ...{ status: 'concluded', started, concluded: ended, outcome: 'validated' },
    ...some,
  });
}

export function logOf(
  entries: readonly Entry[],
  some: Partial<LogFacts> = {},
  {
    name = 'Shop',
    bodies = {},
    plan = [],
  }: {
    readonly name?: string;
    readonly bodies?: Readonly<Record<string, string>>;
    readonly plan?: readonly ThingState[];
  } = {},
): ReportedLog {
  const history = { state: 'notCollected' } as const;
  const log = new Timeline({ entries, pages: [], problems: [], history, ...some });
  return { name, log, bodyOf: (path) => bodies[path], plan };
}

export function report(...logs: readonly ReportedLog[]): Report {
  return reportOf(logs, window);
}

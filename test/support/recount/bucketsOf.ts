import { later, type Span } from './days.ts';
import { isClosed } from './given.ts';
import { type PlainPage, text } from './readPages.ts';

const kinds = ['win', 'failure', 'learning', 'experiment', 'action', 'kudos', 'blocker'];

/** Counts day by day: each day is in the bucket of the last Monday, or of the last first of a month or quarter. */
export function bucketsOf(
  entries: readonly PlainPage[],
  { from, to }: Span,
  every: string,
): readonly unknown[] {
  const daysOf = new Map<string, string[]>();
  for (let day = from; day <= to; day = later(day, 1)) {
    let start = day;
    while (!begins(start, every)) {
      start = later(start, -1);
    }
    daysOf.set(start, [...(daysOf.get(start) ?? []), day]);
  }
  return [...daysOf].map(([start, days]) => {
    const count = (kind: string, key: string, fits: (entry: PlainPage) => boolean = () => true): number =>
      entries.filter(
        (entry) => text(entry, 'kind') === kind && days.includes(text(entry, key) ?? '') && fits(entry),
      ).length;
    return {
      start,
      entries: Object.fromEntries(kinds.map((kind) => [kind, count(kind, 'date')])),
      experiments: {
        started: count('experiment', 'started'),
        concluded: count('experiment', 'concluded', (entry) => text(entry, 'outcome') !== undefined),
      },
      actions: { opened: count('action', 'date'), closed: count('action', 'closed', isClosed) },
    };
  });
}

function begins(day: string, every: string): boolean {
  if (every === 'week') {
    return new Date(day).getUTCDay() === 1;
  }
  return day.endsWith('-01') && (every === 'month' || ['01', '04', '07', '10'].includes(day.slice(5, 7)));
}

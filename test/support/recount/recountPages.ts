import { between, isIn, nowAndBefore } from './days.ts';
import type { Given } from './given.ts';
import { type PlainPage, text } from './readPages.ts';

/** The indicators that rest on meetings and surveys. */
export function recountPages({ end, meetings, pulses }: Given): Readonly<Record<string, unknown>> {
  const [halfYear] = nowAndBefore(end, 182);
  const days = meetings
    .map((page) => text(page, 'date') ?? '')
    .filter((day) => isIn(day, halfYear))
    .sort();
  return {
    cadence: {
      meetings: days.length,
      daysBetween: days.slice(1).map((day, at) => between(days[at] ?? '', day)),
    },
    psychologicalSafety: safety(pulses.filter((page) => (text(page, 'date') ?? '') <= end)),
  };
}

function safety(pulses: readonly PlainPage[]): unknown {
  const rounds = pulses
    .filter((page) => text(page, 'survey') === 'psychological-safety')
    .sort((a, b) => ((text(a, 'date') ?? '') < (text(b, 'date') ?? '') ? 1 : -1));
  const [newest, older] = rounds;
  if (newest === undefined) {
    return { missing: 'not collected' };
  }
  const comparable =
    older !== undefined &&
    ['wording', 'scale'].every((key) => JSON.stringify(older.keys[key]) === JSON.stringify(newest.keys[key]));
  return {
    value: meanOf(newest),
    max: Number((newest.keys['scale'] as { to: string }).to),
    n: text(newest, 'answers'),
    ...(comparable && { previous: meanOf(older) }),
  };
}

function meanOf({ keys }: PlainPage): number {
  const means = (keys['questions'] as readonly { mean: string }[]).map(({ mean }) => Number(mean));
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}

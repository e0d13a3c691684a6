import type { SeededRandom } from '../../support/seededRandom.ts';
import type { FileEdit } from '../fileEdits.ts';
import type { Person } from '../people.ts';
import type { Change } from '../story.ts';

/** Everyday work on one thing, spread evenly over some weeks. */
export interface Series {
  readonly by: readonly Person[];
  readonly weeks: readonly [first: number, last: number];
  readonly steps: readonly (readonly [subject: string, ...edits: FileEdit[]])[];
}

/** The commits of a series. About half of them came through a pull request. */
export function changesOf(series: Series, random: SeededRandom): Change[] {
  const [first, last] = series.weeks;
  const days = (last - first + 1) * 5;
  return series.steps.map(([subject, ...edits], i) => {
    const room = days / series.steps.length;
    const day = Math.floor(i * room + random.next() * room * 0.9);
    const week = first + Math.floor(day / 5);
    return {
      at: `${week}.${1 + (day % 5)}`,
      by: random.pick(series.by.filter(({ since }) => since <= week)),
      subject,
      edits,
      pulled: random.chance(0.5),
    };
  });
}

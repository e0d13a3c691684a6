import { displayText } from '../../core/entries/displayText.ts';
import { datedIn } from '../../core/trends/scene.ts';
import type { Timeline } from '../../core/trends/timeline.ts';
import type { Trends } from '../../core/trends/trends.ts';
import type { TrendsState } from '../../protocol/trends.ts';
import { dayName } from '../log/logDates.ts';

const mostThanks = 24;
const mostPeople = 12;

/** The thanks of the period for the kudos board, the newest first. */
export function thanksViews(log: Timeline, { from, to }: Trends): Pick<TrendsState, 'thanks' | 'moreThanks'> {
  const all = datedIn({ log, end: to }, 'kudos', { from, to }).toReversed();
  return {
    thanks: all.slice(0, mostThanks).map(({ path, title, people, date }) => ({
      path,
      title: displayText(title),
      people: people.slice(0, mostPeople).map((name) => displayText(name, 100)),
      day: dayName(date, to),
    })),
    moreThanks: Math.max(0, all.length - mostThanks),
  };
}

import { displayText } from '../entries/displayText.ts';
import type { Entry } from '../entries/entry.ts';
import type { ThingState } from '../plan/planState.ts';
import { dayOfEnd, hasEnded } from '../work/endedWork.ts';
import { linkTo, listedAs } from './listed.ts';
import { plainWords } from '../markdown/plainWords.ts';
import type { Listed, Planned } from './report.ts';

/**
 * What the team means to get better at, in the order of its plan, and how far what carries each had come on the last
 * day. What was begun later is left out; the page itself is that of today.
 */
export function plannedAt(plan: readonly ThingState[], end: string): Listed<Planned> {
  return listedAs(plan, ({ thing, carriers }) => ({
    title: displayText(thing.title),
    why: plainWords(thing.why),
    carriers: carriers.filter(({ date }) => date <= end).map((entry) => carrierAt(entry, end)),
  }));
}

function carrierAt(entry: Entry, end: string): Planned['carriers'][number] {
  const day = dayOfEnd(entry);
  return hasEnded(entry) && day <= end
    ? { entry: linkTo(entry), ended: { on: day, as: entry.outcome ?? entry.status ?? '' } }
    : { entry: linkTo(entry) };
}

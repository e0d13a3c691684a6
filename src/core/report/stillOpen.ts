import { daysBetween } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import { isOpenOn } from '../trends/actions.ts';
import { idKey } from '../trends/idKey.ts';
import type { Scene } from '../trends/scene.ts';
import { byKind } from '../trends/timeline.ts';
import type { ExperimentFlow } from '../trends/trends.ts';
import { entriesById } from './linkedEntries.ts';
import { linkTo, listedAs } from './listed.ts';
import type { Listed, StillOpen } from './report.ts';

/** The experiments that run at the end, the oldest first: those that the figure about them counts. */
export function runningAt({ log, end }: Scene, { running }: ExperimentFlow): Listed<StillOpen> {
  const byId = log.kept(entriesById);
  const found = running.flatMap(({ id, days }) => {
    const entry = byId.get(idKey(id));
    return entry === undefined ? [] : [{ entry, days }];
  });
  return listedAs(found, ({ entry, days }) => stillOpen(entry, days, entry.timebox, end));
}

/** The actions that were open at the end, the oldest first. */
export function actionsAt(scene: Scene): Listed<StillOpen> {
  return openAt(scene, 'action', (action) => isOpenOn(action, scene.end));
}

/** The same of blockers. One that was cleared on a day that nobody noted is not one of them. */
export function blockersAt(scene: Scene): Listed<StillOpen> {
  return openAt(
    scene,
    'blocker',
    ({ status, closed }) => status === 'open' || (closed !== undefined && closed > scene.end),
  );
}

function openAt(
  { log, end }: Scene,
  kind: 'action' | 'blocker',
  isOpen: (entry: Entry) => boolean,
): Listed<StillOpen> {
  const begun = log.kept(byKind).get(kind)?.within({ from: '', to: end }) ?? [];
  return listedAs(begun.filter(isOpen), (entry) =>
    stillOpen(entry, daysBetween(entry.date, end), entry.due, end),
  );
}

function stillOpen(entry: Entry, age: number, until: string | undefined, end: string): StillOpen {
  return { entry: linkTo(entry), age, ...(until === undefined ? {} : { left: daysBetween(end, until) }) };
}

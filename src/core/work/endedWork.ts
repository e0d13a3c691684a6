import type { Entry } from '../entries/entry.ts';
import { compareEntries } from '../log/entryOrder.ts';

/** What a team has brought to an end, what ended last first; what names no day of its end stands by its own date. */
export interface EndedWork {
  /** Concluded experiments. */
  readonly concluded: readonly Entry[];
  /** Actions that were done or dropped, and blockers that were cleared. */
  readonly closed: readonly Entry[];
}

const ended: Readonly<Record<string, keyof EndedWork | undefined>> = {
  'experiment concluded': 'concluded',
  'action done': 'closed',
  'action dropped': 'closed',
  'blocker cleared': 'closed',
};

/** Everything that has ended. A state of a newer version is in neither list. */
export function endedWork(entries: readonly Entry[]): EndedWork {
  const those = (name: keyof EndedWork) =>
    entries.filter((entry) => ended[`${entry.kind} ${entry.status}`] === name).toSorted(compareEnds);
  return { concluded: those('concluded'), closed: those('closed') };
}

/** Whether an experiment was concluded, an action done or dropped, a blocker cleared. */
export function hasEnded({ kind, status }: Entry): boolean {
  return ended[`${kind} ${status}`] !== undefined;
}

/** The day on which something ended, or that of its entry where it names none. ISO 8601. */
export function dayOfEnd(entry: Entry): string {
  return entry.concluded ?? entry.closed ?? entry.date;
}

function compareEnds(a: Entry, b: Entry): number {
  const [first, second] = [dayOfEnd(a), dayOfEnd(b)];
  return first === second ? compareEntries(a, b) : first < second ? 1 : -1;
}

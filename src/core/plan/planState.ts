import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import { hasEnded } from '../work/endedWork.ts';
import type { PlannedThing } from './readPlan.ts';

/** How many things a team has in hand at most, so that it gets somewhere with each. */
export const mostThings = 3;

/** A thing of the plan and what carries it, as the log says now. */
export interface ThingState {
  readonly thing: PlannedThing;
  /** The experiments and actions that it links to, in the order of the page. */
  readonly carriers: readonly Entry[];
  /** How many of them have ended. */
  readonly ended: number;
}

/**
 * Where the team stands with each thing of its plan. The page itself never says it.
 *
 * @param entryAt the entry in a file, if it holds one
 */
export function planState(
  things: readonly PlannedThing[],
  entryAt: (path: string) => Entry | undefined,
): readonly ThingState[] {
  return things.map((thing) => {
    const carriers = thing.paths
      .flatMap((path) => entryAt(path) ?? [])
      .filter(({ kind }) => kind === 'experiment' || kind === 'action');
    return { thing, carriers, ended: carriers.filter(hasEnded).length };
  });
}

/** Whether a thing is still in hand: nothing carries it yet, or something that does has not ended. */
export function isInHand({ carriers, ended }: ThingState): boolean {
  return carriers.length === 0 || ended < carriers.length;
}

/** Where the team stands with a thing, in a few words. */
export function thingWords({ carriers, ended }: ThingState): string {
  if (carriers.length === 0) {
    return l10n.t('nothing tried yet');
  }
  return ended === carriers.length
    ? l10n.t('all {0} ended', ended)
    : l10n.t('{0} of {1} ended', ended, carriers.length);
}

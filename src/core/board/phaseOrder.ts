import type { Phase } from '../templates/template.ts';
import type { PhaseView } from './boardView.ts';

/** The next phase that is not passed over; `undefined` behind the last one. */
export function phaseAfter(phases: readonly PhaseView[], phase: Phase): Phase | undefined {
  return nextIn(phases, phase);
}

/** The phase before that is not passed over; `undefined` before the first one. */
export function phaseBefore(phases: readonly PhaseView[], phase: Phase): Phase | undefined {
  return nextIn(phases.toReversed(), phase);
}

function nextIn(phases: readonly PhaseView[], phase: Phase): Phase | undefined {
  const at = phases.findIndex((each) => each.phase === phase);
  return phases.slice(at + 1).find(({ skipped }) => !skipped)?.phase;
}

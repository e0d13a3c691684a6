import { type OpenLoop, openLoops } from '../../core/loops/openLoops.ts';
import { Timeline } from '../../core/trends/timeline.ts';
import type { Session } from '../session.ts';

/** The open loops of a log today. No history is needed for them. */
export function findLoops({ log, clock }: Session): readonly OpenLoop[] {
  const { entries, pages, problems, team } = log;
  const timeline = new Timeline({ entries, pages, problems, team, history: { state: 'notCollected' } });
  return openLoops({ log: timeline, end: clock.today() });
}

import { openLoops } from '../loops/openLoops.ts';
import type { Scene } from '../trends/scene.ts';
import { linkTo, listedAs } from './listed.ts';
import type { Listed, UnclosedLoop } from './report.ts';

/** Failures and learnings that nothing had come of on the last day, the newest first. */
export function unclosedLoops(scene: Scene): Listed<UnclosedLoop> {
  return listedAs(openLoops(scene), ({ entry, gap, settled }) => ({
    entry: linkTo(entry),
    gap,
    settled: settled.map(linkTo),
  }));
}

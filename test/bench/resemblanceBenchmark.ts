import { monitorEventLoopDelay } from 'node:perf_hooks';
import { toldFailures } from '../support/toldFailures.ts';
import { percentile, report, time } from './claim.ts';
import { openCorpus, withCorpus } from './corpusFolder.ts';

const typed = toldFailures().again.slice(0, 10);

await withCorpus(10_000, async (root) => {
  const log = openCorpus(root);
  await log.load();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await log.resembling({ text: 'warm', tags: [], places: [] });
  delay.disable();
  const times: number[] = [];
  for (const { text, tags, places } of typed) {
    for (let length = 1; length <= text.length; length += 1) {
      const told = { text: text.slice(0, length), tags, places };
      times.push(await time(async () => void (await log.resembling(told))));
    }
  }
  report([
    {
      what: `one key of a failure told again, among 10,000 entries, 95th percentile of ${times.length}`,
      measured: percentile(times, 0.95),
      most: 30,
      unit: 'ms',
    },
    {
      what: 'longest time that making the index of failures held the thread',
      measured: delay.max / 1e6,
      most: 50,
      unit: 'ms',
    },
  ]);
});

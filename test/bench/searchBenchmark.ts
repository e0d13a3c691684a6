import { monitorEventLoopDelay } from 'node:perf_hooks';
import { percentile, report, time } from './claim.ts';
import { openCorpus, withCorpus } from './corpusFolder.ts';

const typed = [
  'cache expired at once',
  'deploy pipeline slow',
  'flaky checkout test',
  'learned about retries',
  'thanks for the help',
];

await withCorpus(10_000, async (root) => {
  const log = openCorpus(root);
  await log.load();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await log.search('warm');
  delay.disable();
  const times: number[] = [];
  for (const words of typed) {
    for (let length = 1; length <= words.length; length += 1) {
      times.push(await time(async () => void (await log.search(words.slice(0, length)))));
    }
  }
  report([
    {
      what: `one key of a search over 10,000 entries, 95th percentile of ${times.length}`,
      measured: percentile(times, 0.95),
      most: 20,
      unit: 'ms',
    },
    {
      what: 'longest time that making the full-text index held the thread',
      measured: delay.max / 1e6,
      most: 50,
      unit: 'ms',
    },
  ]);
});

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { time } from './claim.ts';

/** How long the disk of a folder takes meanwhile to make a few bytes safe. */
export function diskTimes(folder: string): { end(): Promise<readonly number[]> } {
  const times: number[] = [];
  const meanwhile = { goesOn: true };
  const work = (async () => {
    const file = await open(join(folder, 'synced'), 'w');
    while (meanwhile.goesOn) {
      await file.write('x'.repeat(200));
      times.push(await time(() => file.sync()));
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    await file.close();
  })();
  return {
    end: async () => {
      meanwhile.goesOn = false;
      await work;
      return times;
    },
  };
}

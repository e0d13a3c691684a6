import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { RetroError } from '../../../src/core/retroError.ts';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';

/*
 * A program that waits for a byte on stdin, adds one to the number in `n.md` so many times, and says on
 * stdout how many times it was told that this was done. Arguments: the folder, how many, `update` or `plain`.
 */
const [root = '', times = '0', way] = process.argv.slice(2);
const files = new NodeFiles(root);

async function increment(): Promise<boolean> {
  if (way === 'plain') {
    const number = Number(readFileSync(join(root, 'n.md'), 'utf8'));
    await turn();
    writeFileSync(join(root, 'n.md'), String(number + 1));
    return true;
  }
  try {
    await files.update('n.md', (current) => String(Number(current) + 1));
    return true;
  } catch (error) {
    if (error instanceof RetroError) {
      return false;
    }
    throw error;
  }
}

process.stdout.write('ready\n');
process.stdin.once('data', () => {
  void (async () => {
    let accepted = 0;
    for (let at = 0; at < Number(times); at++) {
      accepted += (await increment()) ? 1 : 0;
    }
    process.stdout.write(`${accepted}\n`);
    process.stdin.destroy();
  })();
});

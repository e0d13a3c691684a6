import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import type { SeededRandom } from '../../support/seededRandom.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { numberedText, numberOf } from './numberedText.ts';

/** How a run of killed writers goes. */
export interface KillPlan {
  readonly kills: number;
  /** Writes that each writer acknowledges before it is killed: from none to this. */
  readonly writesBetween: number;
  /** Bytes of each text. */
  readonly size: number;
  readonly way: 'update' | 'plain';
  readonly random: SeededRandom;
}

/** What a run of killed writers left. */
export interface KillCount {
  readonly acknowledged: number;
  /** Files found neither old nor new. */
  readonly torn: number;
  /** Acknowledged writes that an older text stood in place of. */
  readonly lost: number;
  /** Kills that left a temporary file or a lock. */
  readonly interrupted: number;
  /** Temporary files and locks that a start after the kill left. */
  readonly stale: number;
}

const program = fileURLToPath(new URL('./writerLoop.js', import.meta.url));

/** Kills writers in two folders side by side; half of the kills in each. */
export async function killWriters(plan: KillPlan): Promise<KillCount> {
  const half = { ...plan, kills: plan.kills / 2 };
  const [one, other] = await Promise.all([killInOneFolder(half), killInOneFolder(half)]);
  return {
    acknowledged: one.acknowledged + other.acknowledged,
    torn: one.torn + other.torn,
    lost: one.lost + other.lost,
    interrupted: one.interrupted + other.interrupted,
    stale: one.stale + other.stale,
  };
}

/** Kills one writer after the other, each at a moment that chance picks, and looks at what it left. */
async function killInOneFolder(plan: KillPlan): Promise<KillCount> {
  const folder = new TemporaryFolder();
  const count = { acknowledged: 0, torn: 0, lost: 0, interrupted: 0, stale: 0 };
  let next = 1;
  try {
    folder.write('retro/0.md', numberedText(0, plan.size));
    const newest = new Map([[0, 0]]);
    for (let kill = 0; kill < plan.kills; kill++) {
      const last = await killOne(folder.path, next, plan);
      for (let number = next; number <= last; number++) {
        newest.set(number % 3, number);
      }
      count.acknowledged += last - next + 1;
      count.interrupted += folder.leftovers.length > 0 ? 1 : 0;
      for (const [file, number] of newest) {
        const found = numberOf(readFileSync(folder.at(`retro/${file}.md`), 'utf8'), plan.size);
        if (found === undefined) {
          count.torn += 1;
          folder.write(`retro/${file}.md`, numberedText(number, plan.size));
        } else if (found < number) {
          count.lost += 1;
        }
      }
      // Every second time the next writer meets what the one before it left.
      if (kill % 2 === 1 || kill === plan.kills - 1) {
        await new NodeFiles(folder.path).removeStaleFiles('');
        count.stale += folder.leftovers.length;
      }
      // One more than was acknowledged may have been written.
      next = last + 2;
    }
    return count;
  } finally {
    folder.remove();
  }
}

/** Starts a writer at a number and kills it; resolves, when it is dead, to the last number it acknowledged. */
function killOne(root: string, first: number, plan: KillPlan): Promise<number> {
  const enough = plan.random.between(0, plan.writesBetween);
  const delay = plan.random.next() * 4;
  const child = spawn(process.execPath, [program, root, String(first), String(plan.size), plan.way], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let condemned = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (!condemned && output.split('\n').length > enough) {
      condemned = true;
      setTimeout(() => child.kill('SIGKILL'), delay);
    }
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== null) {
        reject(new Error(`The writer ended by itself with ${code}.`));
        return;
      }
      const numbers = output.split('\n').slice(0, -1).map(Number);
      resolve(numbers.at(-1) ?? first - 1);
    });
  });
}

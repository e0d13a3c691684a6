import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RetroLog } from '../../src/core/log/retroLog.ts';
import { cryptoIds } from '../../src/node/cryptoIds.ts';
import { NodeFiles } from '../../src/node/files/nodeFiles.ts';
import { systemClock } from '../../src/node/systemClock.ts';
import { writeCorpus } from '../support/corpus.ts';

/** Makes a log of so many entries for a task, and removes it afterwards. */
export async function withCorpus(count: number, task: (root: string) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'retrolog-bench-'));
  try {
    await writeCorpus(root, count);
    if (!existsSync(join(root, 'retro'))) {
      throw new Error('The corpus was not written.');
    }
    await task(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** The log of a corpus, not read yet. */
export function openCorpus(root: string): RetroLog {
  return new RetroLog({ files: new NodeFiles(root), clock: systemClock, ids: cryptoIds }, 'retro');
}

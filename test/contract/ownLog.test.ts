import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { RetroLog } from '../../src/core/log/retroLog.ts';
import { cryptoIds } from '../../src/node/cryptoIds.ts';
import { NodeFiles } from '../../src/node/files/nodeFiles.ts';
import { systemClock } from '../../src/node/systemClock.ts';

describe('this project’s own log', () => {
  it('has entries, and nothing wrong with any', async () => {
    const files = new NodeFiles(resolve('.'));
    const log = new RetroLog({ files, clock: systemClock, ids: cryptoIds }, 'retro');
    await log.load();
    assert.ok(log.entries.length > 0);
    assert.deepEqual(log.problems, []);
  });
});

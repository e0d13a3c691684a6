import assert from 'node:assert/strict';
import { seededRandom } from '../../support/seededRandom.ts';
import { killWriters } from './killedWriter.ts';

const long = process.env['RETROLOG_LONG'] === '1';
const seed = process.env['RETROLOG_SEED'] ?? '1';

describe('writers that are killed', function () {
  this.timeout(long ? 3_600_000 : 240_000);

  it('lose nothing, tear nothing and leave nothing after the next start [C56] [C64]', async () => {
    const kills = long ? 1_000 : 150;
    const least = long ? 30_000 : 4_000;
    const count = await killWriters({
      kills,
      writesBetween: 62,
      size: 2_000,
      way: 'update',
      random: seededRandom(`killed ${seed}`),
    });
    assert.deepEqual(
      { torn: count.torn, lost: count.lost, stale: count.stale },
      { torn: 0, lost: 0, stale: 0 },
    );
    assert.ok(count.acknowledged >= least, `${count.acknowledged} writes were acknowledged`);
    assert.ok(count.interrupted > kills / 10, `${count.interrupted} writes were interrupted`);
  });

  it('are seen to tear files that are written in place (control)', async () => {
    const count = await killWriters({
      kills: 150,
      writesBetween: 3,
      size: 1024 * 1024,
      way: 'plain',
      random: seededRandom(`control ${seed}`),
    });
    assert.ok(count.torn > 10, `${count.torn} files were torn`);
  });
});

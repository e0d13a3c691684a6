import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGuestFolder } from '../../../src/node/live/guestFolder.ts';

const day = 24 * 60 * 60 * 1000;

describe('the rooms that an editor was in', () => {
  let storage: string;
  beforeEach(() => {
    storage = mkdtempSync(join(tmpdir(), 'retrolog-guests-'));
  });
  afterEach(() => rmSync(storage, { recursive: true }));

  it('are kept where nothing was kept before', async () => {
    const files = await openGuestFolder(join(storage, 'not yet', 'guests'), Date.now());
    await files.update('room.json', () => '{}\n');
    assert.equal((await files.read('room.json')).state, 'text');
  });

  it('are forgotten when they have been left alone for a month, and not before', async () => {
    const now = Date.now();
    for (const [name, age] of [
      ['old.json', 31],
      ['young.json', 29],
    ] as const) {
      writeFileSync(join(storage, name), '{}');
      const at = new Date(now - age * day);
      utimesSync(join(storage, name), at, at);
    }
    await openGuestFolder(storage, now);
    assert.deepEqual(readdirSync(storage), ['young.json']);
  });
});

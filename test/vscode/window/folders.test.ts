import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poll } from '#host/poll.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import {
  answer,
  entryFile,
  entryFiles,
  foldAway,
  inWindow,
  openFromRow,
  openLog,
  row,
  succeeds,
} from './editor.ts';

describe('more than one folder, more than one window', () => {
  let shop: GitRepository;
  let bank: GitRepository;
  let base: string;
  beforeEach(() => {
    shop = shopRepository();
    bank = shopRepository();
    base = mkdtempSync(join(tmpdir(), 'retrolog-folders-'));
    shop.write('retro/retro.yml', 'team: Shop\n');
    bank.write('retro/retro.yml', 'team: Bank\n');
    writeEntry(shop, 'h3k9q2xa', { kind: 'learning', title: 'Prices are cents', date: '2026-03-04' });
    writeEntry(bank, 'h3k9q2xb', { kind: 'failure', title: 'Double charge', date: '2026-03-05' });
  });
  afterEach(() => {
    shop.remove();
    bank.remove();
    rmSync(base, { recursive: true });
  });

  it('[D71] keeps the logs of two folders apart, and follows a folder that comes or goes', async () => {
    const workspace = join(base, 'both.code-workspace');
    const open = (...folders: readonly GitRepository[]) =>
      writeFileSync(workspace, JSON.stringify({ folders: folders.map(({ folder }) => ({ path: folder })) }));
    open(shop);
    await inWindow(undefined, { workspace }, async (window) => {
      await openLog(window);
      await foldAway(window, 'Capture');
      await poll('the first log', async () => {
        // A window that opens now and then misses the folders of its workspace, until the file changes.
        open(shop);
        return succeeds(row(window, /Prices are cents/).waitFor({ timeout: 3000 }));
      });
      await poll('both logs', async () => {
        // Nor need it watch the file yet.
        open(shop, bank);
        return succeeds(row(window, /^Bank/).waitFor({ timeout: 3000 }));
      });
      await row(window, /^Shop/).waitFor();
      await openFromRow(window, /Double charge/, /double-charge/);
      await window.command('Retrolog: Log a Win…');
      await answer(window, 'What went well?', 'The right log');
      await answer(window, 'What else', '');
      await entryFile(bank, (text) => text.includes('The right log'));
      assert.equal(entryFiles(shop).length, 1);
      open(shop);
      await row(window, /Double charge/).waitFor({ state: 'detached' });
      await row(window, /Prices are cents/).waitFor();
    });
  });

  it('[J127] shows in one window what was logged in another', async () => {
    await inWindow(shop, {}, async (first) => {
      await openLog(first);
      await row(first, /Prices are cents/).waitFor();
      await inWindow(shop, {}, async (second) => {
        await second.command('Retrolog: Log a Win…');
        await answer(second, 'What went well?', 'Seen from both');
        await answer(second, 'What else', '');
        const { path } = await entryFile(shop, (text) => text.includes('Seen from both'));
        await row(first, /Seen from both/).waitFor();
        assert.match(readFileSync(join(shop.folder, path), 'utf8'), /^# Seen from both$/m);
      });
      await row(first, /Seen from both/).waitFor();
    });
  });
});

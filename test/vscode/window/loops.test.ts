import assert from 'node:assert/strict';
import { addDays } from '../../../src/core/dates.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import { startRetro } from './boardEditor.ts';
import {
  captureFrame,
  chooseInMenu,
  entryFile,
  focusOnRow,
  foldAway,
  inWindow,
  openLog,
  openRow,
  row,
} from './editor.ts';

describe('open loops', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
  });
  afterEach(() => repository.remove());

  const ago = (days: number) => addDays(new Date().toISOString().slice(0, 10), -days);
  const failure = (days: number) =>
    writeEntry(repository, 'k3f9q2xa', {
      kind: 'failure',
      title: 'Cache stampede took the shop down',
      date: ago(days),
      tags: ['caching'],
    });

  it('are closed from the log view: what was learned is written, linked and no longer asked for', async () => {
    failure(30);
    writeEntry(repository, 'm2x7k9qa', { kind: 'learning', title: 'Prices are cents', date: ago(20) });
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openLog(window);
      await foldAway(window, 'Capture');
      await openRow(window, /^Open loops 2/);
      await row(window, /^Learning, Prices are cents, nothing planned yet/).waitFor();
      await row(window, /^Failure, Cache stampede took the shop down, no learning yet/).click();
      const frame = await captureFrame(window);
      await frame.getByRole('button', { name: 'Remove Cache stampede took the shop down' }).waitFor();
      await frame.getByRole('radio', { name: 'Learning', checked: true }).waitFor();
      await page.keyboard.type('Spread the lifetimes of what is cached');
      await page.keyboard.press('Control+Enter');
      const { text } = await entryFile(repository, (one) => one.includes('Spread'));
      assert.match(text, /^kind: learning$/m);
      assert.match(text, /^tags: \[caching\]\nlinks: \[k3f9q2xa\]$/m);
      await foldAway(window, 'Capture');
      await row(window, /^Open loops 1/).waitFor();
      await focusOnRow(window, /^Learning, Prices are cents, nothing planned yet/);
      await page.keyboard.press('Enter');
      const again = await captureFrame(window);
      await again.getByRole('button', { name: 'Remove Prices are cents' }).waitFor();
      await again.getByRole('radio', { name: 'Action', checked: true }).waitFor();
      await page.keyboard.type('Look for floats in the shop');
      await page.keyboard.press('Control+Enter');
      await entryFile(repository, (one) => /^kind: action$/m.test(one) && /^links: \[m2x7k9qa\]$/m.test(one));
      await foldAway(window, 'Capture');
      await row(window, /^Action, Look for floats/).waitFor();
      await row(window, /^Open loops/).waitFor({ state: 'detached' });
    });
  });

  it('open the entry that they are about from their menu', async () => {
    failure(15);
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await foldAway(window, 'Capture');
      await openRow(window, /^Open loops 1/);
      await chooseInMenu(window, row(window, /no learning yet/), 'Open');
      await window.page.getByRole('tab', { name: /cache-stampede/ }).waitFor();
    });
  });

  it('stand in the first phase of a retro, behind the oldest blocker', async () => {
    failure(30);
    writeEntry(repository, 'b2x7k9qa', { kind: 'blocker', title: 'No staging data', date: ago(90) });
    await inWindow(repository, {}, async (window) => {
      const frame = await startRetro(window);
      await frame.getByText('What waits').click();
      const waiting = frame.getByRole('group').filter({ hasText: 'What waits' }).getByRole('listitem');
      assert.match((await waiting.nth(0).textContent()) ?? '', /No staging data\s+in the way since /);
      assert.match((await waiting.nth(1).textContent()) ?? '', /Cache stampede.*\s+no learning yet · /);
      assert.deepEqual(await window.axe(frame), []);
    });
  });

  it('are no section while the last two weeks are all there is', async () => {
    failure(13);
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await row(window, /^Failure, Cache stampede/).waitFor();
      writeEntry(repository, 'm2x7k9qa', { kind: 'failure', title: 'Mails stood still', date: ago(14) });
      await row(window, /^Open loops 1/).waitFor();
    });
  });
});

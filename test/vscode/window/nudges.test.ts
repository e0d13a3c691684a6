import assert from 'node:assert/strict';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import { startRetro } from './boardEditor.ts';
import { captureFrame, entryFile, openCapture, openLog, row, textOf } from './editor.ts';
import { withMovedClock } from './movedClock.ts';

const question = 'What did you learn today?';

/** The one editor that is open. */
const tab = (window: EditorWindow) => window.page.locator('.tabs-container').getByRole('tab');

describe('the daily question', function () {
  this.timeout(120_000);
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
    writeEntry(repository, 'h3k9q2xa', { kind: 'win', title: 'Fast search', date: '2027-01-11' });
    repository.commit('Log: Fast search');
  });
  afterEach(() => repository.remove());

  it('comes at the chosen time, and two keys and one line answer it', async () => {
    repository.commit('Round totals', {}, { at: '2027-01-12T10:00:00Z' });
    repository.commit('Limit retries', {}, { at: '2027-01-12T11:00:00Z' });
    const settings = { 'retrolog.dailyQuestion': '16:30' };
    await withMovedClock(repository, '2027-01-12T16:00', settings, async ({ window, moveTo, shown }) => {
      const { page } = window;
      await openLog(window);
      await page.getByRole('button', { name: 'One entry is in the team’s log this week.' }).waitFor();
      await moveTo('2027-01-12T16:31');
      await poll('the question to be asked', async () => shown().length === 1);
      await (await window.notification(question)).getByRole('button', { name: 'Never' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.press('l');
      const frame = await captureFrame(window);
      await frame.getByRole('button', { name: 'Last commit: Limit retries' }).waitFor();
      await frame.getByRole('button', { name: 'Commit of today: Round totals' }).click();
      await textOf(frame).focus();
      await page.keyboard.type('Totals are rounded once');
      await page.keyboard.press('Control+Enter');
      const { text } = await entryFile(repository, (one) => one.includes('Totals are rounded once'));
      assert.match(text, /^kind: learning\ndate: 2027-01-12$/m);
      assert.match(text, /subject: Round totals/);
      await page.getByRole('button', { name: '2 entries are in the team’s log this week.' }).waitFor();
      await moveTo('2027-01-13T16:31');
      await poll('the next day’s question', async () => shown().length === 2);
      assert.deepEqual(shown(), ['question 2027-01-12', 'question 2027-01-13']);
    });
  });

  it('waits while quiet is on or a board is open, and comes once that is over', async () => {
    const settings = { 'retrolog.dailyQuestion': '16:30' };
    await withMovedClock(repository, '2027-01-12T16:00', settings, async (moved) => {
      const { window, moveTo, comeBack, shown } = moved;
      const { page } = window;
      await openLog(window);
      await window.command('Retrolog: Switch Quiet On or Off');
      const week = page.locator('[id="retrolog.retrolog.week"], [id$="retrolog.week"]').first();
      await week.locator('.codicon-bell-slash').waitFor();
      await startRetro(window);
      await tab(window).waitFor();
      await moveTo('2027-01-12T16:31');
      await window.command('Retrolog: Switch Quiet On or Off');
      await week.locator('.codicon-history').waitFor();
      await comeBack();
      await window.command('View: Close All Editors');
      await tab(window).waitFor({ state: 'detached' });
      assert.deepEqual(shown(), []);
      await comeBack();
      await poll('the question to be asked', async () => shown().length === 1);
      await window.notification(question);
    });
  });

  it('is put off until Monday or switched off for good with one click', async () => {
    const settings = { 'retrolog.dailyQuestion': '16:30' };
    await withMovedClock(repository, '2027-01-13T16:00', settings, async (moved) => {
      const { window, moveTo, shown } = moved;
      await openLog(window);
      await moveTo('2027-01-13T16:31');
      await poll('the question to be asked', async () => shown().length === 1);
      await (await window.notification(question)).getByRole('button', { name: 'Not This Week' }).click();
      await moveTo('2027-01-15T16:31');
      await moveTo('2027-01-18T16:31');
      await poll('the question of Monday', async () => shown().length === 2);
      assert.deepEqual(shown(), ['question 2027-01-13', 'question 2027-01-18']);
      await (await window.notification(question)).getByRole('button', { name: 'Never' }).click();
      await window.page.getByText('You will not be asked again.').waitFor();
      await window.command('Retrolog: Choose When to Be Asked…');
      await window.page.getByRole('option', { name: /Never, as it is now/ }).waitFor();
    });
  });

  it('is offered once, softly, after something was logged, and chosen there', async () => {
    await withMovedClock(repository, '2027-01-12T10:00', {}, async (moved) => {
      const { window, moveTo, shown } = moved;
      const { page } = window;
      await openLog(window);
      await row(window, /Fast search/).waitFor();
      await openCapture(window);
      await page.keyboard.type('Small steps');
      await page.keyboard.press('Control+Enter');
      await row(window, /Small steps/).waitFor();
      await moveTo('2027-01-12T11:00');
      const offer = row(window, 'Offer: Be asked once a day?, choose a time, or never');
      await offer.waitFor();
      await offer.click();
      await page.getByRole('option', { name: '16:30' }).click();
      await page.getByText('You will be asked once a day, at 16:30.').waitFor();
      await offer.waitFor({ state: 'detached' });
      await moveTo('2027-01-13T16:31');
      await poll('the question to be asked', async () => shown().length === 2);
      assert.deepEqual(shown(), ['invitation once', 'question 2027-01-13']);
    });
  });

  it('is not asked twice where two windows are open', async () => {
    const settings = { 'retrolog.dailyQuestion': '16:30' };
    await withMovedClock(repository, '2027-01-12T16:00', settings, async (moved) => {
      const { window, moveTo, shown } = moved;
      await openLog(window);
      await moved.second(async (other) => {
        await openLog(other.window);
        await Promise.all([moveTo('2027-01-12T16:31'), other.moveTo('2027-01-12T16:31')]);
        await poll('the question to be asked', async () => shown().length > 0);
        const texts = [...(await window.notifications()), ...(await other.window.notifications())];
        assert.equal(texts.filter((text) => text.includes(question)).length, 1);
        assert.deepEqual(shown(), ['question 2027-01-12']);
      });
    });
  });
});

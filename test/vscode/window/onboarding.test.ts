import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '#host/poll.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import {
  answer,
  boxOf,
  chooseKind,
  clickUntil,
  entryFile,
  inWindow,
  openCapture,
  openLog,
  prompt,
  row,
  succeeds,
} from './editor.ts';

const promise = 'Messengers are thanked: whoever tells of a failure first has done us a favour.';

describe('beginning', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
  });
  afterEach(() => repository.remove());

  it('is learned in five minutes, a thing to do for each, and what was done is ticked', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      const steps = page.locator('.getting-started-step');
      // A window that has just opened shows another walkthrough until it knows those of extensions.
      await poll('the walkthrough to open', async () => {
        await window.command('View: Close All Editors');
        await window.command('Retrolog: Learn in Five Minutes');
        return succeeds(steps.filter({ hasText: 'Log one thing' }).waitFor({ timeout: 5000 }));
      });
      assert.deepEqual(
        (await page.locator('.getting-started-step .step-title').allInnerTexts()).map((text) => text.trim()),
        [
          'Log one thing',
          'Look back',
          'Share where you want to be',
          'Run a retro',
          'See how things connect',
          'Start small',
        ],
      );
      const vision = page.getByRole('button', { name: 'Open Our Vision' });
      await clickUntil(window, steps.filter({ hasText: 'Share where you want to be' }), vision);
      await vision.click();
      await page.getByRole('tab', { name: /vision\.md/ }).waitFor();
      assert.match(readFileSync(join(repository.folder, 'retro/vision.md'), 'utf8'), /^# Our vision\n/);
      await window.command('Retrolog: Learn in Five Minutes');
      const done = steps.filter({ hasText: 'Share where you want to be' }).locator('.codicon.complete');
      await done.waitFor();
    });
  });

  it('has an agreement, whose first promise stands where failures are logged', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      const file = join(repository.folder, 'retro/agreement.md');
      await window.command('Retrolog: Open Our Agreement');
      await page.getByRole('tab', { name: /agreement\.md/ }).waitFor();
      assert.ok(existsSync(file));
      await openCapture(window);
      const frame = await chooseKind(window, 'Failure');
      await frame.getByText(promise).waitFor();
      await chooseKind(window, 'Learning');
      await frame.getByText(promise).waitFor({ state: 'detached' });
      await window.command('Retrolog: Log a Failure…');
      await boxOf(prompt(window, promise)).press('Escape');

      writeFileSync(file, '# Ours\n\n- We *ask* first.\n');
      await openCapture(window);
      await chooseKind(window, 'Failure');
      await window.command('View: Toggle Primary Side Bar Visibility');
      const shown = await openCapture(window);
      await shown.getByText('We ask first.').waitFor();
    });
  });

  it('sets a pilot of two weeks up, once, and tells what came of it', async () => {
    writeEntry(repository, 'h3k9q2xa', {
      kind: 'learning',
      title: 'Prices are cents',
      date: new Date().toISOString().slice(0, 10),
    });
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await window.command('Retrolog: Show What Came of the Pilot');
      await window.notification('No pilot was started here yet.');
      await window.hideNotifications();
      await window.command('Retrolog: Start a Two-Week Pilot…');
      await answer(window, 'How will you know that two weeks of it were worth it?', 'Ten learnings');
      const { text } = await entryFile(repository, (one) => one.includes('\nstatus: running\n'));
      assert.match(text, /\ntags: \[pilot\]\n/);
      assert.match(text, /## Measure\n\nTen learnings\n/);
      await page.getByRole('tab', { name: /two-weeks/ }).waitFor();
      await openLog(window);
      await row(window, /Experiment, Two weeks of writing down what we learn/).waitFor();

      await window.command('Retrolog: Start a Two-Week Pilot…');
      await page.getByRole('tab', { name: /two-weeks/, selected: true }).waitFor();
      await window.command('Retrolog: Show What Came of the Pilot');
      const preview = await poll('the report to be shown', async () => {
        for (const frame of page.frames()) {
          if (
            (await frame
              .getByRole('link', { name: 'Prices are cents' })
              .count()
              .catch(() => 0)) > 0
          ) {
            return frame;
          }
        }
        return undefined;
      });
      await preview.getByText('Two weeks of writing down what we learn').first().waitFor();
    });
  });
});

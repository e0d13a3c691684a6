import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { poll } from '#host/poll.mjs';
import type { EditorWindow } from '#host/editorWindow.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import {
  answer,
  boxOf,
  chooseInMenu,
  clickUntil,
  entryFile,
  entryFiles,
  focusOn,
  foldAway,
  inWindow,
  openFromRow,
  openLog,
  pick,
  prompt,
  row,
  typeInto,
} from './editor.ts';

function workRow(window: EditorWindow, name: string | RegExp): Locator {
  return window.page.getByRole('tree', { name: 'Open Work' }).getByRole('treeitem', { name });
}

/** Shows the view with the focus in it, and folds away the views above it, so that all its rows are in sight. */
async function openWork(window: EditorWindow): Promise<void> {
  await focusOn(window, 'Open Work');
  if (await foldAway(window, 'Capture', 'Log')) {
    await focusOn(window, 'Open Work');
  }
  await window.page.getByRole('tree', { name: 'Open Work' }).getByRole('treeitem').first().waitFor();
}

/** Opens the entry of a row, gives its row the focus again, and presses a key on it. */
async function pressOn(window: EditorWindow, title: string, key: string): Promise<void> {
  const tab = new RegExp(title.toLowerCase().replaceAll(' ', '-'));
  await clickUntil(window, workRow(window, title).first(), window.page.locator('.tab.active').getByText(tab));
  await openWork(window);
  await window.page.keyboard.press(key);
}

describe('open work', () => {
  let repository: GitRepository;
  let action = '';

  beforeEach(() => {
    repository = shopRepository();
    const experiment = writeEntry(repository, 'h3k9q2xa', {
      kind: 'experiment',
      title: 'Jitter on cache lifetimes',
      date: '2026-03-04',
      hypothesis: 'Fewer peaks',
      measure: 'p99: from 400 ms to 200 ms',
      timebox: '2026-03-20',
    });
    action = writeEntry(repository, 'h3k9q2xb', {
      kind: 'action',
      title: 'Alert on stampedes',
      date: '2026-03-05',
      due: '2026-03-06',
    });
    writeEntry(repository, 'h3k9q2xc', { kind: 'blocker', title: 'No staging data', date: '2026-03-05' });
    const text = entryFiles(repository).find((file) => file.path === experiment)?.text ?? '';
    repository.write(experiment, text.replace('timebox:', 'status: running\nstarted: 2026-03-05\ntimebox:'));
  });
  afterEach(() => repository.remove());

  it('concludes an experiment in three prompts, with a learning that follows from it', async () => {
    await inWindow(repository, {}, async (window) => {
      const reminder = window.page.getByRole('tab', { name: /The timebox of 1 experiment has ended/ });
      await openWork(window);
      await reminder.waitFor();
      await workRow(window, /Jitter.*timebox ended \d+ days ago/).waitFor();
      await pick(window, 'Retrolog: Conclude Experiment…', 'Jitter');
      await answer(window, 'What came of the experiment?', 'Invalidated');
      await answer(window, 'What came out?', 'p99 stayed at 390 ms.');
      await answer(window, 'What did we learn?', 'Jitter alone is not enough');
      const learning = await entryFile(repository, (one) => one.includes('Jitter alone'));
      assert.match(learning.text, /kind: learning\n[^]*links: \[h3k9q2xa\]/);
      const { text } = await entryFile(repository, (one) => one.includes('outcome: invalidated'));
      assert.match(text, /status: concluded\n[^]*\n## Result\n\np99 stayed at 390 ms\.\n$/);
      await workRow(window, /Jitter/).waitFor({ state: 'detached' });
      await reminder.waitFor({ state: 'detached' });
      await window.notification('its learning is logged');
      await window.hideNotifications();
      await window.command('Retrolog: Undo Last Change');
      await poll('both to be taken back', async () => {
        const files = entryFiles(repository);
        return files.length === 3 && !files.some((file) => file.text.includes('invalidated'));
      });
    });
  });

  it('closes an action by a key in the log view, and takes that back by another', async () => {
    const before = entryFiles(repository).find((file) => file.path === action)?.text;
    const now = () => entryFiles(repository).find((file) => file.path === action)?.text;
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await openFromRow(window, /Alert on stampedes/, /alert-on-stampedes/);
      await openLog(window);
      await window.page.keyboard.press('c');
      await poll('the action to be closed', async () => /status: done\n[^]*closed: /.test(now() ?? ''));
      await row(window, /Alert on stampedes.*done/).waitFor();
      await openLog(window);
      await window.page.keyboard.press('Control+z');
      await poll('the action to be open', async () => now() === before);
    });
  });

  it('plans an experiment in five prompts, where Escape goes back, and starts it by one key', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openWork(window);
      await workRow(window, /Running experiments.*1 of at most 3/).waitFor();
      await window.command('Retrolog: Log an Experiment…');
      await answer(window, 'What do you want to try? (1/5)', 'Pair on reviews');
      await answer(window, 'What do you expect to happen? (2/5)', 'If we pair, reviews take a day less');
      const known = boxOf(prompt(window, 'How will you know? (3/5)'));
      await typeInto(known, 'Days to merge: from 3');
      await known.press('Escape');
      await answer(window, 'What do you expect to happen? (2/5)', 'If we pair, reviews take two days less');
      await poll(
        'what was typed to be there',
        async () => (await known.inputValue()) === 'Days to merge: from 3',
      );
      await answer(window, 'How will you know? (3/5)', 'Days to merge: from 3 to 1');
      await answer(window, 'When does it end at the latest? (4/5)', 'In two weeks');
      await answer(window, 'Who sees to it? (5/5)', 'Grace');
      const { text } = await entryFile(repository, (one) => one.includes('Pair on reviews'));
      assert.match(text, /timebox: \d{4}-\d\d-\d\d\nowner: Grace\n/);
      assert.match(
        text,
        /## Hypothesis\n\nIf we pair, reviews take two days less\n\n## Measure\n\nDays to merge: from 3 to 1\n$/,
      );
      await workRow(window, /Pair on reviews, 14 days left · Grace/).waitFor();
      await pressOn(window, 'Pair on reviews', 'c');
      await workRow(window, /Pair on reviews, day 1 · 14 days left · Grace/).waitFor();
      await entryFile(repository, (one) => /Pair on/.test(one) && /status: running\n[^]*started: /.test(one));
      await page.keyboard.press('Control+z');
      await workRow(window, /Pair on reviews, 14 days left/).waitFor();
    });
  });

  it('asks once before more run than the team means to, and starts it anyway when told', async () => {
    repository.write('retro/retro.yml', 'experiments: {limit: 1}\n');
    writeEntry(repository, 'h3k9q2xd', {
      kind: 'experiment',
      title: 'No meetings before ten',
      date: '2026-03-06',
    });
    const running = () =>
      entryFiles(repository).filter(({ text }) => text.includes('status: running')).length;
    await inWindow(repository, {}, async (window) => {
      const dialog = window.page.locator('.monaco-dialog-box');
      await openWork(window);
      await workRow(window, /Running experiments.*1 of at most 1/).waitFor();
      await pressOn(window, 'No meetings before ten', 'c');
      await dialog.getByText('The team means to run at most 1 experiments at once.').waitFor();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      assert.equal(running(), 1);
      await pressOn(window, 'No meetings before ten', 'c');
      await dialog.getByRole('button', { name: 'Start It Anyway' }).click();
      await workRow(window, /Running experiments.*2 of at most 1/).waitFor();
      assert.equal(running(), 2);
    });
  });

  it('shows where an action came from, opens that by one key, and folds away what is closed', async () => {
    repository.write(
      'retro/meetings/2026/2026-03-05-sprint-9-p8d2aa0e.md',
      `---\nid: p8d2aa0e\nkind: meeting\ndate: 2026-03-05\n---\n\n# Sprint 9\n\n## Actions\n- [Alert](../../../${action})\n`,
    );
    await inWindow(repository, {}, async (window) => {
      await openWork(window);
      await workRow(window, /Actions.*1 · 1 overdue/).waitFor();
      await workRow(window, /Alert on stampedes, due \d+ days ago · from “Sprint 9”/).waitFor();
      await pressOn(window, 'Alert on stampedes', 'o');
      await window.page.getByRole('tab', { name: /sprint-9/ }).waitFor();
      await pressOn(window, 'Alert on stampedes', 'c');
      const closed = workRow(window, /Closed actions and blockers/);
      await closed.waitFor();
      await workRow(window, /Alert on stampedes/).waitFor({ state: 'detached' });
      await clickUntil(window, closed, workRow(window, /Alert on stampedes, done · .* · from “Sprint 9”/));
    });
  });

  it('drops an action with its reason, clears a blocker, and reopens it', async () => {
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await chooseInMenu(window, row(window, /Alert on stampedes/), 'Drop Action…');
      await answer(window, 'Why is the action dropped?', 'Bought one');
      await entryFile(
        repository,
        (one) => one.includes('status: dropped\n') && one.includes('reason: Bought one'),
      );
      await row(window, /Alert on stampedes.*dropped/).waitFor();
      await pick(window, 'Retrolog: Clear Blocker', 'No staging data');
      await entryFile(repository, (one) => one.includes('status: cleared\n'));
      await row(window, /No staging data.*cleared/).waitFor();
      await pick(window, 'Retrolog: Reopen', 'No staging data');
      await entryFile(repository, (one) => one.includes('kind: blocker') && one.includes('status: open\n'));
    });
  });
});

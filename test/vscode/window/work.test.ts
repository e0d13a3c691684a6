import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { poll } from '#host/poll.mjs';
import type { EditorWindow } from '#host/editorWindow.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import { answer, chooseInMenu, entryFile, entryFiles, inWindow, openLog, row } from './editor.ts';

function workRow(window: EditorWindow, name: string | RegExp): Locator {
  return window.page.getByRole('tree', { name: 'Open Work' }).getByRole('treeitem', { name });
}

async function openWork(window: EditorWindow): Promise<void> {
  await window.command('Retro: Focus on Open Work View');
}

/** Runs a command that asks which entry is meant, because none is chosen. */
async function pick(window: EditorWindow, command: string, title: string): Promise<void> {
  await window.command(command);
  await window.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).click();
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
      await openWork(window);
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
      await row(window, /Alert on stampedes/).click();
      await window.page.getByRole('tab', { name: /alert-on-stampedes/ }).waitFor();
      await openLog(window);
      await window.page.keyboard.press('c');
      await poll('the action to be closed', async () => /status: done\n[^]*closed: /.test(now() ?? ''));
      await row(window, /Alert on stampedes.*done/).waitFor();
      await openLog(window);
      await window.page.keyboard.press('Control+z');
      await poll('the action to be open', async () => now() === before);
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

import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import {
  answer,
  chooseInMenu,
  clickUntil,
  entryFiles,
  foldAway,
  inWindow,
  openFromRow,
  openLog,
  openRow,
  row,
  succeeds,
  dayOf2026,
} from './editor.ts';

const title = 'Jitter on cache lifetimes';

/** Stands in the picker alone: its title is that of the command, too. */
const question = 'Another day, tag, branch or commit';

/** Waits for a line of the text that an editor shows. */
async function line(window: EditorWindow, text: string | RegExp): Promise<void> {
  await window.page.locator('.monaco-editor .view-line').filter({ hasText: text }).first().waitFor();
}

/** Waits for the sentence above the rows of the log view. */
async function message(window: EditorWindow, text: string | RegExp): Promise<void> {
  await window.page.locator('.tree-explorer-viewlet-tree-view .message').filter({ hasText: text }).waitFor();
}

/** Shows the history of an entry, whose file is opened before. */
async function showHistory(window: EditorWindow, name: RegExp, file: RegExp): Promise<void> {
  await openLog(window);
  await openFromRow(window, name, file);
  await window.command('Retrolog: Show Its History');
}

function tab(window: EditorWindow, name: string | RegExp): Locator {
  return window.page.locator('.tab.active').filter({ hasText: name });
}

describe('review in git', () => {
  let repository: GitRepository;
  let path = '';

  beforeEach(() => {
    repository = shopRepository();
    path = writeEntry(repository, 'h3k9q2xa', {
      kind: 'experiment',
      title,
      date: '2026-03-04',
      hypothesis: 'Fewer peaks',
      measure: 'p99: from 400 ms to 200 ms',
    });
    const minutes = '---\nid: p8d2aa0e\nkind: meeting\ndate: 2026-03-04\n---\n\n# Sprint 9\n\n## Wins\n';
    repository.write('retro/meetings/2026/2026-03-04-sprint-9-p8d2aa0e.md', minutes);
    repository.commit('Plan it', {}, { at: '2026-03-04T09:00:00Z' });
    repository.git('tag', 'v1');
    const [planned] = entryFiles(repository);
    const text = (planned?.text ?? '').replace('\n---\n', '\nstatus: concluded\noutcome: validated\n---\n');
    repository.git('mv', path, 'retro/entries/2026/jitter.md');
    path = 'retro/entries/2026/jitter.md';
    writeEntry(repository, 'h3k9q2xb', { kind: 'learning', title: 'Spread lifetimes', date: '2026-03-06' });
    repository.commit(
      'Conclude it',
      { [path]: `${text}\n## Result\n\np99: 180 ms\n` },
      { author: { name: 'Grace Hopper', email: 'grace@example.com' }, at: '2026-03-07T09:00:00Z' },
    );
  });
  afterEach(() => repository.remove());

  it('shows the log as of a tag, the text of that time, and goes back by Escape', async () => {
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await foldAway(window, 'Capture');
      await row(window, /Jitter.*concluded/).waitFor();
      await window.command('Retrolog: Show the Log as of…');
      await answer(window, question, 'v1');
      await message(window, /^The log as of v1 \([0-9a-f]{8}\)\. It can be read, not changed\.$/);
      await row(window, /Spread lifetimes/).waitFor({ state: 'detached' });
      await openFromRow(
        window,
        new RegExp(`Experiment, Jitter on cache lifetimes, ${dayOf2026('Mar 4')}$`),
        '(v1).md',
      );
      await line(window, '# Jitter on cache lifetimes');
      assert.equal(await window.page.getByText('status: concluded').count(), 0);
      await window.page.locator('.monaco-editor .view-line').first().click();
      await window.page.keyboard.type('x');
      await window.page.getByRole('alert').getByText('Cannot edit in read-only editor').waitFor();
      await openRow(window, /Meetings/);
      await row(window, /Meeting, Sprint 9, Mar 4/).waitFor();
      await window.page.keyboard.press('c');
      await window.page.keyboard.press('Delete');
      await window.page.keyboard.press('Escape');
      await row(window, /Spread lifetimes/).waitFor();
      assert.equal(entryFiles(repository).length, 2);
    });
  });

  it('shows the log as of a day that is typed, and says where there was none', async () => {
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await window.command('Retrolog: Show the Log as of…');
      await answer(window, question, '2026-03-05');
      await message(window, /^The log as of Mar 5, 2026 \(/);
      await clickUntil(window, row(window, 'Back to Now'), row(window, /Spread lifetimes/));
      await window.command('Retrolog: Show the Log as of…');
      await answer(window, question, '2025-01-01');
      await window.notification('There was no commit yet on 2025-01-01.');
      await window.hideNotifications();
      await window.command('Retrolog: Show the Log as of…');
      await answer(window, question, '--output=x');
      await window.notification('“--output=x” names no commit of this repository');
    });
  });

  it('shows what changed since a tag, by kind, with the texts side by side', async () => {
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await foldAway(window, 'Capture');
      await window.command('Retrolog: Show What Changed in the Log…');
      await answer(window, '(1 of 2)', 'v1');
      await answer(window, 'since v1, up to… (2 of 2)', 'Now');
      await message(window, 'From v1 to now: 1 added, 1 changed, 0 removed.');
      await row(window, /Learnings/).waitFor();
      await row(window, /Learning, Spread lifetimes, added/).waitFor();
      await openFromRow(
        window,
        /Jitter on cache lifetimes, planned → concluded · validated · text/,
        'Jitter on cache lifetimes (v1 ↔ now)',
      );
      await line(window, 'outcome: validated');
      await window.command('Retrolog: Back to Now');
      await row(window, /Jitter.*concluded/).waitFor();
    });
  });

  it('shows who changed an entry when, follows its renaming, and opens each change', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openLog(window);
      await openFromRow(window, /Jitter/, 'jitter.md');
      const now = entryFiles(repository).find((file) => file.path === path)?.text ?? '';
      repository.write(path, now.replace('180 ms', '190 ms'));
      await chooseInMenu(window, row(window, /Jitter/), 'Show Its History');
      await message(window, `The history of “${title}”, from git.`);
      await row(window, 'Logged, Ada Lovelace · Mar 4, 2026').waitFor();
      const renamed = row(
        window,
        /Renamed: planned → concluded · validated · text, Grace Hopper · Mar 7, 2026/,
      );
      await clickUntil(window, renamed, tab(window, /Jitter on cache lifetimes \([0-9a-f]{8}\)/));
      await line(window, '+ p99: 180 ms'.slice(2));
      await openFromRow(window, /Not committed yet: text/, '(not committed yet)');
      await line(window, 'p99: 190 ms');
      const item = page.locator('.context-view').getByRole('menuitem', { name: 'Show Commit…' });
      const shown = tab(window, 'Conclude it');
      // A menu is deaf to clicks for its first tenth of a second. Where none is open, Escape would leave the history.
      await poll('the commit to be chosen from the menu', async () => {
        if (!(await item.isVisible())) {
          await renamed.click({ button: 'right' });
        }
        await succeeds(item.click({ timeout: 3000 }));
        return succeeds(shown.waitFor({ timeout: 3000 }));
      });
    });
  });

  it('says that an entry is in no commit yet, and in a shallow clone that the history is incomplete', async () => {
    const shallow = join(repository.base, 'shallow');
    const url = `file://${repository.folder}`;
    repository.commit('More', { 'src/more.ts': '1' }, { at: '2026-03-09T09:00:00Z' });
    repository.run({ folder: repository.base }, 'clone', '--quiet', '--depth=1', url, shallow);
    writeEntry(repository, 'h3k9q2xc', { kind: 'win', title: 'Just now', date: '2026-03-08' });
    await inWindow(repository, {}, async (window) => {
      await showHistory(window, /Just now/, /just-now/);
      await message(window, '“Just now” is in no commit yet.');
    });
    const clone = Object.assign(Object.create(GitRepository.prototype) as GitRepository, { folder: shallow });
    await inWindow(clone, {}, async (window) => {
      await showHistory(window, /Jitter/, /jitter/);
      await row(window, 'History incomplete').waitFor();
      await row(window, /Logged/).waitFor({ state: 'detached' });
      await window.command('Retrolog: Show the Log as of…');
      await answer(window, question, '2026-03-05');
      await window.notification('History incomplete: this clone is shallow');
    });
  });
});

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '#host/poll.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { cartFile, shopRepository, writeEntry } from '../../support/shopRepository.ts';
import {
  answer,
  boxOf,
  chooseInMenu,
  entryFiles,
  focusOnRow,
  foldAway,
  inWindow,
  openFromRow,
  openLog,
  openRow,
  prompt,
  row,
  typeInto,
} from './editor.ts';

describe('the log view', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
    writeEntry(repository, 'h3k9q2xa', {
      kind: 'learning',
      title: 'Prices are cents',
      body: 'Never floats.',
      date: '2026-03-04',
      tags: ['money'],
      code: [{ path: cartFile, line: 3 }],
    });
    writeEntry(repository, 'h3k9q2xb', {
      kind: 'failure',
      title: 'Double charge',
      date: '2026-03-05',
      tags: ['money', 'payments'],
    });
    writeEntry(repository, 'h3k9q2xc', {
      kind: 'win',
      title: 'Fast search',
      date: '2026-02-01',
      tags: ['search'],
    });
  });
  afterEach(() => repository.remove());

  it('lays out the log by week, kind, tag and area', async () => {
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await window.command('Retrolog: Group by Kind');
      await row(window, /^Failures/).waitFor();
      await window.command('Retrolog: Group by Tag');
      await row(window, /^money/).waitFor();
      await window.command('Retrolog: Group by Area of Code');
      await row(window, /^src/).waitFor();
      await window.command('Retrolog: Group by Week');
      await row(window, /Double charge/).waitFor();
    });
  });

  it('finds words while they are typed, and opens what was found', async () => {
    await inWindow(repository, {}, async (window) => {
      await window.command('Retrolog: Search the Log…');
      const box = window.page.getByPlaceholder('Search titles, texts');
      await typeInto(box, 'floats');
      const found = window.page.locator('.quick-input-list .monaco-list-row');
      await poll('one entry to be left', async () => (await found.count()) === 1);
      await box.press('Enter');
      await window.page.getByRole('tab', { name: /prices-are-cents/ }).waitFor();
    });
  });

  it('shows only the kinds and tags that were chosen, and everything again', async () => {
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await window.command('Retrolog: Group by Kind');
      await row(window, /^Wins/).waitFor();
      await window.command('Retrolog: Filter the Log…');
      const list = window.page.locator('.quick-input-list .monaco-list-row');
      await list.filter({ hasText: 'payments' }).click();
      const widget = prompt(window, '1 Selected');
      await boxOf(widget).press('Enter');
      await row(window, /^Wins/).waitFor({ state: 'detached' });
      await row(window, /^Failures/).waitFor();
      await window.command('Retrolog: Clear Filter');
      await row(window, /^Wins/).waitFor();
    });
  });

  it('deletes an entry by a key and takes that back by another', async () => {
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await openFromRow(window, /Double charge/, /double-charge/);
      // The tab is there before the text takes the focus: a key that is pressed in between would be the text's.
      await window.page.locator('.editor-instance :focus').waitFor();
      await openLog(window);
      await window.page.keyboard.press('Delete');
      await poll('the file to be gone', async () => entryFiles(repository).length === 2);
      await row(window, /Double charge/).waitFor({ state: 'detached' });
      await window.command('Retrolog: Undo Last Change');
      await poll('the file to be back', async () => entryFiles(repository).length === 3);
      await row(window, /Double charge/).waitFor();
    });
  });

  it('goes on by keys after an entry was deleted: the row below has the focus, and one that is back', async () => {
    await inWindow(repository, {}, async (window) => {
      const focused = window.page.getByRole('tree', { name: 'Log' }).locator('.monaco-list-row.focused');
      const { keyboard } = window.page;
      await focusOnRow(window, /Double charge/);
      await keyboard.press('Delete');
      await row(window, /Double charge/).waitFor({ state: 'detached' });
      await focused.and(row(window, /Prices are cents/)).waitFor();
      await keyboard.press('Delete');
      await poll('the second file to be gone', async () => entryFiles(repository).length === 1);
      await row(window, /Prices are cents/).waitFor({ state: 'detached' });
      await keyboard.press('Control+z');
      await focused.and(row(window, /Prices are cents/)).waitFor();
      await keyboard.press('Delete');
      await poll('the file to be gone again', async () => entryFiles(repository).length === 1);
    });
  });

  it('copies a link and changes tags, and nothing else in the file', async () => {
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      const before = entryFiles(repository).find((file) => file.text.includes('Double charge'));
      assert.ok(before);
      await chooseInMenu(window, row(window, /Double charge/), 'Edit Tags…');
      await answer(window, 'Tags', 'payments, night');
      await poll('the tags to change', async () =>
        entryFiles(repository).some(
          (file) => file.text === before.text.replace('[money, payments]', '[payments, night]'),
        ),
      );
    });
  });

  it('shows at once what a teammate’s commit brought, and what somebody removed', async () => {
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await row(window, /Double charge/).waitFor();
      writeEntry(repository, 'h3k9q2xd', {
        kind: 'win',
        title: 'Pulled from a teammate',
        date: '2026-03-06',
      });
      await row(window, /Pulled from a teammate/).waitFor();
      rmSync(
        join(
          repository.folder,
          entryFiles(repository).find((file) => file.text.includes('Pulled'))?.path ?? 'none',
        ),
      );
      await row(window, /Pulled from a teammate/).waitFor({ state: 'detached' });
    });
  });

  it('lists a broken file, and the entry when it is mended by the quick fix', async () => {
    const path = 'retro/entries/2026/by-hand.md';
    repository.write(path, '---\nid: 12345678\nkind: win\ndate: 2026-03-07\n---\n\n# By hand\n');
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openLog(window);
      await foldAway(window, 'Capture');
      await openRow(window, /Files to mend/);
      await openFromRow(window, /by-hand\.md/, /by-hand/);
      await poll('the quick fix to be offered', async () => {
        await page.keyboard.press('Control+1');
        await page.keyboard.press('Control+.');
        const fix = page.locator('.context-view, .action-widget').getByText('Put it in quotes');
        await fix.waitFor({ timeout: 3000 }).catch(() => undefined);
        if (!(await fix.isVisible())) {
          await page.keyboard.press('Escape');
          return false;
        }
        await page.keyboard.press('Enter');
        return true;
      });
      await row(window, /Win, By hand/).waitFor();
      await row(window, /Files to mend/).waitFor({ state: 'detached' });
    });
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import { lens } from './codeEditor.ts';
import { answer, entryFile, entryFiles, foldAway, focusOn, inWindow } from './editor.ts';

function workRow(window: EditorWindow, name: RegExp): Locator {
  return window.page.getByRole('tree', { name: 'Open Work' }).getByRole('treeitem', { name });
}

describe('the plan of a team', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
    writeEntry(repository, 'h3k9q2xa', { kind: 'win', title: 'Fast search', date: '2026-03-04' });
  });
  afterEach(() => repository.remove());

  const file = () => join(repository.folder, 'retro/plan.md');

  it('takes a thing with an experiment by keyboard, and knows how far it is', async () => {
    await inWindow(repository, { viewport: { width: 1280, height: 1000 } }, async (window) => {
      const { page } = window;
      await window.command('Retrolog: Add to Our Plan…');
      await answer(window, 'What do you want to get better at?', 'Say it when something fails');
      await answer(window, 'Why this?', 'Two outages were known for days.');
      await answer(window, 'How do you begin?', 'With an experiment');
      await answer(window, 'What do you want to try?', 'Reviews without blame');
      await answer(window, 'What do you expect to happen?', 'People tell sooner');
      await answer(window, 'How will you know?', 'Hours until it is known');
      await answer(window, 'When does it end at the latest?', 'In two weeks');
      await answer(window, 'Who sees to it?', 'Grace');
      await page.getByRole('tab', { name: /plan\.md/, selected: true }).waitFor();
      const entry = await entryFile(repository, (text) => text.includes('# Reviews without blame'));
      const link = entry.path.slice('retro/'.length);
      assert.ok(
        readFileSync(file(), 'utf8').endsWith(
          `\n\n## Say it when something fails\n\nTwo outages were known for days.\n\n- [Reviews without blame](${link})\n`,
        ),
      );
      await lens(window, '0 of 1 ended').waitFor();
      await foldAway(window, 'Capture', 'Log');
      await focusOn(window, 'Open Work');
      await workRow(window, /^Our plan, 1 in hand/).waitFor();
      await workRow(window, /^Say it when something fails, 0 of 1 ended/).waitFor();
      await poll(
        'it to stand in the plan and where it waits',
        async () => (await workRow(window, /^Experiment, Reviews without blame/).count()) === 2,
      );

      const text = readFileSync(join(repository.folder, entry.path), 'utf8');
      writeFileSync(
        join(repository.folder, entry.path),
        text.replace('---\n\n#', 'status: concluded\nconcluded: 2026-03-05\noutcome: validated\n---\n\n#'),
      );
      await workRow(window, /^Our plan, 0 in hand/).waitFor();
      await lens(window, 'all 1 ended').waitFor();
    });
  });

  it('takes goals, asks before a fourth, and takes an addition back', async () => {
    repository.write('retro/plan.md', '# Plan\n\n## One\n\n## Two\n\n## Three\n');
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      const before = entryFiles(repository).length;
      await window.command('Retrolog: Add to Our Plan…');
      await answer(window, 'What do you want to get better at?', 'Four');
      await answer(window, 'Why this?', '');
      await answer(window, 'How do you begin?', 'As a goal');
      const dialog = page
        .locator('.monaco-dialog-box')
        .filter({ hasText: 'Your plan has 3 things in hand.' });
      await dialog.getByRole('button', { name: 'Add It Anyway' }).click();
      await poll('the goal to be there', async () =>
        readFileSync(file(), 'utf8').endsWith('## Three\n\n## Four\n'),
      );
      await window.command('Retrolog: Add to Our Plan…');
      await answer(window, 'What do you want to get better at?', 'Two');
      await answer(window, 'Why this?', '');
      await answer(window, 'How do you begin?', 'With an action');
      await answer(window, 'What is to be done?', 'Say thank you');
      await answer(window, 'Who takes it on?', '');
      await answer(window, 'By when?', 'In one week');
      await poll('the action to be there', async () =>
        /## Two\n\n- \[Say thank you\]\(entries\/.*\)\n\n## Three/.test(readFileSync(file(), 'utf8')),
      );
      // Before its editor has seen what is on the disk, a file is left as it is.
      await page.locator('.monaco-editor .view-line').getByText('Say thank you').first().waitFor();
      const said = await window.notification('It is in the plan.');
      await said.getByRole('button', { name: 'Undo' }).click();
      await poll(
        'both to be taken back',
        async () =>
          readFileSync(file(), 'utf8').includes('## Two\n\n## Three') &&
          entryFiles(repository).length === before,
      );
      assert.ok(existsSync(file()));
    });
  });
});

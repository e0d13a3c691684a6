import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { poll } from '#host/poll.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { cartFile, shopRepository } from '../../support/shopRepository.ts';
import { openFile } from './codeEditor.ts';
import {
  answer,
  boxOf,
  chooseInMenu,
  entryFile,
  entryFiles,
  inWindow,
  openLog,
  prompt,
  row,
} from './editor.ts';

describe('logging by command', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
  });
  afterEach(() => repository.remove());

  it('logs a learning in two prompts, of which the second may be left empty', async () => {
    await inWindow(repository, {}, async (window) => {
      await window.command('Retrolog: Log a Learning…');
      await answer(window, 'What did you learn?', 'Timeouts add up');
      await answer(window, 'What else should be remembered?', '');
      const { text } = await entryFile(repository, (one) => one.includes('Timeouts'));
      assert.match(text, /^kind: learning$/m);
      await window.notification('Logged.');
    });
  });

  it('thanks people with kudos', async () => {
    await inWindow(repository, {}, async (window) => {
      await window.command('Retrolog: Log Kudos…');
      await answer(window, 'thank you', 'The calm hand-over');
      await answer(window, 'Who is thanked?', 'Grace, Alan');
      const { text } = await entryFile(repository, (one) => one.includes('calm'));
      assert.match(text, /people: \[Grace, Alan\]/);
    });
  });

  it('logs about the line that the cursor is on, from the context menu, and shows it with that file', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openFile(window, cartFile);
      await openLog(window);
      const line = page.locator('.monaco-editor .view-line').filter({ hasText: 'total' }).first();
      await chooseInMenu(window, line, 'Log About This Code…');
      await answer(window, 'Blocker', 'Failure');
      await answer(window, 'What did not work?', 'Rounding was wrong');
      const { text } = await entryFile(repository, (one) => one.includes('Rounding'));
      assert.match(text, /path: src\/cart\.ts\n +line: 3\n +text: .*export function total/);
      await row(window, /About cart\.ts/).waitFor();
    });
  });

  it('stages and opens a new entry where the settings say so', async () => {
    repository.write(
      '.vscode/settings.json',
      '{ "retrolog.stageNewEntries": true, "retrolog.openNewEntries": true }',
    );
    await inWindow(repository, {}, async (window) => {
      await window.command('Retrolog: Log a Win…');
      await answer(window, 'What went well?', 'Deploys are fast');
      await answer(window, 'What else', '');
      await window.page.getByRole('tab', { name: /deploys-are-fast/ }).waitFor();
      const { path } = await entryFile(repository, (one) => one.includes('Deploys'));
      await poll(
        'the file to be staged',
        async () =>
          execFileSync('git', ['diff', '--cached', '--name-only'], {
            cwd: repository.folder,
            encoding: 'utf8',
          }).trim() === path,
      );
    });
  });

  it('writes nothing when a prompt is left with Escape', async () => {
    await inWindow(repository, {}, async (window) => {
      await window.command('Retrolog: Log a Win…');
      await boxOf(prompt(window, 'What went well?')).press('Escape');
      await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      assert.deepEqual(entryFiles(repository), []);
    });
  });
});

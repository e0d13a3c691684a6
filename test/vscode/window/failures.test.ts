import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { filesBelow } from '../../support/filesBelow.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository } from '../../support/shopRepository.ts';
import {
  entryFile,
  entryFiles,
  inWindow,
  openCapture,
  openLog,
  reloadWindow,
  row,
  textOf,
  textToBe,
} from './editor.ts';

describe('when something does not work', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
  });
  afterEach(() => repository.remove());

  it('[B37] makes no link and no command of a name that a notification repeats', async () => {
    const folder = '[Close](command:workbench.action.closeWindow)';
    repository.write('.vscode/settings.json', JSON.stringify({ 'retrolog.folder': folder }));
    repository.write(folder, 'A file stands where the folder would be.\n');
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await window.command('Retrolog: Start a Log');
      const shown = await window.notification('[Close]');
      assert.match((await shown.textContent()) ?? '', /\[Close\] \(command:workbench\.action\.closeWindow\)/);
      assert.equal(await shown.locator('.notification-list-item-message a').count(), 0);
    });
  });

  it('[C50] keeps what was typed where it cannot be written, over a reload, and writes it when it can', async () => {
    const inTheWay = 'retro/entries';
    repository.write(inTheWay, 'A file stands where the folder would be.\n');
    await inWindow(repository, {}, async (window) => {
      const typed = 'Disks have owners';
      const frame = await openCapture(window);
      await window.page.keyboard.type(typed);
      await window.page.keyboard.press('Control+Enter');
      await frame
        .getByRole('alert')
        .getByText(/retro\/entries/)
        .waitFor();
      await textToBe(frame, typed);
      const again = await reloadedCapture(window);
      await textToBe(again, typed);
      rmSync(join(repository.folder, inTheWay));
      await textOf(again).press('Control+Enter');
      await entryFile(repository, (text) => text.includes(`# ${typed}\n`));
    });
  });

  it('[J127] loses nothing and logs nothing twice when the extension starts anew while an entry is saved', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      const title = 'Saved while it ends';
      const count = () => entryFiles(repository).filter(({ text }) => text.includes(`# ${title}\n`)).length;
      await openCapture(window);
      await page.keyboard.type(title);
      await page.keyboard.press('Control+Enter');
      const frame = await reloadedCapture(window);
      await poll(
        'it to be logged, or still to be written',
        async () => count() === 1 || (await textOf(frame).inputValue()) === title,
      );
      await textOf(frame).fill('Logged by the second');
      await textOf(frame).press('Control+Enter');
      await row(window, /Logged by the second/).waitFor();
      assert.ok(count() <= 1);
      await poll('nothing unfinished to be left', async () =>
        filesBelow(join(repository.folder, 'retro')).every((name) => !name.endsWith('.tmp')),
      );
    });
  });
});

async function reloadedCapture(window: EditorWindow): Promise<Frame> {
  await reloadWindow(window);
  return openCapture(window);
}

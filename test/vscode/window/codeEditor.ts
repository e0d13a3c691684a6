import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { row } from './editor.ts';

/** Opens a file of the folder in its editor, by its path. */
export async function openFile(window: EditorWindow, path: string): Promise<void> {
  const { page } = window;
  const name = path.split('/').at(-1) ?? path;
  const files = page.locator('.quick-input-widget:visible');
  await poll(`${path} to be opened`, async () => {
    try {
      await page.keyboard.press('Control+p');
      await files.locator('input[type="text"]').first().fill(path, { timeout: 3000 });
      await files.locator('.monaco-list-row', { hasText: name }).first().click({ timeout: 3000 });
      await page.locator('.tab.active').filter({ hasText: name }).waitFor({ timeout: 3000 });
      return true;
    } catch {
      await page.keyboard.press('Escape');
      return false;
    }
  });
}

/** The line of links above the code that says this. */
export function lens(window: EditorWindow, text: string | RegExp): Locator {
  return window.page.locator('.codelens-decoration a').filter({ hasText: text });
}

/** Rests the mouse on a word of the code, and returns the hover that shows. */
export async function hoverOver(window: EditorWindow, word: string, said: string | RegExp): Promise<Locator> {
  const hover = window.page.locator('.monaco-hover:visible').filter({ hasText: said });
  await poll(`a hover over ${word}`, async () => {
    await window.page.mouse.move(5, 5);
    await window.page
      .locator('.view-line span > span')
      .filter({ hasText: word })
      .first()
      .hover({ timeout: 3000 });
    return hover
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
  });
  return hover.first();
}

/** Follows a link of the text as a person does, who holds Control down. */
export async function follow(window: EditorWindow, text: string): Promise<void> {
  const { page } = window;
  const box = await page.locator('.detected-link').filter({ hasText: text }).boundingBox();
  assert.ok(box);
  await page.keyboard.down('Control');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  // The link is drawn anew when the key goes down.
  await page.locator('.detected-link-active').filter({ hasText: text }).waitFor();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.up('Control');
}

export async function goToLine(window: EditorWindow, line: number): Promise<void> {
  await poll(`the cursor on line ${line}`, async () => {
    await window.page.keyboard.press('Control+g');
    await window.page
      .locator('.quick-input-widget:visible input[type="text"]')
      .first()
      .fill(`:${line}`, { timeout: 3000 })
      .catch(() => undefined);
    await window.page.keyboard.press('Enter');
    return window.page
      .getByText(new RegExp(`^Ln ${line}, Col`))
      .waitFor({ timeout: 2000 })
      .then(
        () => true,
        () => false,
      );
  });
}

/** Gives a command from the menu of an entry’s row. */
export async function menuOf(window: EditorWindow, name: RegExp, command: string): Promise<void> {
  const menu = window.page.locator('.context-view');
  const item = menu.getByRole('menuitem', { name: command });
  await poll(`${command} in the menu of the entry`, async () => {
    // A window that is still starting takes the focus now and then, which closes the menu.
    await row(window, name).first().click({ button: 'right' });
    try {
      await item.hover({ timeout: 3000 });
      await item.click({ timeout: 3000 });
      await item.waitFor({ state: 'detached', timeout: 3000 });
      return true;
    } catch {
      await window.page.keyboard.press('Escape');
      return false;
    }
  });
}

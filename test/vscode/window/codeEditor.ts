import type { Locator } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { chooseInMenu, clickUntil, row, succeeds } from './editor.ts';

const attempt = { timeout: 3000 };

/** Opens a file of the folder in its editor, by its path; the Explorer shows folders that hold one thing as one. */
export async function openFile(window: EditorWindow, path: string): Promise<void> {
  const { page } = window;
  const [folderName = ''] = path.split('/');
  const name = path.split('/').at(-1) ?? path;
  const explorer = page.getByRole('tree', { name: 'Files Explorer' });
  const file = explorer.getByRole('treeitem', { name });
  const folder = explorer.getByRole('treeitem', { name: folderName, expanded: false });
  const tab = page.locator('.tab.active').filter({ hasText: name });
  await poll(`${path} to be opened`, async () => {
    await window.command('File: Focus on Files Explorer');
    if (!(await file.isVisible())) {
      await succeeds(folder.first().click(attempt));
    }
    return (await succeeds(file.click(attempt))) && (await succeeds(tab.waitFor(attempt)));
  });
}

/** What stands above the code and says this. */
export function lens(window: EditorWindow, text: string | RegExp): Locator {
  return window.page.locator('.codelens-decoration a').filter({ hasText: text });
}

/** Clicks what stands above a line until it did its work: when lenses are drawn anew, a click on one may be lost. */
export function clickLens(window: EditorWindow, text: string | RegExp, outcome: Locator): Promise<void> {
  return clickUntil(window, lens(window, text).first(), outcome);
}

/** Rests the mouse on a word of the code, and returns the hover that shows. */
export async function hoverOver(window: EditorWindow, word: string, said: string | RegExp): Promise<Locator> {
  const { page } = window;
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: said }).first();
  const code = page.locator('.view-line span > span').filter({ hasText: word }).first();
  await poll(`a hover over ${word}`, async () => {
    await page.mouse.move(5, 5);
    return (await succeeds(code.hover(attempt))) && (await succeeds(hover.waitFor(attempt)));
  });
  return hover;
}

/** Follows a link of the text as a person does, who holds Control down. */
export async function follow(window: EditorWindow, text: string): Promise<void> {
  const { page } = window;
  const active = page.locator('.detected-link-active').filter({ hasText: text });
  await poll(`${text} to be followed`, async () => {
    const box = await page.locator('.detected-link').filter({ hasText: text }).boundingBox();
    if (box === null) {
      return false;
    }
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(5, 5);
    await page.keyboard.down('Control');
    await page.mouse.move(x, y, { steps: 5 });
    // The link is drawn anew when the key goes down.
    const ready = await succeeds(active.waitFor(attempt));
    if (ready) {
      await page.mouse.click(x, y);
    }
    await page.keyboard.up('Control');
    return ready;
  });
}

/** Puts the cursor at the beginning of a line, which counts from 1. */
export async function goToLine(window: EditorWindow, line: number): Promise<void> {
  const { page } = window;
  const input = page.locator('.quick-input-widget:visible input[type="text"]').first();
  const there = page.getByText(new RegExp(`^Ln ${line}, Col 1$`));
  await poll(`the cursor on line ${line}`, async () => {
    await page.keyboard.press('Control+g');
    await succeeds(input.fill(`:${line}`, attempt));
    await succeeds(input.press('Enter', attempt));
    return succeeds(there.waitFor({ timeout: 2000 }));
  });
}

/** Gives a command from the menu of an entry’s row. */
export function menuOf(window: EditorWindow, name: RegExp, command: string): Promise<void> {
  return chooseInMenu(window, row(window, name).first(), command);
}

/**
 * The same with one that may be given twice, until that is there to which it leads: of a row that is being drawn anew,
 * the editor does not say which one it is.
 */
export async function menuLeadsTo(
  window: EditorWindow,
  name: RegExp,
  command: string,
  outcome: Locator,
): Promise<void> {
  await poll(`“${command}” to lead to ${String(outcome)}`, async () => {
    await menuOf(window, name, command);
    return succeeds(outcome.waitFor({ timeout: 15_000 }));
  });
}

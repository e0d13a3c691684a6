import type { Locator } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { openFromRow, typeInto } from './editor.ts';

/** Of the entry that the tests of links are about. */
export const title = 'Prices are cents';

/** Opens the file of the entry that the tests of links are about. */
export async function openEntry(window: EditorWindow): Promise<void> {
  await openFromRow(window, title, /prices-are-cents/);
}

/** Waits for a word beside a hash in the editor. */
export async function hint(window: EditorWindow, text: string): Promise<void> {
  await window.page.locator('.monaco-editor .view-line').getByText(text).first().waitFor();
}

/** Types into the commit picker, when it is there, and waits for what is found. */
export async function find(window: EditorWindow, words: string): Promise<void> {
  await typeWords(window, words);
  await poll('one commit to be left', async () => (await commitRows(window).count()) === 1);
}

/** Takes what is ticked in the commit picker, or else the first. */
export function takeCommits(window: EditorWindow): Promise<void> {
  return commitBox(window).press('Enter');
}

/** Leaves the commit picker, with nothing taken. */
export async function leaveCommits(window: EditorWindow): Promise<void> {
  await commitBox(window).press('Escape');
  await commitBox(window).waitFor({ state: 'hidden' });
}

/** The box of the commit picker: while it comes up, the palette may still be there. */
function commitBox(window: EditorWindow): Locator {
  return window.page.getByPlaceholder('Type words of the subject');
}

/** Types into the commit picker. */
export async function typeWords(window: EditorWindow, words: string): Promise<void> {
  await typeInto(commitBox(window), words);
}

/** Types into the commit picker and waits until one commit of this name is left. */
export async function only(window: EditorWindow, words: string, name: RegExp): Promise<void> {
  await find(window, words);
  await commitRows(window).filter({ hasText: name }).waitFor();
}

/** The commits in the picker. */
export function commitRows(window: EditorWindow): Locator {
  return window.page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ has: window.page.locator('input[type="checkbox"], .monaco-checkbox') });
}

import assert from 'node:assert/strict';
import type { Frame, Locator, Page } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { settled, startRetro } from './boardEditor.ts';
import { sharedBrowser } from './editor.ts';

/** A retro in its writing phase. */
export async function writing(window: EditorWindow): Promise<Frame> {
  const frame = await startRetro(window);
  await poll('the writing phase', async () => {
    const phase = await frame.locator('[aria-current="step"]').innerText();
    if (phase.trim() !== 'Write') {
      await frame.getByRole('button', { name: /^Next: / }).click();
    }
    return phase.trim() === 'Write';
  });
  await settled(frame);
  return frame;
}

/** A board that is shared: the page of whoever shares it, and the link of its invitation. */
export interface Shared {
  readonly frame: Frame;
  readonly link: string;
}

/**
 * Shares the board with this machine, and gives its page and the link of the invitation.
 *
 * @param names whose names are seen, where that can be chosen
 */
export async function share(window: EditorWindow, frame: Frame, names?: string): Promise<Shared> {
  await frame.getByRole('button', { name: 'Share this retro' }).click();
  const picker = window.page.locator('.quick-input-widget:visible').filter({ hasText: 'Share this retro' });
  const choose = (choice: string) => picker.locator('.monaco-list-row').filter({ hasText: choice }).click();
  await choose('This machine only');
  if (names !== undefined) {
    await choose(names);
  }
  const shared = await sharedFrame(window);
  const link = await shared.getByLabel('Invitation, for everybody else').inputValue();
  assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{22}\.[\w-]{43}$/);
  return { frame: shared, link };
}

/** The page in a panel, when it shows something. */
function pageWith(window: EditorWindow, what: string, shown: (frame: Frame) => Locator): Promise<Frame> {
  return poll(what, async () => {
    const frame = await window.webview('Retro board');
    const isShown = await shown(frame)
      .isVisible()
      .catch(() => false);
    return isShown ? frame : undefined;
  });
}

export function sharedFrame(window: EditorWindow): Promise<Frame> {
  return pageWith(window, 'the board to be shared', (frame) => frame.locator('[data-guest] .board'));
}

/** The page of a board that is on one screen. */
export function aloneFrame(window: EditorWindow): Promise<Frame> {
  return pageWith(window, 'the board to be on one screen', (frame) =>
    frame.getByRole('button', { name: 'Share this retro' }),
  );
}

/** The page of a guest in an editor, when it asks for a name. */
export function nameAsked(window: EditorWindow): Promise<Frame> {
  return pageWith(window, 'the page of a guest', (frame) => frame.getByLabel('Your name'));
}

/**
 * Follows an invitation in a browser of its own, as wide as a phone or as a desk.
 *
 * @param received gets all that the page is sent from then on
 */
export async function guestAt(
  link: string,
  name: string,
  width = 390,
  received: string[] = [],
): Promise<Page> {
  const context = await sharedBrowser().newContext({ viewport: { width, height: 780 } });
  const page = await context.newPage();
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => received.push(String(payload))),
  );
  await knock(page, link, name);
  return page;
}

/** Follows an invitation, and asks to come in. */
export async function knock(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.keyboard.press('Enter');
}

/** From the list of people, which is shown when a board was just shared. */
export async function letIn(frame: Frame, name: string): Promise<void> {
  const people = frame.locator('dialog');
  await people.getByText(`${name} wants to come in.`).waitFor();
  await people.getByRole('button', { name: `Let in: ${name}` }).click();
}

/** Closes what lies over the board. */
export async function closeOver(frame: Frame): Promise<void> {
  await frame.locator('dialog').getByRole('button', { name: 'Close', exact: true }).click();
}

/** Adds a card, and waits until it is safe. */
export async function add(page: Frame | Page, column: number, text: string): Promise<void> {
  const composer = page.locator(`[data-composer="column-${column}"]`);
  await composer.fill(text);
  await composer.press('Enter');
  await page.locator('.board[data-waiting="0"]').waitFor();
}

export async function seesCard(page: Frame | Page, text: string): Promise<void> {
  await page.locator('.card').filter({ hasText: text }).first().waitFor();
}

/** Asks everybody a survey, by its key, from where it is chosen. */
export async function ask(frame: Frame, survey: string): Promise<void> {
  await frame.locator('[data-field="survey"]').selectOption(survey);
  await frame.getByRole('button', { name: 'Ask everyone', exact: true }).click();
}

/** Answers the survey that is open, a point for each statement. */
export async function answers(page: Frame | Page, points: readonly number[]): Promise<void> {
  const statements = page.locator('[data-question]');
  const offered = page.getByRole('button', { name: 'Answer', exact: true });
  await statements.or(offered).first().waitFor();
  if (!(await statements.first().isVisible())) {
    await offered.click();
  }
  for (const [at, point] of points.entries()) {
    await statements
      .nth(at)
      .locator('.point', { hasText: String(point) })
      .click();
  }
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await page.getByText('Your answers are in.').waitFor();
}

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { type Server, startServer } from '#host/startServer.mjs';
import { filesBelow, textIfThere } from '../../support/filesBelow.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { boxOf, hostVersion, inWindow, prompt } from './editor.ts';

/** Starts a retro with what is offered first, by Enter and Enter. */
export async function startRetro(window: EditorWindow): Promise<Frame> {
  await window.command('Retrolog: Start a Retro…');
  for (const step of ['1 of 2', '2 of 2']) {
    const picker = prompt(window, step);
    await picker.locator('.monaco-list-row.focused').waitFor();
    await boxOf(picker).press('Enter');
  }
  return boardFrame(window);
}

/** The page of the board, when it shows the board and has the focus. */
export async function boardFrame(window: EditorWindow): Promise<Frame> {
  return poll('the board to be shown', async () => {
    const frame = await window.webview('Retro board');
    const focused = await frame
      .evaluate(() => document.querySelector('.board') !== null && document.hasFocus())
      .catch(() => false);
    if (!focused) {
      await frame
        .locator('h1')
        .click({ timeout: 500 })
        .catch(() => undefined);
      await window.page.keyboard.press('Escape');
    }
    return focused ? frame : undefined;
  });
}

/** Resolves when all that was asked for is done and safe. */
export async function settled(frame: Frame): Promise<void> {
  await frame.locator('.board[data-waiting="0"]').waitFor();
}

/** Presses a key that is the board's own, with nothing of it in the focus, and the page itself surely. */
export async function pressOnBoard(window: EditorWindow, frame: Frame, key: string): Promise<void> {
  await poll('the board to have the focus', () =>
    frame.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      globalThis.focus();
      return document.hasFocus();
    }),
  );
  await window.page.keyboard.press(key);
}

/** Goes to the next phase by its key, and waits until it is there. */
export async function nextPhase(window: EditorWindow, frame: Frame, name: string): Promise<void> {
  await pressOnBoard(window, frame, ']');
  await frame
    .getByRole('button', { name, exact: true })
    .and(frame.locator('[aria-current="step"]'))
    .waitFor();
  await settled(frame);
}

/** A card by the beginning of its text. */
export function card(frame: Frame, text: string): Locator {
  return frame.locator('.card').filter({ hasText: text }).first();
}

/** Types cards into a column, one after the other, as fast as the keyboard goes. */
export async function writeCards(
  window: EditorWindow,
  frame: Frame,
  column: number,
  texts: readonly string[],
): Promise<void> {
  const composer = frame.locator(`[data-composer="column-${column}"]`);
  await composer.focus();
  await poll('the column to have the focus', () =>
    composer.evaluate((box) => document.hasFocus() && document.activeElement === box),
  );
  for (const text of texts) {
    await window.page.keyboard.type(text);
    await window.page.keyboard.press('Enter');
  }
}

/** The texts of all cards, column by column. */
export async function cardTexts(frame: Frame): Promise<readonly string[]> {
  return frame.locator('.card').allInnerTexts();
}

/** The minutes of the one meeting of a repository; `undefined` where there are none. */
export function minutesOf(repository: GitRepository): { path: string; text: string } | undefined {
  const folder = join(repository.folder, 'retro/meetings');
  const [name, ...others] = filesBelow(folder).filter((each) => each.endsWith('.md'));
  assert.deepEqual(others, []);
  const text = name === undefined ? undefined : textIfThere(join(folder, name));
  return text === undefined ? undefined : { path: `retro/meetings/${name}`, text };
}

/** A board whose extension host died comes back by itself, or else is offered. */
export async function openWhatWasOpen(window: EditorWindow): Promise<void> {
  const board = window.page.getByRole('tab', { name: 'Wins, failures, learnings' });
  await poll('the board to come back or to be offered', async () => {
    if ((await board.count()) > 0) {
      return true;
    }
    const offers = await window.notifications();
    if (offers.some((text) => text.includes('was open when the editor stopped'))) {
      const offer = await window.notification('was open when the editor stopped');
      await offer.getByRole('button', { name: 'Open It' }).click();
    }
    return false;
  });
}

/** The process that has a board open is named by the lock of its journal. */
export function ownerOfBoard(userDataDir: string): number {
  const names = filesBelow(userDataDir);
  const pid = claimantOf(names.find((name) => /\.retrolog-lock-[0-9a-f]+\.tmp[\\/].+/.test(name)));
  assert.ok(pid, `no lock in ${resolve(userDataDir)}`);
  return pid;
}

/** Whether another process than this one has a board or waits for it. */
export function waitsForBoard(userDataDir: string): boolean {
  const claimants = filesBelow(userDataDir)
    .filter((name) => /[\\/]boards[\\/]/.test(name))
    .map(claimantOf);
  return claimants.some((pid) => pid !== undefined && pid !== process.pid);
}

function claimantOf(name = ''): number | undefined {
  const pid = /[\\/][0-9a-f]{8}-(\d+)-[^\\/]+$/.exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/** A window of a server of its own, whose extension host can be killed: see `ownerOfBoard`. */
export async function inKillableWindow(
  repository: GitRepository,
  test: (window: EditorWindow, userDataDir: string, server: Server) => Promise<void>,
): Promise<void> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'retrolog-killed-'));
  const server = await startServer({
    version: hostVersion(),
    userDataDir,
    userSettings: { 'retrolog.quiet': true },
  });
  try {
    await inWindow(repository, {}, (window) => test(window, userDataDir, server), server);
  } finally {
    await server.stop();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Frame } from 'playwright-core';
import { openWindow } from '#host/editorWindow.mjs';
import { launchBrowser } from '#host/launchBrowser.mjs';
import { startServer } from '#host/startServer.mjs';
import { apply } from '../../src/core/board/apply.ts';
import { type Board, newBoard } from '../../src/core/board/board.ts';
import { nothingGiven } from '../../src/core/board/given.ts';
import type { Deed } from '../../src/core/board/intent.ts';
import { lookingBack } from '../../src/core/templates/lookingBack.ts';
import { BoardStorage } from '../../src/extension/board/boardStorage.ts';
import type { Session } from '../../src/extension/session.ts';
import { sentences } from '../support/corpusWords.ts';
import { seededId, seededRandom } from '../support/seededRandom.ts';
import { shopRepository } from '../support/shopRepository.ts';
import { percentile, report } from './claim.ts';

/*
 * A board of 1,000 cards in a real VS Code: from a key that adds a card until the host has applied it, written it to
 * the disk, and the page has drawn what the host said; how long the panel takes to open; and what a key costs.
 */

const random = seededRandom('a large board in the editor');
const cards = 1000;
const repository = shopRepository();
const userDataDir = mkdtempSync(join(tmpdir(), 'retrolog-board-bench-'));
await keepLargeBoard();
const browser = await launchBrowser();
const server = await startServer({ userDataDir });
try {
  const window = await openWindow(browser, server, {
    folder: repository.folder,
    asFolder: true,
    developmentPath: resolve('.'),
  });
  await window.command('Retrolog: Open a Retro…');
  const picker = window.page.locator('.quick-input-widget:visible').filter({ hasText: 'Open a retro' });
  const row = picker.locator('.monaco-list-row', { hasText: 'All of us' });
  await row.waitFor();
  const start = performance.now();
  await row.click();
  const frame = await window.webview('Retro board');
  await frame
    .locator('.card')
    .nth(cards - 1)
    .waitFor({ state: 'attached' });
  const opening = performance.now() - start;
  const intents = await timeIntents(frame, 100);
  const keys = await timeKeys(frame, 200);
  report([
    { what: `a panel opens on a board of ${cards} cards`, measured: opening, most: 1000, unit: 'ms' },
    {
      what: 'a card is added, applied, on the disk and in the view, 95th percentile of 100',
      measured: percentile(intents, 0.95),
      most: 50,
      unit: 'ms',
    },
    {
      what: 'a key in a card, 95th percentile of 200',
      measured: percentile(keys, 0.95),
      most: 16,
      unit: 'ms',
    },
  ]);
} finally {
  await server.stop();
  await browser.close();
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  repository.remove();
}

/** Puts a journal with a large board where the extension keeps its own. */
async function keepLargeBoard(): Promise<void> {
  const fsPath = join(userDataDir, 'User/globalStorage/retrolog.retrolog');
  const storage = new BoardStorage({ fsPath } as ConstructorParameters<typeof BoardStorage>[0]);
  const id = seededId(random);
  const journal = await storage.open({ root: repository.folder } as Session, id);
  await journal.compact(largeBoard(id));
  await journal.close();
}

function largeBoard(id: string): Board {
  const lead = seededId(random);
  const [template] = lookingBack();
  if (template === undefined) {
    throw new Error('There is no template.');
  }
  let board: Board = newBoard;
  const does = (deed: Deed): void => {
    const outcome = apply(board, { id: seededId(random), participant: lead, at: 1, random: [], deed });
    if ('refused' in outcome) {
      throw new Error(outcome.refused.message);
    }
    board = outcome.ok;
  };
  const day = { date: '2026-11-20', from: '2026-11-06', to: '2026-11-20' };
  const plan = { ...template, hidden: false };
  does({
    type: 'start',
    name: 'Ada',
    meeting: { id, title: 'All of us', ...day },
    template: plan,
    given: nothingGiven,
  });
  does({ type: 'goTo', phase: 'write' });
  while (board.cards.length < cards) {
    const column = `column-${1 + (board.cards.length % 3)}`;
    does({ type: 'addCard', card: seededId(random), column, text: random.pick(sentences) });
  }
  return board;
}

/** Adds cards one after the other by the Enter key; for each, until nothing that was asked for is on its way. */
function timeIntents(frame: Frame, count: number): Promise<number[]> {
  return frame.evaluate(async (times) => {
    const measured: number[] = [];
    const board = document.querySelector<HTMLElement>('.board');
    const field = document.querySelector<HTMLTextAreaElement>('[data-composer="column-1"]');
    for (let round = 0; round < times; round += 1) {
      field?.focus();
      document.execCommand('insertText', false, `Card number ${round}`);
      const begun = performance.now();
      field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      await new Promise<void>((resolve) => {
        const look = (): void => {
          if (board?.dataset['waiting'] === '0') {
            observer.disconnect();
            resolve();
          }
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, {
          subtree: true,
          attributes: true,
          attributeFilter: ['data-waiting'],
        });
        look();
      });
      measured.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return measured;
  }, count);
}

/** Types into the field for a new card: what the page does for a key, with the layout that follows. */
function timeKeys(frame: Frame, count: number): Promise<number[]> {
  return frame.evaluate(async (times) => {
    const measured: number[] = [];
    const field = document.querySelector<HTMLTextAreaElement>('[data-composer="column-1"]');
    field?.focus();
    for (let round = 0; round < times; round += 1) {
      const begun = performance.now();
      document.execCommand('insertText', false, round % 6 === 5 ? ' ' : 'a');
      void document.body.offsetHeight;
      measured.push(performance.now() - begun);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return measured;
  }, count);
}

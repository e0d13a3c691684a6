import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository } from '../../support/shopRepository.ts';
import {
  boardFrame,
  cardTexts,
  minutesOf,
  nextPhase,
  settled,
  startRetro,
  writeCards,
} from './boardEditor.ts';
import { answer, inWindow, reloadWindow, sharedBrowser } from './editor.ts';

describe('a retro that is shared from the editor', () => {
  let repository: GitRepository;
  const guests: Page[] = [];
  beforeEach(() => {
    repository = shopRepository();
  });
  afterEach(async () => {
    await Promise.all(guests.splice(0).map((page) => page.context().close()));
    repository.remove();
  });

  /** A retro in its writing phase, with one card. */
  async function writing(window: EditorWindow): Promise<Frame> {
    const frame = await startRetro(window);
    await poll('the writing phase', async () => {
      const phase = await frame.locator('[aria-current="step"]').innerText();
      if (phase.trim() !== 'Write') {
        await frame.getByRole('button', { name: /^Next: / }).click();
      }
      return phase.trim() === 'Write';
    });
    await writeCards(window, frame, 1, ['From the one screen']);
    await settled(frame);
    return frame;
  }

  /** Shares the board with this machine, and gives its page and the link of the invitation. */
  async function share(window: EditorWindow, frame: Frame): Promise<{ frame: Frame; link: string }> {
    await frame.getByRole('button', { name: 'Share this retro' }).click();
    const picker = window.page.locator('.quick-input-widget:visible').filter({ hasText: 'From where' });
    await picker.locator('.monaco-list-row').filter({ hasText: 'This machine only' }).click();
    const shared = await sharedFrame(window);
    const link = await shared.getByLabel('Invitation, for everybody else').inputValue();
    assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{22}\.[\w-]{43}$/);
    return { frame: shared, link };
  }

  /** The page of the shared board, when it shows who is there. */
  function sharedFrame(window: EditorWindow): Promise<Frame> {
    return poll('the board to be shared', async () => {
      const frame = await window.webview('Retro board');
      const isThere = await frame
        .locator('[data-guest] .board')
        .isVisible()
        .catch(() => false);
      return isThere ? frame : undefined;
    });
  }

  async function guestAt(link: string, name: string): Promise<Page> {
    const context = await sharedBrowser().newContext({ viewport: { width: 390, height: 780 } });
    const page = await context.newPage();
    guests.push(page);
    await page.goto(link);
    await page.getByLabel('Your name').fill(name);
    await page.keyboard.press('Enter');
    return page;
  }

  async function letIn(frame: Frame, name: string): Promise<void> {
    await frame.getByText(`${name} wants to come in.`).first().waitFor();
    await frame.getByRole('button', { name: 'Let in' }).first().click();
  }

  async function seesCard(frame: Frame | Page, text: string): Promise<void> {
    await frame.locator('.card').filter({ hasText: text }).first().waitFor();
  }

  it('is joined by a browser, and goes on alone with all that was done when it is ended', async () => {
    await inWindow(repository, {}, async (window) => {
      const { frame, link } = await share(window, await writing(window));
      const ben = await guestAt(link, 'Ben');
      await letIn(frame, 'Ben');
      await ben.locator('.board').waitFor();
      await frame.getByRole('button', { name: 'Close', exact: true }).click();
      assert.deepEqual(await window.axe(frame), []);
      await window.screenshot('out/shared-board.png');
      await seesCard(frame, 'From the one screen');
      await ben.locator('[data-composer="column-1"]').fill('From Ben’s browser');
      await ben.keyboard.press('Enter');
      await ben.locator('.board[data-waiting="0"]').waitFor();
      await frame.getByRole('button', { name: 'Reveal the cards' }).click();
      await seesCard(frame, 'From Ben’s browser');
      await seesCard(ben, 'From the one screen');
      await frame.getByRole('button', { name: 'People: 2' }).click();
      await frame.getByRole('button', { name: 'End it for everyone…' }).click();
      await frame.getByRole('button', { name: 'End it', exact: true }).click();
      await ben.getByRole('heading', { name: 'The retro has ended' }).waitFor();
      const alone = await aloneFrame(window);
      await seesCard(alone, 'From Ben’s browser');
      await nextPhase(window, await boardFrame(window), 'Group');
      assert.equal((await cardTexts(alone)).length, 2);
      await poll('the minutes', async () => minutesOf(repository)?.text.includes('From Ben’s browser'));
    });
  });

  /** The page of a board that is on one screen. */
  function aloneFrame(window: EditorWindow): Promise<Frame> {
    return poll('the board to be on one screen', async () => {
      const frame = await window.webview('Retro board');
      const isThere = await frame
        .getByRole('button', { name: 'Share this retro' })
        .isVisible()
        .catch(() => false);
      return isThere ? frame : undefined;
    });
  }

  it('goes on over a reload of the window, at the same address and with what was half written', async () => {
    await inWindow(repository, {}, async (window) => {
      const { frame, link } = await share(window, await writing(window));
      const ben = await guestAt(link, 'Ben');
      await letIn(frame, 'Ben');
      await ben.locator('.board').waitFor();
      await frame.getByRole('button', { name: 'Close', exact: true }).click();
      await frame.locator('[data-composer="column-2"]').fill('Half a thought');
      await settled(frame);
      await reloadWindow(window);
      await ben.getByText('No connection.').waitFor();
      await ben.locator('[data-composer="column-1"]').fill('While nobody was there');
      await ben.keyboard.press('Enter');
      const again = await sharedFrame(window);
      await ben.getByText('No connection.').waitFor({ state: 'detached' });
      await ben.locator('.board[data-waiting="0"]').waitFor();
      assert.equal(await again.locator('[data-composer="column-2"]').inputValue(), 'Half a thought');
      await again.getByRole('button', { name: 'Reveal the cards' }).click();
      await seesCard(again, 'While nobody was there');
    });
  });

  it('is joined from another editor by its link, which is refused where it is none', async () => {
    await inWindow(repository, {}, async (window) => {
      const { frame, link } = await share(window, await writing(window));
      await inWindow(undefined, {}, async (other) => {
        await other.command('Retrolog: Join a Retro…');
        await answer(other, 'Paste the link', link);
        const page = await poll('the page of a guest', async () => {
          const found = await other.webview('Retro board');
          return (await found
            .getByLabel('Your name')
            .isVisible()
            .catch(() => false))
            ? found
            : undefined;
        });
        await page.getByLabel('Your name').fill('Cleo');
        await page.getByRole('button', { name: 'Join', exact: true }).click();
        await letIn(frame, 'Cleo');
        await page.locator('.board').waitFor();
        await other.screenshot('out/joined-board.png');
        await page.locator('[data-composer="column-1"]').fill('From another editor');
        await page.locator('[data-composer="column-1"]').press('Enter');
        await page.locator('.board[data-waiting="0"]').waitFor();
        await frame.getByRole('button', { name: 'Close', exact: true }).click();
        await frame.getByRole('button', { name: 'Reveal the cards' }).click();
        await seesCard(frame, 'From another editor');
      });
    });
  });
});

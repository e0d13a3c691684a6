import assert from 'node:assert/strict';
import type { Frame, Locator, Page } from 'playwright-core';
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
    const picker = window.page.locator('.quick-input-widget:visible').filter({ hasText: 'Share this retro' });
    await picker.locator('.monaco-list-row').filter({ hasText: 'This machine only' }).click();
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

  function sharedFrame(window: EditorWindow): Promise<Frame> {
    return pageWith(window, 'the board to be shared', (frame) => frame.locator('[data-guest] .board'));
  }

  /** The page of a board that is on one screen. */
  function aloneFrame(window: EditorWindow): Promise<Frame> {
    return pageWith(window, 'the board to be on one screen', (frame) =>
      frame.getByRole('button', { name: 'Share this retro' }),
    );
  }

  /** The page of a guest in an editor, when it asks for a name. */
  function nameAsked(window: EditorWindow): Promise<Frame> {
    return pageWith(window, 'the page of a guest', (frame) => frame.getByLabel('Your name'));
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

  /** From the list of people, which is shown when a board was just shared. */
  async function letIn(frame: Frame, name: string): Promise<void> {
    const people = frame.locator('dialog');
    await people.getByText(`${name} wants to come in.`).waitFor();
    await people.getByRole('button', { name: 'Let in' }).click();
  }

  /** A retro that is shared, with one guest in a browser. */
  async function shareWithBen(window: EditorWindow): Promise<{ frame: Frame; ben: Page }> {
    const { frame, link } = await share(window, await writing(window));
    const ben = await guestAt(link, 'Ben');
    await letIn(frame, 'Ben');
    await ben.locator('.board').waitFor();
    await frame.locator('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    return { frame, ben };
  }

  async function seesCard(frame: Frame | Page, text: string): Promise<void> {
    await frame.locator('.card').filter({ hasText: text }).first().waitFor();
  }

  it('is joined by a browser, and goes on alone with all that was done when it is ended', async () => {
    await inWindow(repository, {}, async (window) => {
      const { frame, ben } = await shareWithBen(window);
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

  it('goes on over a reload of the window, at the same address and with what was half written', async () => {
    await inWindow(repository, {}, async (window) => {
      const { frame, ben } = await shareWithBen(window);
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
        const page = await nameAsked(other);
        await page.getByLabel('Your name').fill('Cleo');
        await page.getByRole('button', { name: 'Join', exact: true }).click();
        await letIn(frame, 'Cleo');
        await page.locator('.board').waitFor();
        await other.screenshot('out/joined-board.png');
        await page.locator('[data-composer="column-1"]').fill('From another editor');
        await page.locator('[data-composer="column-1"]').press('Enter');
        await page.locator('.board[data-waiting="0"]').waitFor();
        await frame.locator('dialog').getByRole('button', { name: 'Close', exact: true }).click();
        await frame.getByRole('button', { name: 'Reveal the cards' }).click();
        await seesCard(frame, 'From another editor');
      });
    });
  });

  it('[J126] asks before it follows a link from outside, naming the host, and Enter says no', async () => {
    await inWindow(repository, {}, async (window) => {
      const { link } = await share(window, await writing(window));
      await inWindow(undefined, {}, async (other) => {
        const dialog = other.page.locator('.monaco-dialog-box');
        const question = `Join the retro at ${new URL(link).host}?`;
        const follow = async (): Promise<void> => {
          await other.command('Developer: Open URL');
          await answer(other, 'URL', `vscode://retrolog.retrolog/join?link=${encodeURIComponent(link)}`);
          await dialog.getByText('Open', { exact: true }).click();
        };
        await follow();
        const asked = other.page.locator('.quick-input-widget:visible').filter({ hasText: question });
        await asked.locator('.monaco-list-row.focused', { hasText: 'No' }).waitFor();
        await other.screenshot('out/asked-to-join.png');
        await asked.locator('input[type="text"]').first().press('Enter');
        await asked.waitFor({ state: 'hidden' });
        assert.equal(await other.page.locator('iframe.webview').count(), 0);
        await follow();
        await answer(other, question, 'Join');
        await nameAsked(other);
      });
    });
  });
});

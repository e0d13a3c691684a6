import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { poll } from '#host/poll.mjs';
import { GitRepository } from '../support/gitRepository.ts';
import { Served } from '../support/served.ts';
import { add, card, next, RetroPages } from './retroPages.ts';

describe('what somebody writes in a live retro', function () {
  this.timeout(180_000);
  let pages: RetroPages;
  let repository: GitRepository;
  let served: Served;
  let ada: Page;
  let ben: Page;

  before(async () => {
    pages = await RetroPages.launch();
  });
  after(() => pages.quit());

  beforeEach(async () => {
    repository = new GitRepository();
    served = await Served.start(repository);
    ada = await pages.facilitate(served.hostLink);
    ben = await pages.letIn(served.guestLink, ada, 'Ben');
    await next(ada);
  });
  afterEach(async function () {
    await pages.closeAll(this.currentTest?.state === 'failed');
    await served.stop();
    repository.remove();
  });

  it('leaves what somebody is changing to them, whatever others do to it meanwhile', async () => {
    await next(ada);
    await add(ben, 1, 'Pairing');
    await add(ben, 1, 'Lunch');
    await ada.getByRole('button', { name: 'Reveal the cards' }).click();
    await next(ada);
    await ben.locator('.phase-group').waitFor();
    const field = ben.locator('[data-edits]');
    const change = async (page: Page, from: string, to: string): Promise<void> => {
      await card(page, from).press('e');
      await page.locator('[data-edits]').fill(to);
    };
    const isUnder = (where: string) => ben.locator(`${where} [data-edits]:focus`);

    // Somebody else changes it, groups it and moves it.
    await change(ben, 'Pairing', 'Pairing on the flaky');
    await change(ada, 'Pairing', 'Pair programming');
    await ada.keyboard.press('Enter');
    await card(ada, 'Pair programming').press('g');
    await ada.keyboard.press('Enter');
    await isUnder('.group').waitFor();
    await ben.keyboard.type(' test');
    await ada.locator('.group-head').press('m');
    await ada.keyboard.press('Enter');
    await isUnder('[data-column=column-2]').waitFor();
    await ben.keyboard.type(' worked');
    await ben.keyboard.press('Enter');
    await card(ada, 'Pairing on the flaky test worked').waitFor();

    // What nobody has typed in follows the board, and Escape leaves all as it is.
    await card(ben, 'Lunch').press('e');
    await change(ada, 'Lunch', 'Lunch together');
    await ada.keyboard.press('Enter');
    await poll('the new text', async () => (await field.inputValue()) === 'Lunch together');
    await field.fill('Something else');
    await ben.keyboard.press('Escape');
    await card(ben, 'Lunch together').waitFor();
    await ben.locator('.board[data-waiting="0"]').waitFor();
    assert.equal(await ada.locator('.card', { hasText: 'Something else' }).count(), 0);

    // Somebody else deletes it: then it is offered where it stood, and nothing is changed any more.
    await change(ben, 'Lunch together', 'Lunch on Fridays');
    await card(ada, 'Lunch together').press('Delete');
    await ben.getByText(/^A card that you wrote for “.*” was not sent\.$/).waitFor();
    assert.equal(await field.count(), 0);
    await ada.keyboard.press('Control+z');
    await card(ben, 'Lunch together').waitFor();
    await ben.getByRole('button', { name: 'Look', exact: true }).click();
    await ben.getByRole('button', { name: 'Send my card' }).click();
    await ada.locator('[data-column=column-2] .card', { hasText: 'Lunch on Fridays' }).waitFor();
  });

  it('leaves an answer alone while it is typed in', async () => {
    const field = ben.getByLabel('Your answer');
    // More is typed before the answer that was given comes back.
    await field.evaluate((input: HTMLInputElement) => {
      input.focus();
      input.value = 'A good';
      input.dispatchEvent(new Event('change'));
      input.value = 'A good coffee';
    });
    await ben.locator('.answers li', { hasText: 'A good' }).waitFor();
    assert.equal(await field.inputValue(), 'A good coffee');
  });

  it('keeps the last words of a page that goes, and lets no key bring back a board that is over', async () => {
    await next(ada);
    const composer = ben.locator('[data-composer=column-1]');
    await composer.waitFor();
    // No timer ends any more: what is kept from here on is kept by what happens.
    await ben.clock.install();
    await ben.clock.pauseAt(Date.now() + 60_000);
    const isKept = (text: string) =>
      ben.evaluate((typed) => Object.values(localStorage).some((kept) => String(kept).includes(typed)), text);
    for (const [event, text] of [
      ['blur', 'Half a thought'],
      ['pagehide', 'Half a thought, and more'],
    ] as const) {
      await composer.fill(text);
      assert.equal(await isKept(text), false);
      await ben.evaluate((name) => window.dispatchEvent(new Event(name)), event);
      assert.equal(await isKept(text), true);
    }

    await composer.fill('The last words');
    await ada.getByRole('button', { name: 'People: 2' }).click();
    await ada.getByRole('button', { name: 'Remove' }).click();
    await ben.getByRole('heading', { name: 'You were taken off the board' }).waitFor();
    await ben.getByText('The last words').waitFor();
    for (const key of ['?', 'Control+z']) {
      await ben.keyboard.press(key);
      assert.equal(await ben.locator('.board').count(), 0);
    }
  });
});

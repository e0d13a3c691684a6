import { clickNoted, noteClicks } from './clickNotes.mjs';
import { poll } from './poll.mjs';

/** Milliseconds that the first attempt may take; each takes longer than the one before, for a machine that is busy. */
const first = 1500;

/**
 * Runs a command by its title, as in `Retrolog: Add Entry`, in the palette, once. Tries again while the command is not
 * yet known, or something that finishes loading takes the focus and so closes the palette.
 * @param {import('playwright-core').Page} page
 * @param {string} title
 */
export async function runCommand(page, title) {
  const input = page.locator('.quick-input-widget input[type="text"]').first();
  const whole = new RegExp(`^${escapeRegExp(title)}$`);
  // Its title is marked as what was typed: a list from before it was typed is about to change under the mouse.
  const name = page
    .locator('.quick-input-list .label-name')
    .filter({ hasText: whole })
    .filter({ has: page.locator('.highlight', { hasText: whole }) });
  const attempt = { timeout: 0 };
  await poll(`the command "${title}"`, async () => {
    attempt.timeout += first;
    await page.keyboard.press('F1');
    await noteClicks(page);
    try {
      await input.waitFor({ ...attempt, state: 'visible' });
      // In one go: keys would go wherever the focus is taken meanwhile, and into a file if that is an editor.
      await input.evaluate(write, `>${title}`);
      await name.first().click(attempt);
    } catch (error) {
      if (page.isClosed()) throw error;
    }
    const clicked = await clickNoted(page);
    if (clicked === title || clicked === undefined) return true;
    // A list that got the focus meanwhile would forget by this key which of its rows had it.
    if (await input.isVisible()) await input.evaluate(leave);
    return false;
  });
}

/**
 * @param {HTMLInputElement} input
 * @param {string} text
 */
function write(input, text) {
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/**
 * Closes what an input belongs to, unless that is closed already.
 * @param {HTMLInputElement} input
 */
function leave(input) {
  if (input.checkVisibility()) {
    input.focus();
    input.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', keyCode: 27, bubbles: true }),
    );
  }
}

/** @param {string} text */
function escapeRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

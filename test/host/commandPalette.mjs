import { poll } from './poll.mjs';

const attempt = { timeout: 1500 };

/**
 * Runs a command by its title, as in `Retrolog: Add Entry`, in the palette. Tries again while the command is not yet
 * known, or something that finishes loading takes the focus and so closes the palette.
 * @param {import('playwright-core').Page} page
 * @param {string} title
 */
export async function runCommand(page, title) {
  const input = page.locator('.quick-input-widget input[type="text"]').first();
  const name = page
    .locator('.quick-input-list .label-name')
    .filter({ hasText: new RegExp(`^${escapeRegExp(title)}$`) });
  await poll(`the command "${title}"`, async () => {
    try {
      await page.keyboard.press('F1');
      await input.fill(`>${title}`, attempt);
      await name.first().click(attempt);
      return true;
    } catch (error) {
      if (page.isClosed()) throw error;
      await page.keyboard.press('Escape');
      return false;
    }
  });
}

/** @param {string} text */
function escapeRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

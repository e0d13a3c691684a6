import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { poll } from './poll.mjs';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * The frame of the webview whose document has this title. Each `webview.html = ...` makes a new one.
 * @param {import('playwright-core').Page} page
 * @param {string} title
 * @returns {Promise<import('playwright-core').Frame>}
 */
export function findWebview(page, title) {
  return poll(`a webview titled "${title}"`, async () => {
    for (const frame of page.frames()) {
      const isContent = frame.parentFrame()?.url().includes('/webview/browser/pre/');
      if (isContent && (await frame.title().catch(() => '')) === title) return frame;
    }
    return undefined;
  });
}

/**
 * What axe finds wrong. The content security policy of the frame does not stop it, nor do shadow roots.
 * @param {import('playwright-core').Frame} frame
 * @param {import('axe-core').RunOptions} [options]
 * @returns {Promise<import('axe-core').Result[]>}
 */
export async function findAxeViolations(frame, options = {}) {
  await frame.evaluate(await readFile(axePath, 'utf8'));
  const { violations } = await frame.evaluate((given) => globalThis.axe.run(document, given), options);
  return violations;
}

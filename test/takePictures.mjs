// Takes the pictures of the README in a real VS Code, on the sample history: `npm run pictures`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openWindow } from './host/editorWindow.mjs';
import { launchBrowser } from './host/launchBrowser.mjs';
import { startServer } from './host/startServer.mjs';
import { savePicture } from './savePicture.mjs';
import { takeBoardPictures } from './takeBoardPictures.mjs';
import { takeLinkPictures } from './takeLinkPictures.mjs';
import { takeLivePictures } from './takeLivePictures.mjs';

const { makeSampleRepository } = await import('../out/test/sample/makeSampleRepository.js');
const pictures = resolve('media/pictures');
mkdirSync(pictures, { recursive: true });
const base = mkdtempSync(join(tmpdir(), 'retrolog-pictures-'));
const folder = join(base, 'shop');
await makeSampleRepository({ folder, seed: 1, until: new Date().toISOString().slice(0, 10) });
// Whoever takes the pictures is not in them.
execFileSync('git', ['config', 'user.name', 'Priya'], { cwd: folder });
const browser = await launchBrowser();
const server = await startServer({ extensions: [resolve('.')], smokeTestDriver: false });
try {
  for (const [theme, name] of [
    ['Dark Modern', 'dark'],
    ['Light Modern', 'light'],
  ]) {
    const window = await openWindow(browser, server, {
      folder,
      theme,
      viewport: { width: 1180, height: 760 },
    });
    await window.page.keyboard.press('Control+p');
    const files = window.page.locator('.quick-input-widget:visible');
    await files.locator('input[type="text"]').first().fill('src/cart');
    await files.locator('.monaco-list-row', { hasText: '.ts' }).first().click();
    await window.page.locator('.monaco-editor .view-line').nth(8).click();
    await window.command('Retrolog: Log Something');
    const frame = await window.webview('Log an entry');
    const text = frame.getByRole('textbox', { name: 'What happened' });
    await text.fill('Rounding belongs in one place\nCart and invoice rounded differently by a cent.');
    await window.page.getByRole('treeitem', { name: /About / }).waitFor();
    await window.command('Notifications: Clear All Notifications');
    await text.click();
    await savePicture(window.page, join(pictures, `editor-${name}.webp`));
    if (name === 'dark') {
      await takeTrends(window, join(pictures, 'trends-dark.webp'));
    }
    await takeBoardPictures(window, name, pictures);
    if (name === 'dark') {
      await takeLivePictures(browser, window, pictures);
    }
    await window.close();
  }
  await takeLinkPictures(browser, server, { folder, pictures });
} finally {
  await server.stop();
  await browser.close();
  rmSync(base, { recursive: true, force: true });
}

/** The trends panel by itself, with a point of its chart gone to. */
async function takeTrends(window, file) {
  await window.command('View: Close All Editors');
  await window.command('View: Toggle Primary Side Bar Visibility');
  await window.command('Retrolog: Show Trends');
  const frame = await window.webview('Trends');
  await frame.getByRole('combobox', { name: 'Period' }).selectOption({ label: '1 year' });
  await frame.locator('.headline .point').nth(52).waitFor();
  await frame.locator('.history .codicon-sync').waitFor({ state: 'detached' });
  await frame.locator('.figures svg.chart').nth(5).waitFor();
  await frame.locator('.headline .point').nth(40).hover();
  await window.command('Notifications: Clear All Notifications');
  await frame.locator('.headline .point').nth(40).hover();
  await savePicture(window.page, file);
}

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { openWindow } from './host/editorWindow.mjs';
import { poll } from './host/poll.mjs';
import { savePicture } from './savePicture.mjs';

const viewport = { width: 1120, height: 600 };

/**
 * Takes the pictures of what links to commits are good for: entries where the code is, and links after a rebase.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./host/startServer.mjs').Server} server
 * @param {{ folder: string, pictures: string }} paths the sample repository, which is rewritten, and where they go
 */
export async function takeLinkPictures(browser, server, { folder, pictures }) {
  makeAnew(folder, 150);
  const window = await openWindow(browser, server, { folder, theme: 'Dark Modern', viewport });
  const { page } = window;
  await window.command('Retro: Focus on Log View');
  await page.locator('.pane-header', { hasText: 'Capture' }).click();
  await openFile(page, 'src/shared/cache.ts', ':9');
  await page.locator('.codelens-decoration a', { hasText: 'Failure: Cache stampede' }).first().waitFor();
  await page.getByRole('treeitem', { name: /Spread lifetimes.*, here/ }).waitFor();
  const hover = page.locator('.monaco-hover:visible', { hasText: 'Spread lifetimes' }).first();
  await poll('what knows the language to be there', async () => {
    await page.mouse.move(5, 5);
    await hover.waitFor({ state: 'hidden' });
    await page.locator('.view-line', { hasText: 'const spread' }).locator('span > span').nth(2).hover();
    await hover.waitFor();
    await hover.evaluate((shown) =>
      Promise.all(shown.getAnimations({ subtree: true }).map((one) => one.finished)),
    );
    return (await hover.innerText()).trim().startsWith('const spread: ');
  });
  await savePicture(page, join(pictures, 'code-dark.webp'));

  await openFile(page, 'bought-a-pilea');
  await page.locator('.monaco-editor .view-line').getByText('rewritten: now').first().waitFor();
  await window.command('Retrolog: Repair Commit Links');
  await page.locator('.quick-input-widget:visible', { hasText: 'links found' }).waitFor();
  await page.mouse.move(5, 5);
  await page.locator('.workbench-hover:visible').waitFor({ state: 'hidden' });
  await page.locator('.notification-toast').waitFor({ state: 'hidden' });
  await savePicture(page, join(pictures, 'links-dark.webp'));
  await window.close();
}

/** The last commits get new hashes, as by a rebase, and nothing keeps the old ones. */
function makeAnew(folder, count) {
  const env = { ...process.env, FILTER_BRANCH_SQUELCH_WARNING: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  const git = (...args) => execFileSync('git', args, { cwd: folder, env, stdio: 'pipe', encoding: 'utf8' });
  git('filter-branch', '--env-filter', 'GIT_COMMITTER_NAME=Rebase', '--', `HEAD~${count}..HEAD`);
  const others = git(
    'for-each-ref',
    '--format=delete %(refname)',
    'refs/original',
    'refs/tags',
    'refs/heads',
  );
  const input = others.replace('delete refs/heads/main\n', '');
  execFileSync('git', ['update-ref', '--stdin'], { cwd: folder, env, input });
  git('reflog', 'expire', '--expire=now', '--all');
}

async function openFile(page, name, line = '') {
  await page.keyboard.press('Control+p');
  const widget = page.locator('.quick-input-widget:visible');
  await widget.locator('input[type="text"]').first().fill(`${name}${line}`);
  await widget
    .locator('.monaco-list-row', { hasText: name.split('/').at(-1) })
    .first()
    .click();
}

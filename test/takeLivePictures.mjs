import { join } from 'node:path';
import { savePicture } from './savePicture.mjs';

/**
 * Takes pictures of a retro that others come to: the board of whoever shares it, with who is in and who knocks, and the
 * page of a guest on a phone.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./host/editorWindow.mjs').EditorWindow} window with no other retro open
 * @param {string} pictures the folder that they go to
 */
export async function takeLivePictures(browser, window, pictures) {
  const { add, knock, letIn, share, writing } = await import('../out/test/vscode/window/sharedEditor.js');
  await window.command('View: Close All Editors');
  const alone = await writing(window);
  const { frame, link } = await share(window, alone, 'Everyone’s own name');
  const guestOn = async (name) => {
    const phone = { viewport: { width: 390, height: 700 }, colorScheme: 'light' };
    const page = await (await browser.newContext(phone)).newPage();
    await knock(page, link, name);
    return page;
  };
  const guest = await guestOn('Jonas');
  await letIn(frame, 'Jonas');
  await guest.locator('.board').waitFor();
  await add(guest, 1, 'The handbook helped on the first night on call');
  await add(guest, 1, 'Deploys under ten minutes');
  await guest.locator('[data-composer="column-1"]').fill('Parallel jobs paid off');
  await savePicture(guest, join(pictures, 'guest-light.webp'));
  const others = [await guestOn('Elif'), await guestOn('Kofi')];
  for (const name of ['Elif', 'Kofi']) {
    await frame.locator('dialog').getByText(`${name} wants to come in.`).waitFor();
  }
  await window.page.mouse.move(600, 740);
  await savePicture(window.page, join(pictures, 'live-dark.webp'));
  await Promise.all([guest, ...others].map((page) => page.context().close()));
}

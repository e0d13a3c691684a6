import { join } from 'node:path';
import { savePicture } from './savePicture.mjs';

/**
 * Takes a picture of a retro: in the dark while the team votes, in the light while it talks about what got most
 * votes.
 * @param {import('./host/editorWindow.mjs').EditorWindow} window
 * @param {'dark' | 'light'} name of the theme
 * @param {string} pictures the folder that they go to
 */
export async function takeBoardPictures(window, name, pictures) {
  const { page } = window;
  await window.command('Retrolog: Start a Retro…');
  for (const step of ['1 of 2', '2 of 2']) {
    const picker = page.locator('.quick-input-widget:visible').filter({ hasText: step });
    await picker.locator('.monaco-list-row.focused').waitFor();
    await picker.locator('input:focus').waitFor();
    await page.keyboard.type(step === '1 of 2' ? 'Wins, failures' : 'two weeks');
    await page.keyboard.press('Enter');
  }
  const frame = await window.webview('Retro board');
  await frame.locator('.board').waitFor();
  if (await page.locator('.part.sidebar').isVisible()) await window.command('View: Close Primary Side Bar');
  const phase = (title) => frame.getByRole('button', { name: title, exact: true }).click();
  await phase('Write');
  const cards = {
    1: [
      'Deploys under ten minutes',
      'Parallel jobs paid off',
      'The handbook helped on the first night on call',
    ],
    2: ['Checkout was down for twelve minutes', 'Nobody knew who owns the staging data'],
    3: ['Expire caches a little apart from each other', 'A flag needs an owner and an end'],
  };
  for (const [column, texts] of Object.entries(cards)) {
    await frame.locator(`[data-composer="column-${column}"]`).focus();
    for (const text of texts) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
  }
  await frame.getByRole('button', { name: 'Reveal the cards' }).click();
  const card = (text) => frame.locator('.card', { hasText: text }).first();
  await phase('Group');
  await card('Parallel jobs').focus();
  await page.keyboard.press('g');
  await frame.getByRole('combobox').waitFor();
  await page.keyboard.type('Deploys under');
  await page.keyboard.press('Enter');
  await frame.locator('.group-head').focus();
  await page.keyboard.press('e');
  await frame.getByRole('textbox', { name: 'Title of the group' }).fill('Faster pipeline');
  await page.keyboard.press('Enter');
  await phase('Vote');
  await card('Checkout was down').focus();
  for (const key of '+++') await page.keyboard.press(key);
  await frame.locator('.group-head').focus();
  await page.keyboard.press('+');
  await frame.getByText('1 vote left').waitFor();
  await frame.locator('.board[data-waiting="0"]').waitFor();
  await frame.getByText('Minutes saved').waitFor();
  if (name === 'dark') {
    await savePicture(page, join(pictures, 'board-vote-dark.webp'));
    return;
  }
  await frame.getByRole('button', { name: 'Reveal the votes' }).click();
  await phase('Discuss');
  await frame.getByRole('textbox', { name: /Add a note/ }).focus();
  await page.keyboard.type('All entries of the cache expired in the same second.');
  await page.keyboard.press('Enter');
  await frame.getByRole('button', { name: 'Action', exact: true }).click();
  await frame.getByRole('textbox', { name: 'What is to be done?' }).waitFor();
  await page.keyboard.type('Add jitter to cache lifetimes');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Priya');
  await page.keyboard.press('Enter');
  await frame.getByText('“Add jitter to cache lifetimes” is added.').waitFor();
  await frame.locator('.board[data-waiting="0"]').waitFor();
  await frame.getByText('Minutes saved').waitFor();
  await page.mouse.move(600, 700);
  await savePicture(page, join(pictures, 'board-discuss-light.webp'));
}

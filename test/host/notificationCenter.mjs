import { runCommand } from './commandPalette.mjs';

/**
 * What VS Code has notified of, newest first, as items of the notification centre, which is left open. The smoke
 * test driver hides toasts, so that the centre is where both kinds of window show it.
 * @param {import('playwright-core').Page} page
 */
export async function openNotifications(page) {
  const center = page.locator('.notifications-center.visible');
  if (!(await center.isVisible())) await runCommand(page, 'Notifications: Show Notifications');
  await center.waitFor();
  return center.locator('.notification-list-item');
}

/** @param {import('playwright-core').Page} page */
export async function hideNotifications(page) {
  const center = page.locator('.notifications-center.visible');
  if (await center.isVisible()) await runCommand(page, 'Notifications: Hide Notifications');
  await center.waitFor({ state: 'hidden' });
}

/** @param {import('playwright-core').Page} page */
export async function readNotifications(page) {
  const items = await openNotifications(page);
  const texts = await items.locator('.notification-list-item-message').allInnerTexts();
  await hideNotifications(page);
  return texts;
}

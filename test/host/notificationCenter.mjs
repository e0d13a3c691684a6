import { runCommand } from './commandPalette.mjs';
import { poll } from './poll.mjs';

/**
 * What VS Code has notified of, newest first, as items of the notification centre, which is left open. The smoke
 * test driver hides toasts, so that the centre is where both kinds of window show it.
 * @param {import('playwright-core').Page} page
 */
export async function openNotifications(page) {
  const center = page.locator('.notifications-center.visible');
  await poll('the notifications to be shown', async () => {
    if (await center.isVisible()) return true;
    await runCommand(page, 'Notifications: Show Notifications');
    return center.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
  });
  return center.locator('.notification-list-item');
}

/**
 * Closes the centre, by its own button: it also goes by itself, with the last notification, and with it the command.
 * @param {import('playwright-core').Page} page
 */
export async function hideNotifications(page) {
  const center = page.locator('.notifications-center.visible');
  const hide = center.locator('.codicon-notifications-hide');
  await poll('the notifications to be hidden', async () => {
    if (!(await center.isVisible())) return true;
    await hide.click({ timeout: 3000 }).catch(() => {});
    return false;
  });
}

/**
 * Waits for a notification, and shows the centre for as long as that takes: it goes with the last one before.
 * @param {import('playwright-core').Page} page
 * @param {string | RegExp} text
 */
export async function waitForNotification(page, text) {
  return poll(`the notification “${text}”`, async () => {
    const item = (await openNotifications(page)).filter({ hasText: text }).first();
    return item.waitFor({ timeout: 5000 }).then(
      () => item,
      () => undefined,
    );
  });
}

/** @param {import('playwright-core').Page} page */
export async function readNotifications(page) {
  const items = await openNotifications(page);
  const texts = await items.locator('.notification-list-item-message').allInnerTexts();
  await hideNotifications(page);
  return texts;
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';

/** Takes the file that the dialog offers for a report, named by its last day. */
export async function saveAsOffered(window: EditorWindow, day: string): Promise<void> {
  const dialog = window.page
    .locator('.quick-input-widget:visible')
    .filter({ hasText: 'Where is the report to be?' });
  await poll('the dialog to offer a file', async () =>
    (await dialog.locator('input[type="text"]').first().inputValue()).includes(`report-${day}`),
  );
  await window.page.keyboard.press('Enter');
}

/** What a report says, when it is there. */
export function written(folder: string, name: string): Promise<string> {
  const file = join(folder, name);
  return poll(`the report ${name}`, async () => existsSync(file) && readFileSync(file, 'utf8'));
}

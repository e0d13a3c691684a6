import type { Frame, Locator } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';

/** Opens the panel, and waits until the first theme can be answered. */
export async function openAudit(window: EditorWindow): Promise<Frame> {
  await window.command('Retrolog: Audit the Learning Culture…');
  const frame = await window.webview('Culture audit');
  await heading(frame, 'How problems are solved').waitFor();
  return frame;
}

/** The heading of the step that is open. */
export function heading(frame: Frame, name: string): Locator {
  return frame.getByRole('heading', { level: 1, name });
}

/** Rates the statements of the open theme by number keys alone; 0 leaves one open. */
export async function rate(frame: Frame, ratings: readonly number[]): Promise<void> {
  const groups = frame.locator('fieldset');
  for (const [at, rating] of ratings.entries()) {
    await groups.nth(at).locator('input').first().press(String(rating));
    await poll('the rating to be shown', async () =>
      rating === 0
        ? (await groups.nth(at).locator('input:checked').count()) === 0
        : groups
            .nth(at)
            .getByRole('radio', { name: String(rating) })
            .isChecked(),
    );
  }
}

/** Goes on by key, and waits for the step that comes. */
export async function goOn(window: EditorWindow, frame: Frame, next: string): Promise<void> {
  await window.page.keyboard.press('Control+Enter');
  await heading(frame, next).waitFor();
  await poll('the heading to have the focus', () =>
    frame.evaluate(() => document.activeElement?.tagName === 'H1'),
  );
}

/** Goes on from the first theme past all others, by key, to what came of it. */
export async function goToResult(window: EditorWindow, frame: Frame): Promise<void> {
  for (const next of [
    'What happens when someone fails',
    'How leaders model learning',
    'Which informal habits exist',
    'From the weakest to the strongest',
  ]) {
    await goOn(window, frame, next);
  }
}

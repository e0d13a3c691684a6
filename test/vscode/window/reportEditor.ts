import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { boxOf, prompt } from './editor.ts';

/** Takes the file that the dialog offers for a report, named by its last day. */
export async function saveAsOffered(window: EditorWindow, day: string): Promise<void> {
  const box = boxOf(prompt(window, 'Where is the report to be?'));
  await poll(
    'the dialog to offer a file',
    async () => (await box.inputValue()).includes(`report-${day}`) && box.isEnabled(),
  );
  await box.press('Enter');
}

/** What a report says, when all of it is there: a file is there before its text. */
export function written(folder: string, name: string): Promise<string> {
  const file = join(folder, name);
  return poll(`the report ${name}`, async () => {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return text.endsWith('\n') && text;
  });
}

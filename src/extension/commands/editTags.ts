import * as vscode from 'vscode';
import { isTag, tagsFrom } from '../../core/entries/tagsFrom.ts';
import type { App } from '../app.ts';
import { chosenEntry } from './chosenEntry.ts';
import { showBox } from '../showPrompt.ts';

/** Changes an entry's tags, and nothing else in its file. */
export function editTags(app: App) {
  return async (row: unknown): Promise<void> => {
    const { session, entry } = chosenEntry(app, row);
    const typed = await showBox({
      title: vscode.l10n.t('Tags'),
      prompt: vscode.l10n.t('Words to find it by, separated by commas'),
      value: entry.tags.join(', '),
      validateInput: (text) =>
        tagsFrom(text).every(isTag) ? undefined : vscode.l10n.t('A tag has at most 60 characters.'),
    });
    if (typed === undefined) {
      return;
    }
    const tags = tagsFrom(typed);
    await session.log.apply({
      type: 'setKeys',
      path: entry.path,
      values: { tags: tags.length === 0 ? undefined : tags },
    });
  };
}

import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { entryKinds } from '../../core/entries/kinds.ts';
import { wordsInUse } from '../../core/log/wordsInUse.ts';
import type { App } from '../app.ts';
import { iconOf, kindName } from '../log/kindLooks.ts';
import { literalIcons } from '../literalIcons.ts';
import { needSession } from './needSession.ts';
import { showPick } from '../showPrompt.ts';

interface FilterItem extends vscode.QuickPickItem {
  readonly part?: 'kinds' | 'tags';
  readonly word?: string;
}

/** Chooses the kinds and tags that the log view shows. */
export function filterLog(app: App) {
  return async (): Promise<void> => {
    await needSession(app);
    const entries = app.sessions.all.flatMap((session) => session.log.entries);
    const { filter } = app.logView;
    const kinds = entryKinds.map(
      (kind): FilterItem => ({
        label: kindName(kind, true),
        iconPath: iconOf({ kind }),
        description: String(entries.filter((entry) => entry.kind === kind).length),
        picked: filter.kinds?.includes(kind) ?? false,
        part: 'kinds',
        word: kind,
      }),
    );
    const tags = wordsInUse(entries, 'tags').map(
      (tag): FilterItem => ({
        label: literalIcons(displayText(tag)),
        picked: filter.tags?.includes(tag) ?? false,
        part: 'tags',
        word: tag,
      }),
    );
    const picked = await showPick(
      [heading(vscode.l10n.t('Kinds')), ...kinds, heading(vscode.l10n.t('Tags')), ...tags],
      {
        canPickMany: true,
        placeHolder: vscode.l10n.t('Show only these kinds and tags'),
      },
    );
    if (picked !== undefined) {
      const words = (part: 'kinds' | 'tags') =>
        picked.flatMap((item) => (item.part === part ? (item.word ?? []) : []));
      app.logView.show({ kinds: words('kinds'), tags: words('tags') });
    }
  };
}

/** Shows the whole log again. */
export function clearFilter(app: App) {
  return (): void => app.logView.show({});
}

function heading(label: string): FilterItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

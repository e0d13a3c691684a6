import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { Behind } from '../../core/trends/entriesBehind.ts';
import { literalIcons } from '../literalIcons.ts';
import { iconOf, kindName } from '../log/kindLooks.ts';
import type { Session } from '../session.ts';
import { showPick } from '../showPrompt.ts';

interface EntryItem extends vscode.QuickPickItem {
  readonly path?: string;
}

/** Opens the one entry that is behind a point, or lets the person choose one of several. */
export async function showEntries(session: Session, title: string, behind: readonly Behind[]): Promise<void> {
  const only = behind.length === 1 ? behind[0]?.path : undefined;
  const chosen =
    only ??
    (
      await showPick(itemsFor(behind), {
        title,
        matchOnDescription: true,
      })
    )?.path;
  if (chosen !== undefined) {
    await vscode.commands.executeCommand('vscode.open', session.uriOf(chosen));
  }
}

/** Where only some of them count, those come first, under words of their own. */
function itemsFor(behind: readonly Behind[]): readonly EntryItem[] {
  const [counted, others] = [true, false].map((counts) =>
    behind.filter((one) => one.counts === counts).map(itemFor),
  );
  const heading = (label: string): EntryItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return counted?.length === 0 || others?.length === 0
    ? behind.map(itemFor)
    : [
        heading(vscode.l10n.t('these count')),
        ...(counted ?? []),
        heading(vscode.l10n.t('the others')),
        ...(others ?? []),
      ];
}

function itemFor({ path, kind, title, date }: Behind): EntryItem {
  return {
    path,
    label: literalIcons(displayText(title)),
    description: [kindName(kind), date].join(' · '),
    iconPath: iconOf({ kind }),
  };
}

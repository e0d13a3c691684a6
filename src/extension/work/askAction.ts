import * as vscode from 'vscode';
import type { EntryDraft } from '../../core/entries/draft.ts';
import { askInTurn } from '../askInTurn.ts';
import { dayQuestion } from './dayQuestion.ts';

/**
 * Asks for an action: what is to be done, who takes it on, and by when. Only the first answer is needed.
 *
 * @param today ISO 8601 date
 * @param first what is asked first
 */
export async function askAction(
  today: string,
  first = vscode.l10n.t('What is to be done?'),
): Promise<EntryDraft | undefined> {
  const answers = await askInTurn([
    {
      title: first,
      prompt: vscode.l10n.t('In one line'),
      check: (text) => (text === '' ? vscode.l10n.t('Write a few words.') : undefined),
    },
    {
      title: vscode.l10n.t('Who takes it on?'),
      prompt: vscode.l10n.t('Optional: press Enter to leave it out'),
    },
    dayQuestion(vscode.l10n.t('By when?'), vscode.l10n.t('No day'), today),
  ]);
  const [title = '', owner = '', due = ''] = answers ?? [];
  return (
    answers && {
      kind: 'action',
      title,
      ...(owner === '' ? {} : { owner }),
      ...(due === '' ? {} : { due }),
    }
  );
}

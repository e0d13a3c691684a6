import * as vscode from 'vscode';
import type { EntryDraft } from '../../core/entries/draft.ts';
import { askInTurn } from '../askInTurn.ts';
import { dayQuestion } from './dayQuestion.ts';

/**
 * Asks for the plan of an experiment. Only the first answer is needed; one without a hypothesis and a measure is in no
 * figure, which the prompts say.
 *
 * @param today ISO 8601 date
 * @param first what is asked first
 */
export async function askPlan(
  today: string,
  first = vscode.l10n.t('What do you want to try?'),
): Promise<EntryDraft | undefined> {
  const optional = vscode.l10n.t('Optional: press Enter to leave it out');
  const answers = await askInTurn([
    {
      title: first,
      prompt: vscode.l10n.t('In one line'),
      check: (text) => (text === '' ? vscode.l10n.t('Write a few words.') : undefined),
    },
    {
      title: vscode.l10n.t('What do you expect to happen?'),
      prompt: vscode.l10n.t('The hypothesis: if we …, then …, because …. {0}', optional),
    },
    {
      title: vscode.l10n.t('How will you know?'),
      prompt: vscode.l10n.t('The measure: what it is now, and what it should be. {0}', optional),
    },
    dayQuestion(vscode.l10n.t('When does it end at the latest?'), vscode.l10n.t('No timebox'), today),
    { title: vscode.l10n.t('Who sees to it?'), prompt: optional },
  ]);
  if (answers === undefined) {
    return undefined;
  }
  const [title = '', hypothesis = '', measure = '', timebox = '', owner = ''] = answers;
  return {
    kind: 'experiment',
    title,
    ...(hypothesis === '' ? {} : { hypothesis }),
    ...(measure === '' ? {} : { measure }),
    ...(timebox === '' ? {} : { timebox }),
    ...(owner === '' ? {} : { owner }),
  };
}

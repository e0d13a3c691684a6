import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { outcomes } from '../../core/entries/kinds.ts';
import { askInTurn, type Choice } from '../askInTurn.ts';

type Outcome = (typeof outcomes)[number];

/** What a person says about an experiment that ended. Texts are empty where there is nothing to say. */
export interface Conclusion {
  readonly outcome: string;
  readonly result: string;
  readonly learning: string;
}

/**
 * Asks for the outcome, the result and the learning. Escape goes one step back.
 *
 * @param measure what was to be measured, with baseline and target, as the experiment says; it stands beside the question
 */
export async function askConclusion(title: string, measure: string): Promise<Conclusion | undefined> {
  const optional = vscode.l10n.t('Optional: press Enter to leave it out');
  const answers = await askInTurn([
    {
      title: vscode.l10n.t('What came of the experiment?'),
      placeholder: displayText(title, 100),
      choices: outcomes.map(outcomeChoice),
    },
    {
      title: vscode.l10n.t('What came out?'),
      prompt:
        measure === ''
          ? vscode.l10n.t('As measured, next to what was expected. {0}', optional)
          : vscode.l10n.t('The measure was: {0} — {1}', displayText(oneLine(measure), 160), optional),
    },
    {
      title: vscode.l10n.t('What did we learn?'),
      prompt: vscode.l10n.t('Becomes a learning of its own, linked to the experiment. {0}', optional),
    },
  ]);
  const [outcome = '', result = '', learning = ''] = answers ?? [];
  return answers && { outcome, result, learning };
}

function outcomeChoice(outcome: Outcome): Choice {
  const words: Readonly<Record<Outcome, readonly [string, string]>> = {
    validated: [vscode.l10n.t('Validated'), vscode.l10n.t('what we expected happened')],
    invalidated: [vscode.l10n.t('Invalidated'), vscode.l10n.t('it did not happen, and we know it')],
    inconclusive: [vscode.l10n.t('Inconclusive'), vscode.l10n.t('we cannot tell')],
    stopped: [vscode.l10n.t('Stopped'), vscode.l10n.t('it ended before it could tell')],
  };
  const [label, description] = words[outcome];
  return { value: outcome, label, description };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

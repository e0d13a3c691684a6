import * as vscode from 'vscode';
import { outcomes } from '../../core/entries/kinds.ts';

type Outcome = (typeof outcomes)[number];

/** What a person says about an experiment that ended. Texts are empty where there is nothing to say. */
export interface Conclusion {
  readonly outcome: Outcome;
  readonly result: string;
  readonly learning: string;
}

/** Asks for the outcome, the result and the learning. Escape goes one step back. */
export async function askConclusion(): Promise<Conclusion | undefined> {
  const outcome = await askOutcome();
  return outcome && ((await askTexts(outcome, '')) ?? askConclusion());
}

/** @param before the result that was typed before the person went back to it */
async function askTexts(outcome: Outcome, before: string): Promise<Conclusion | undefined> {
  const result = await ask(vscode.l10n.t('What came out? (2 of 3)'), before, resultHint());
  if (result === undefined) {
    return undefined;
  }
  const learning = await ask(vscode.l10n.t('What did we learn? (3 of 3)'), '', learningHint());
  return learning === undefined ? askTexts(outcome, result) : { outcome, result, learning };
}

async function askOutcome(): Promise<Outcome | undefined> {
  const words: Readonly<Record<Outcome, readonly [string, string]>> = {
    validated: [vscode.l10n.t('Validated'), vscode.l10n.t('what we expected happened')],
    invalidated: [vscode.l10n.t('Invalidated'), vscode.l10n.t('it did not happen, and we know it')],
    inconclusive: [vscode.l10n.t('Inconclusive'), vscode.l10n.t('we cannot tell')],
    stopped: [vscode.l10n.t('Stopped'), vscode.l10n.t('it ended before it could tell')],
  };
  const items = outcomes.map((outcome) => ({
    outcome,
    label: words[outcome][0],
    description: words[outcome][1],
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('What came of the experiment? (1 of 3)'),
    ignoreFocusOut: true,
  });
  return picked?.outcome;
}

async function ask(title: string, value: string, prompt: string): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({ title, value, prompt, ignoreFocusOut: true });
  return typed?.trim();
}

function resultHint(): string {
  return vscode.l10n.t('As measured, next to what was expected. Optional: press Enter to leave it out');
}

function learningHint(): string {
  return vscode.l10n.t('Becomes a learning of its own. Optional: press Enter to leave it out');
}

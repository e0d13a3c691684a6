import * as vscode from 'vscode';
import type { Nudge } from '../../core/nudges/nudge.ts';
import type { NudgeDesk } from './nudgeDesk.ts';
import { setForMe } from './setForMe.ts';

/** Asks what was learned today, once, and does what the answer says. Who lets it pass is not asked again today. */
export async function askQuestion(desk: NudgeDesk, nudge: Nudge): Promise<void> {
  const answer = vscode.l10n.t('Answer');
  const notNow = vscode.l10n.t('Not This Week');
  const never = vscode.l10n.t('Never');
  const question = vscode.l10n.t('What did you learn today?');
  const choice = await vscode.window.showInformationMessage(question, answer, notNow, never);
  if (choice === answer) {
    await vscode.commands.executeCommand('retrolog.answerQuestion');
  } else if (choice === notNow) {
    await desk.snooze(nudge);
  } else if (choice === never) {
    await setForMe('dailyQuestion', 'never');
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('You will not be asked again. “Choose When to Be Asked…” brings it back.'),
      5000,
    );
  }
}

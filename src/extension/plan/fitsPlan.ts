import * as vscode from 'vscode';
import { isSameTitle } from '../../core/plan/addToPlan.ts';
import { isInHand, mostThings, type ThingState } from '../../core/plan/planState.ts';

/** Whether one more thing is to be in the plan. Three at once are enough: over that, it asks first. */
export async function fitsPlan(plan: readonly ThingState[], title: string): Promise<boolean> {
  const inHand = plan.filter(isInHand);
  if (inHand.length < mostThings || inHand.some(({ thing }) => isSameTitle(thing.title, title))) {
    return true;
  }
  const add = vscode.l10n.t('Add It Anyway');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Your plan has {0} things in hand. With more than {1} at once, few get done.',
      inHand.length,
      mostThings,
    ),
    { modal: true },
    add,
  );
  return choice === add;
}

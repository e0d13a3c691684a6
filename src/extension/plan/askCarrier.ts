import * as vscode from 'vscode';
import type { EntryDraft } from '../../core/entries/draft.ts';
import type { Session } from '../session.ts';
import { askAction } from '../work/askAction.ts';
import { askPlan } from '../work/askPlan.ts';

/**
 * Asks for the experiment or the action with which a thing of the plan begins.
 *
 * @param isFirstStep it is asked for as the first, small step
 */
export function askCarrier(
  session: Session,
  beginning: 'experiment' | 'action',
  isFirstStep = false,
): Promise<EntryDraft | undefined> {
  const today = session.clock.today();
  const first = isFirstStep ? vscode.l10n.t('What is the small first step?') : undefined;
  return beginning === 'experiment' ? askPlan(today, first) : askAction(today, first);
}

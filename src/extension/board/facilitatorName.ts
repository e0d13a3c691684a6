import * as vscode from 'vscode';
import type { Session } from '../session.ts';

/** The name of whoever runs a meeting here: that of their commits, if git has one. */
export async function facilitatorName(session: Session): Promise<string> {
  const answer = await session.git?.userName();
  const name = answer?.state === 'ok' ? answer.value?.trim() : undefined;
  return name === undefined || name === '' ? vscode.l10n.t('Facilitator') : name;
}

import * as vscode from 'vscode';
import { latestPilot, pilotDraft } from '../../core/work/pilot.ts';
import type { App } from '../app.ts';
import { logEntry } from '../capture/logEntry.ts';
import type { Session } from '../session.ts';
import { needWritableSession } from './needSession.ts';
import { showBox } from '../showPrompt.ts';

/** Sets two weeks of keeping a log up as an experiment that runs, and opens it; one that runs already is opened. */
export function startPilot(app: App) {
  return async (): Promise<void> => {
    const session = await needWritableSession(app);
    await session.log.load();
    const pilot = latestPilot(session.log.entries);
    const path = pilot?.status === 'running' ? pilot.path : await setUp(session);
    if (path !== undefined) {
      await vscode.commands.executeCommand('vscode.open', session.uriOf(path));
    }
  };
}

async function setUp(session: Session): Promise<string | undefined> {
  const measure = await showBox({
    title: vscode.l10n.t('How will you know that two weeks of it were worth it?'),
    prompt: vscode.l10n.t('The measure: what it is now, and what it should be. Press Enter if this will do.'),
    value: vscode.l10n.t('Things we learned that are written down: none today, at least ten in two weeks.'),
  });
  if (measure === undefined) {
    return undefined;
  }
  const today = session.clock.today();
  await session.log.apply({ type: 'initialise' });
  const { path } = await logEntry(session, pilotDraft(today, measure.trim()));
  await session.log.apply({ type: 'takeStep', path, step: { type: 'startExperiment', date: today } });
  return path;
}

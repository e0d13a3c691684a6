import * as vscode from 'vscode';
import { countRunning } from '../../core/work/openWork.ts';
import type { App } from '../app.ts';
import type { Session } from '../session.ts';
import { chooseEntry } from '../work/chooseEntry.ts';
import { isIn } from '../work/isIn.ts';
import { takeStep } from '../work/takeStep.ts';

/** Starts a planned experiment today. Over the team's limit it asks first. */
export function startExperiment(app: App) {
  return async (row: unknown): Promise<void> => {
    const chosen = await chooseEntry(app, row, isIn('experiment', 'planned'));
    if (chosen !== undefined && (await fitsLimit(chosen.session))) {
      const date = chosen.session.clock.today();
      await takeStep(app, chosen, { type: 'startExperiment', date }, vscode.l10n.t('The experiment runs.'));
    }
  };
}

async function fitsLimit({ log }: Session): Promise<boolean> {
  const running = countRunning(log.entries);
  const limit = log.team.experimentLimit;
  if (running < limit) {
    return true;
  }
  const start = vscode.l10n.t('Start It Anyway');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('The team means to run at most {0} experiments at once.', limit),
    { modal: true, detail: vscode.l10n.t('Running now: {0}.', running) },
    start,
  );
  return choice === start;
}

import * as vscode from 'vscode';
import { draftFromText } from '../../core/entries/draftFromText.ts';
import { sectionText } from '../../core/format/sectionText.ts';
import type { LogEdit } from '../../core/log/logEdit.ts';
import type { App } from '../app.ts';
import { logEntry } from '../capture/logEntry.ts';
import type { ChosenEntry } from '../entryInEditor.ts';
import { askConclusion } from '../work/askConclusion.ts';
import { chooseEntry } from '../work/chooseEntry.ts';
import { isIn } from '../work/isIn.ts';
import { takeStep } from '../work/takeStep.ts';
import { needWritableSession } from './needSession.ts';

/** Concludes an experiment in three prompts, and writes what was learned as a learning that follows from it. */
export function concludeExperiment(app: App) {
  return async (row: unknown): Promise<void> => {
    const chosen = await chooseEntry(app, row, isIn('experiment', 'running', 'planned'));
    if (chosen === undefined) {
      return;
    }
    const { session, entry } = chosen;
    await needWritableSession(app, session.uriOf(entry.path));
    const measure = sectionText(await session.log.bodyOf(entry), 'Measure');
    const conclusion = await askConclusion(entry.title, measure);
    if (conclusion === undefined) {
      return;
    }
    const { outcome, result, learning } = conclusion;
    await takeStep(
      app,
      chosen,
      { type: 'concludeExperiment', date: session.clock.today(), outcome, result },
      learning === ''
        ? vscode.l10n.t('The experiment is concluded.')
        : vscode.l10n.t('The experiment is concluded, and its learning is logged.'),
      () => logLearning(chosen, learning),
    );
  };
}

async function logLearning({ session, entry }: ChosenEntry, text: string): Promise<LogEdit | undefined> {
  if (text === '') {
    return undefined;
  }
  const draft = { kind: 'learning', ...draftFromText(text), links: [entry.id] } as const;
  const { undo } = await logEntry(session, draft);
  return undo;
}

import * as vscode from 'vscode';
import { entryLinks } from '../../core/links/entryLinks.ts';
import type { GradedLink, Grading } from '../../core/links/grade.ts';
import { gradeCounts, survivalText } from '../../core/links/gradeText.ts';
import { type Repair, readRepairs, repairEdits } from '../../core/links/planRepair.ts';
import type { LogEdit } from '../../core/log/logEdit.ts';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { needAnswer, needHistory } from '../links/needHistory.ts';
import { offerUndo } from '../links/offerUndo.ts';
import { pickRepairs } from '../links/pickRepairs.ts';
import type { Session } from '../session.ts';
import { needWritableSession } from './needSession.ts';
import { showFailure } from './showFailure.ts';

interface Plan {
  readonly grading: Grading;
  readonly repairs: readonly Repair[];
}

/** Shows which links would lead elsewhere, and why, and writes those that the person leaves chosen. */
export function repairLinks(app: App) {
  return async (): Promise<void> => {
    const session = await needWritableSession(app);
    await session.log.load();
    const plan = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Checking links to commits'),
        cancellable: true,
      },
      (progress, token) => planFor(session, progress, token),
    );
    if (plan === undefined) {
      return;
    }
    session.links.become({ name: 'graded', grading: plan.grading });
    if (plan.repairs.length === 0) {
      void vscode.window.showInformationMessage(nothingText(plan.grading));
      return;
    }
    const chosen = await pickRepairs(session, plan.grading, plan.repairs);
    if (chosen !== undefined) {
      await write(app, session, plan, chosen);
    }
  };
}

async function planFor(
  session: Session,
  progress: vscode.Progress<{ increment: number }>,
  token: vscode.CancellationToken,
): Promise<Plan | undefined> {
  const { history } = needHistory(session);
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  let done = 0;
  const graded = await history.grade(entryLinks(session.log.entries), {
    cancellation: stop.signal,
    progress: (share) => {
      progress.report({ increment: (share - done) * 100 });
      done = share;
    },
  });
  if (stop.signal.aborted) {
    return undefined;
  }
  const grading = needAnswer(graded);
  const repairs = await readRepairs(grading.links, history, stop.signal);
  return stop.signal.aborted ? undefined : { grading, repairs: needAnswer(repairs) };
}

/** A file that cannot be written does not keep the others from being repaired. */
async function write(
  app: App,
  session: Session,
  { grading }: Plan,
  chosen: readonly Repair[],
): Promise<void> {
  const undo: LogEdit[] = [];
  const written = new Set<string>();
  let failure: RetroError | undefined;
  for (const edit of repairEdits(chosen)) {
    try {
      const applied = await session.log.apply(edit);
      undo.push(...(applied.undo === undefined ? [] : [applied.undo]));
      applied.paths.forEach((path) => written.add(path));
    } catch (error) {
      if (!(error instanceof RetroError)) {
        throw error;
      }
      failure ??= error;
    }
  }
  const done = chosen.filter(({ path }) => written.has(path));
  const moved = new Set(done.map(({ link }) => link));
  const rest = grading.links.filter(({ grade, link }) => grade !== 'exact' && !moved.has(link));
  offerUndo(app, session, undo, doneText(done.length, rest, grading.incomplete));
  if (failure !== undefined) {
    showFailure(failure, app.output);
  }
}

function nothingText(grading: Grading): string {
  return grading.links.length === 0
    ? survivalText(grading)
    : vscode.l10n.t('{0}. There is nothing to repair.', survivalText(grading));
}

function doneText(count: number, rest: readonly GradedLink[], incomplete: boolean): string {
  const done =
    count === 1 ? vscode.l10n.t('Repaired one link.') : vscode.l10n.t('Repaired {0} links.', count);
  const counts = incomplete ? '' : gradeCounts(rest);
  return rest.length === 0
    ? done
    : counts === ''
      ? vscode.l10n.t('{0} {1} stay as they are.', done, rest.length)
      : vscode.l10n.t('{0} {1} stay as they are: {2}.', done, rest.length, counts);
}

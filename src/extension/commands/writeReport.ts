import * as path from 'node:path';
import * as vscode from 'vscode';
import { printedReport } from '../../core/report/printedReport.ts';
import { readReportedLog } from '../../core/report/readReportedLog.ts';
import { type ReportedLog, reportOf } from '../../core/report/reportOf.ts';
import { RetroError } from '../../core/retroError.ts';
import { linkFrom } from '../../node/linkFrom.ts';
import { styleDigest } from '../../node/styleDigest.ts';
import type { App } from '../app.ts';
import { askReport, type ReportWish } from '../report/askReport.ts';
import { needWritableSession } from './needSession.ts';

/** Writes what was tried, learned and is open into a file that the person chooses, and opens it. */
export function writeReport(app: App) {
  return async (): Promise<void> => {
    const session = await needWritableSession(app);
    const { all } = app.sessions;
    await Promise.all(all.map(({ log }) => log.load()));
    const logs = all.filter(({ log }) => log.state.name === 'ready');
    const wish = await askReport(logs.length === 0 ? [session] : logs);
    if (wish === undefined) {
      return;
    }
    const text = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Reading the history for the report'),
        cancellable: true,
      },
      (_, token) => reportText(wish, token),
    );
    if (text !== undefined) {
      await write(wish.file, text);
      await open(wish);
    }
  };
}

async function reportText(
  { sessions, window, format, file }: ReportWish,
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  const logs: ReportedLog[] = [];
  for (const { log, history, name } of sessions) {
    logs.push(await readReportedLog({ log, history, name }, window, stop.signal));
  }
  if (stop.signal.aborted) {
    return undefined;
  }
  const folder = path.dirname(file.fsPath);
  const hrefOf = (at: number, inRoot: string): string =>
    linkFrom(folder, path.join(sessions[at]?.root ?? folder, inRoot));
  return printedReport(reportOf(logs, window), format, hrefOf, styleDigest);
}

async function write(file: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(file, Buffer.from(text));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RetroError(
      'cannot-write',
      vscode.l10n.t('{0} could not be written: {1}', path.basename(file.fsPath), reason),
      { cause },
    );
  }
}

/** A page goes to the browser of this machine, where that is the one that has the file. */
async function open({ file, format }: ReportWish): Promise<void> {
  const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  if (format === 'md') {
    await vscode.commands.executeCommand('markdown.showPreview', file);
  } else if (!isHere || !(await vscode.env.openExternal(file))) {
    await vscode.commands.executeCommand('vscode.open', file);
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Wrote the report: {0}.', path.basename(file.fsPath)),
  );
}

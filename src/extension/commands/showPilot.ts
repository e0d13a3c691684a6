import * as vscode from 'vscode';
import { printedReport } from '../../core/report/printedReport.ts';
import { readReportedLog } from '../../core/report/readReportedLog.ts';
import { reportOf } from '../../core/report/reportOf.ts';
import { RetroError } from '../../core/retroError.ts';
import { latestPilot, pilotWindow } from '../../core/work/pilot.ts';
import { styleDigest } from '../../node/styleDigest.ts';
import type { App } from '../app.ts';
import { whileReading } from '../review/whileReading.ts';
import { needSession } from './needSession.ts';

/** Shows what was tried, learned and left open since the pilot was started, as a document of its own. */
export function showPilot(app: App) {
  return async (): Promise<void> => {
    const session = await needSession(app);
    const { log, history, name } = session;
    await log.load();
    const pilot = latestPilot(log.entries);
    if (pilot === undefined) {
      throw new RetroError(
        'not-found',
        vscode.l10n.t('No pilot was started here yet. “Start a Two-Week Pilot…” sets one up.'),
      );
    }
    const window = pilotWindow(pilot, session.clock.today(log.team.timezone));
    const title = vscode.l10n.t('Reading what came of the pilot');
    const read = await whileReading(title, (stop) => readReportedLog({ log, history, name }, window, stop));
    if (read !== undefined) {
      const hrefOf = (_at: number, inRoot: string) => `/${inRoot}`;
      const content = printedReport(reportOf([read], window), 'md', hrefOf, styleDigest);
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.commands.executeCommand('markdown.showPreview', document.uri);
    }
  };
}

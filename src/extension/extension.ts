import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { App } from './app.ts';
import { AuditPanel } from './audit/auditPanel.ts';
import { BoardPanels } from './board/boardPanels.ts';
import { CaptureView } from './capture/captureView.ts';
import { registerCommands } from './commands/registerCommands.ts';
import { FrontMatterCompletion } from './problems/frontMatterCompletion.ts';
import { registerLinks } from './links/registerLinks.ts';
import { watchSavedEntries } from './links/watchSavedEntries.ts';
import { Thanks } from './kudos/thanks.ts';
import { Guests } from './live/guests.ts';
import { LogView } from './log/logView.ts';
import { Loops } from './loops/loops.ts';
import { Nudges } from './nudges/nudges.ts';
import { Places } from './places/places.ts';
import { registerPlan } from './plan/registerPlan.ts';
import { ProblemReporter } from './problems/problemReporter.ts';
import { QuickFixes } from './problems/quickFixes.ts';
import { Sessions } from './sessions.ts';
import { Suggestions } from './suggestions/suggestions.ts';
import { TrendsPanel } from './trends/trendsPanel.ts';
import { WorkView } from './work/workView.ts';

/** Starts the extension. The logs are found and read after this returns. */
export function activate(context: vscode.ExtensionContext): void {
  if (vscode.l10n.bundle !== undefined) {
    l10n.config({ contents: vscode.l10n.bundle });
  }
  const output = vscode.window.createOutputChannel('Retrolog', { log: true });
  const sessions = new Sessions(output);
  const suggestions = new Suggestions(sessions, context.workspaceState, output);
  const places = new Places(sessions, output);
  const loops = new Loops(sessions, output);
  const work = new WorkView(sessions, output);
  const capture = new CaptureView(context, sessions, output);
  const thanks = new Thanks(sessions, context.globalState, output);
  const nudges = new Nudges(context, { sessions, capture, thanks }, output);
  const sources = { suggestions, places, loops, nudges, thanks };
  const logView = new LogView(sessions, sources, context.workspaceState);
  const trends = new TrendsPanel(context.extensionUri, sessions, output);
  const boards = new BoardPanels(context, sessions, output);
  const app: App = {
    sessions,
    logView,
    capture,
    suggestions,
    work,
    trends,
    boards,
    guests: new Guests(context, output),
    audit: new AuditPanel(context, sessions, output),
    nudges,
    thanks,
    memory: context.workspaceState,
    output,
    deletions: { last: undefined },
  };
  context.subscriptions.push(
    output,
    sessions,
    suggestions,
    places,
    loops,
    logView,
    capture,
    work,
    trends,
    boards,
    app.guests,
    app.audit,
    nudges,
    thanks,
    new ProblemReporter(sessions),
    registerCommands(app),
    registerLinks(app),
    registerPlan(app),
    watchSavedEntries(sessions, (error) => output.error(String(error))),
    ...helpInFiles(sessions),
  );
  sessions.open().catch((error: unknown) => output.error(String(error)));
}

/** What helps whoever writes the files of a log by hand. */
function helpInFiles(sessions: Sessions): readonly vscode.Disposable[] {
  const markdownFiles: vscode.DocumentSelector = { scheme: 'file', pattern: '**/*.md' };
  const completion = new FrontMatterCompletion(sessions);
  return [
    vscode.languages.registerCodeActionsProvider(markdownFiles, new QuickFixes(sessions)),
    vscode.languages.registerCompletionItemProvider(markdownFiles, completion, ':', ' ', '[', '"'),
  ];
}

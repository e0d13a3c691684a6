import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { hostAtRest } from './hostAtRest.ts';

/** What was seen of the extension host while the trends panel opened on a large log. */
export interface Showing {
  /** Milliseconds until everything could be seen. */
  readonly showing: number;
  /** The longest time in that, in milliseconds, that nothing else had its turn. */
  readonly longestBlock: number;
}

describe('the trends panel on a large log', () => {
  it('shows everything', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const extension = vscode.extensions.getExtension('retrolog.retrolog');
    assert.ok(folder !== undefined && extension !== undefined);
    await extension.activate();
    // The one file of the log with a problem: when that is shown, all is read.
    const broken = vscode.Uri.file(join(folder.uri.fsPath, process.env['RETROLOG_BROKEN'] ?? ''));
    const isRead = () => vscode.languages.getDiagnostics(broken).length > 0;
    if (!isRead()) {
      await new Promise<void>((resolve) => {
        vscode.languages.onDidChangeDiagnostics(() => isRead() && resolve());
      });
    }
    await hostAtRest();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const start = performance.now();
    await vscode.commands.executeCommand('retrolog.showTrends');
    const showing: Showing = { showing: performance.now() - start, longestBlock: delay.max / 1e6 };
    delay.disable();
    writeFileSync(process.env['RETROLOG_ANSWER'] ?? '', JSON.stringify(showing));
  });
});

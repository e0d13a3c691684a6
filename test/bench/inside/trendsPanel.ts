import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';

/** What was seen of the extension host while the trends panel opened on a large log. */
export interface Showing {
  /** Milliseconds until everything could be seen. */
  readonly showing: number;
  /** The longest time in that, in milliseconds, that nothing else had its turn. */
  readonly longestBlock: number;
}

/** Resolves when what goes on after a log was read, such as looking for the commits of its links, has ended. */
async function quiet(): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let calm = 0;
  while (calm < 4) {
    delay.reset();
    await setTimeout(500);
    calm = delay.max / 1e6 < 20 ? calm + 1 : 0;
  }
  delay.disable();
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
    await quiet();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const start = performance.now();
    await vscode.commands.executeCommand('retrolog.showTrends');
    const showing: Showing = { showing: performance.now() - start, longestBlock: delay.max / 1e6 };
    delay.disable();
    writeFileSync(process.env['RETROLOG_ANSWER'] ?? '', JSON.stringify(showing));
  });
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { hostAtRest } from './hostAtRest.ts';

/** What was seen of the extension as it started on a large log. */
export interface Activation {
  /** Milliseconds until it was active. */
  readonly activating: number;
  /** Milliseconds from then on until every entry was read and its problems were shown. */
  readonly reading: number;
  /** The longest time in all of this, in milliseconds, that nothing else had its turn. */
  readonly longestBlock: number;
  /** Megabytes that were in use afterwards and not before. */
  readonly heap: number;
}

describe('the extension on a large log', () => {
  it('starts, and then reads', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const extension = vscode.extensions.getExtension('retrolog.retrolog');
    assert.ok(folder !== undefined && extension !== undefined);
    assert.equal(extension.isActive, false, 'It was started before it could be measured.');
    await vscode.extensions.getExtension('vscode.git')?.activate();
    // The one file of the log with a problem: when that is shown, all is read.
    const broken = vscode.Uri.file(join(folder.uri.fsPath, process.env['RETROLOG_BROKEN'] ?? ''));
    const isRead = () => vscode.languages.getDiagnostics(broken).length > 0;
    const read = new Promise<void>((resolve) => {
      vscode.languages.onDidChangeDiagnostics(() => isRead() && resolve());
    });
    await hostAtRest();
    const before = heap();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const start = performance.now();
    await extension.activate();
    const active = performance.now();
    assert.equal(isRead(), false, 'It was read before activation returned.');
    await read;
    const end = performance.now();
    delay.disable();
    const activation: Activation = {
      activating: active - start,
      reading: end - active,
      longestBlock: delay.max / 1e6,
      heap: heap() - before,
    };
    writeFileSync(process.env['RETROLOG_ANSWER'] ?? '', JSON.stringify(activation));
  });
});

/** Megabytes in use after everything that can go has gone. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

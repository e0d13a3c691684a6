import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until.ts';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('the extension in the editor', () => {
  it('has started by itself in a project with a log', async () => {
    const extension = vscode.extensions.getExtension('retrolog.retrolog');
    await until(vscode.extensions.onDidChange, () => extension?.isActive);
  });

  it('has registered every command of its manifest, and no other', async () => {
    const extension = vscode.extensions.getExtension('retrolog.retrolog');
    assert.ok(extension);
    await extension.activate();
    const known = await vscode.commands.getCommands(true);
    // A view brings commands of its own, such as `retrolog.log.focus`.
    const registered = known.filter((id) => /^retrolog\.[A-Za-z]+$/.test(id));
    const manifest = extension.packageJSON as Manifest;
    assert.deepEqual(registered.sort(), manifest.contributes.commands.map((one) => one.command).sort());
  });
});

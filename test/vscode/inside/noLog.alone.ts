import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in a project without a log', () => {
  it('is not loaded before a command or a view asks for it', async () => {
    const extension = vscode.extensions.getExtension('retrolog.retrolog');
    assert.ok(extension);
    // An extension that does start with the editor: by then, ours would have started too.
    await vscode.extensions.getExtension('vscode.git')?.activate();
    assert.equal(extension.isActive, false);
    await vscode.commands.executeCommand('retrolog.refreshLog');
    assert.equal(extension.isActive, true);
  });
});

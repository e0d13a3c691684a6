import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeEditors, projectRoot, readFile, removeFile, uriOf, writeFile } from './project.ts';
import { until } from './until.ts';

const path = 'retro/entries/2026/2026-03-04-by-hand-m3k9q2xb.md';

describe('an entry that is saved', () => {
  afterEach(async () => {
    await closeEditors();
    removeFile(path);
  });

  it('gets everything that a link to a commit needs, from a hash alone', async () => {
    const sha = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: projectRoot(), encoding: 'utf8' }).trim();
    writeFile(path, '---\nid: m3k9q2xb\nkind: learning\ndate: 2026-03-04\n---\n\n# By hand\n');
    const document = await vscode.workspace.openTextDocument(uriOf(path));
    const editor = await vscode.window.showTextDocument(document);
    const link = `commits:\n  - sha: "${sha}" # dropped in\n    x-note: mine\n`;
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), link));
    await document.save();
    const text = await until(vscode.workspace.onDidChangeTextDocument, () => {
      const written = readFile(path);
      return written.includes('    patch: ') && written;
    });
    assert.match(text, /^ {4}patch: "[0-9a-f]{40}"$/m);
    assert.match(text, /^ {4}authored: \d{4}-/m);
    assert.ok(text.includes(`  - sha: "${sha}" # dropped in\n    x-note: mine\n`), text);
  });
});

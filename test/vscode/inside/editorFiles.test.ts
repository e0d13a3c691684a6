import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RetroError } from '../../../src/core/retroError.ts';
import { EditorFiles } from '../../../src/extension/editorFiles.ts';
import { closeEditors, projectRoot, readFile, removeFile, uriOf, writeFile } from './project.ts';

let path = '';
let count = 0;

async function openWithUnsaved(text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
  assert.ok(document.isDirty);
  return document;
}

describe('EditorFiles', () => {
  // A new file for each test: an editor may keep the text of one that was open before.
  beforeEach(() => {
    count += 1;
    path = `notes/open-${count}.md`;
    writeFile(path, 'on disk\nlast\n');
  });
  afterEach(async () => {
    await closeEditors();
    removeFile(path);
  });

  it('reads what an editor holds unsaved, alone and among many', async () => {
    await openWithUnsaved('unsaved ');
    const files = new EditorFiles(projectRoot());
    assert.deepEqual(await files.read(path), { state: 'text', text: 'unsaved on disk\nlast\n' });
    const taken: unknown[] = [];
    await files.readMany([path], (_path, content) => taken.push(content));
    assert.deepEqual(taken, [{ state: 'text', text: 'unsaved on disk\nlast\n' }]);
  });

  it('[C59] changes unsaved text in its editor, leaves it unsaved, and leaves the disk alone', async () => {
    const document = await openWithUnsaved('unsaved ');
    const done = await new EditorFiles(projectRoot()).update(path, (text) =>
      text?.replace('last', 'changed'),
    );
    assert.equal(done, 'changed');
    assert.equal(document.getText(), 'unsaved on disk\nchanged\n');
    assert.ok(document.isDirty);
    assert.equal(readFile(path), 'on disk\nlast\n');
  });

  it('[C59] refuses to remove a file with unsaved text', async () => {
    const document = await openWithUnsaved('unsaved ');
    await assert.rejects(
      new EditorFiles(projectRoot()).update(path, () => null),
      (error) => error instanceof RetroError && error.code === 'changed-meanwhile',
    );
    assert.equal(document.getText(), 'unsaved on disk\nlast\n');
    assert.equal(readFile(path), 'on disk\nlast\n');
  });

  it('writes to the disk where the editor holds nothing unsaved', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path)));
    await new EditorFiles(projectRoot()).update(path, (text) => `${text}more\n`);
    assert.equal(readFile(path), 'on disk\nlast\nmore\n');
  });
});

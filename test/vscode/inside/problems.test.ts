import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until.ts';
import { closeEditors, removeFile, uriOf, writeFile } from './project.ts';

let path = '';
let count = 0;
const good = '---\nid: h3k9q2xb\nkind: learning\ndate: 2026-03-04\n---\n\n# By hand\n';

/** A new file for each test: an editor may keep the text of one that was open before. */
beforeEach(() => {
  count += 1;
  path = `retro/entries/2026/by-hand-${count}.md`;
});

function problems(): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uriOf(path)).filter((one) => one.source === 'Retrolog');
}

function codes(): readonly unknown[] {
  return problems().map((one) => one.code);
}

async function untilCodes(...expected: readonly string[]): Promise<void> {
  await until(vscode.languages.onDidChangeDiagnostics, () => codes().join() === expected.join());
}

describe('a file that is written by hand', () => {
  before(async () => {
    await vscode.extensions.getExtension('retrolog.retrolog')?.activate();
  });
  afterEach(async () => {
    await closeEditors();
    removeFile(path);
    await untilCodes();
  });

  it('has its problem in the Problems panel, with file, line and reason, as soon as it is there', async () => {
    writeFile(path, good.replace('kind: learning', 'kind: lerning'));
    const problem = await until(vscode.languages.onDidChangeDiagnostics, () => problems()[0]);
    assert.equal(problem.range.start.line, 2);
    assert.match(problem.message, /lerning.*learning/s);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
  });

  it('loses its problem when somebody mends it on disk', async () => {
    writeFile(path, good.replace('2026-03-04', '2026-02-30'));
    await until(vscode.languages.onDidChangeDiagnostics, () => problems().length > 0);
    writeFile(path, good);
    await untilCodes();
  });

  it('is looked at while it is typed, before it is saved', async () => {
    writeFile(path, good);
    const document = await vscode.workspace.openTextDocument(uriOf(path));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.replace(document.lineAt(2).range, 'kind: nothing'));
    await until(vscode.languages.onDidChangeDiagnostics, () => problems().length > 0);
    await vscode.commands.executeCommand('undo');
    await untilCodes();
  });

  it('[A20] is mended by its quick fix', async () => {
    writeFile(path, good.replace('h3k9q2xb', '12345678'));
    const document = await vscode.workspace.openTextDocument(uriOf(path));
    await vscode.window.showTextDocument(document);
    const problem = await until(vscode.languages.onDidChangeDiagnostics, () => problems()[0]);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uriOf(path),
      problem.range,
    );
    const mend = actions.find((action) => action.title === 'Put it in quotes');
    assert.ok(mend?.edit);
    assert.ok(await vscode.workspace.applyEdit(mend.edit));
    assert.equal(document.lineAt(1).text, 'id: "12345678"');
    await untilCodes();
  });
});

describe('writing front matter by hand', () => {
  afterEach(async () => {
    await closeEditors();
    removeFile(path);
  });

  it('completes keys, values and tags in use', async () => {
    writeFile(path, good.replace('kind: learning', 'kind: action\nstatus: \ntags: \n'));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path)));
    const labels = async (line: number, character: number) => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uriOf(path),
        new vscode.Position(line, character),
      );
      return list.items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
    };
    assert.deepEqual(
      (await labels(3, 8)).filter((label) => ['open', 'done', 'dropped'].includes(label)),
      ['open', 'done', 'dropped'],
    );
    assert.ok((await labels(5, 0)).includes('due'));
    await until(vscode.languages.onDidChangeDiagnostics, async () => (await labels(4, 6)).includes('money'));
  });
});

import * as path from 'node:path';
import * as vscode from 'vscode';
import type {
  Change,
  FileContent,
  Files,
  Listing,
  ReadingOptions,
  TakeContent,
  Updated,
} from '../core/ports/files.ts';
import { RetroError } from '../core/retroError.ts';
import { NodeFiles } from '../node/files/nodeFiles.ts';

/**
 * The files on disk, and over them the text that an editor holds unsaved: that is what is read, and what is
 * changed. It stays unsaved then, so that the person who typed it decides.
 */
export class EditorFiles implements Files {
  readonly #root: string;
  readonly #disk: NodeFiles;

  constructor(root: string) {
    this.#root = root;
    this.#disk = new NodeFiles(root);
  }

  list(folder: string, endings: readonly string[]): Promise<Listing> {
    return this.#disk.list(folder, endings);
  }

  async read(pathInRoot: string): Promise<FileContent> {
    const unsaved = this.#unsaved(pathInRoot);
    return unsaved === undefined ? this.#disk.read(pathInRoot) : { state: 'text', text: unsaved.getText() };
  }

  async readMany(paths: readonly string[], take: TakeContent, options?: ReadingOptions): Promise<void> {
    const unsaved = new Map(
      vscode.workspace.textDocuments
        .filter((document) => document.isDirty && document.uri.scheme === 'file')
        .map((document) => [document.uri.fsPath, document]),
    );
    const documentOf = (pathInRoot: string) =>
      unsaved.size === 0 ? undefined : unsaved.get(path.join(this.#root, pathInRoot));
    await this.#disk.readMany(
      paths,
      (pathInRoot, content, stamp) => {
        const document = documentOf(pathInRoot);
        if (document === undefined) {
          take(pathInRoot, content, stamp);
        } else {
          take(pathInRoot, { state: 'text', text: document.getText() });
        }
      },
      {
        ...options,
        stampOf: (pathInRoot) =>
          documentOf(pathInRoot) === undefined ? options?.stampOf?.(pathInRoot) : undefined,
      },
    );
  }

  async update(pathInRoot: string, change: Change): Promise<Updated> {
    const document = this.#unsaved(pathInRoot);
    return document === undefined
      ? this.#disk.update(pathInRoot, change)
      : updateDocument(document, pathInRoot, change);
  }

  #unsaved(pathInRoot: string): vscode.TextDocument | undefined {
    const file = path.join(this.#root, pathInRoot);
    return vscode.workspace.textDocuments.find(
      (document) => document.isDirty && document.uri.scheme === 'file' && document.uri.fsPath === file,
    );
  }
}

async function updateDocument(
  document: vscode.TextDocument,
  pathInRoot: string,
  change: Change,
): Promise<Updated> {
  const before = document.getText();
  const version = document.version;
  const after = change(before);
  if (after === null) {
    throw new RetroError(
      'changed-meanwhile',
      vscode.l10n.t('{0} has unsaved changes. Save them or take them back, then delete it.', pathInRoot),
      { path: pathInRoot },
    );
  }
  if (after === undefined || after === before) {
    return 'unchanged';
  }
  const edit = new vscode.WorkspaceEdit();
  const { range, text } = difference(document, before, after);
  edit.replace(document.uri, range, text);
  if (document.version !== version || !(await vscode.workspace.applyEdit(edit))) {
    throw new RetroError(
      'changed-meanwhile',
      vscode.l10n.t(
        '{0} was changed in its editor at the same moment. Nothing else was changed; try again.',
        pathInRoot,
      ),
      { path: pathInRoot },
    );
  }
  return 'changed';
}

/** The smallest stretch that differs, so that cursors and folded regions elsewhere stay where they are. */
function difference(
  document: vscode.TextDocument,
  before: string,
  after: string,
): { range: vscode.Range; text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) {
    start += 1;
  }
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end += 1;
  }
  return {
    range: new vscode.Range(document.positionAt(start), document.positionAt(before.length - end)),
    text: after.slice(start, after.length - end),
  };
}

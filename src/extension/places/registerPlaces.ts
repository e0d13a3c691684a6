import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { rowDecoration } from '../log/placeMarks.ts';
import type { CodeNotes } from './codeNotes.ts';
import type { MarkdownNames } from '../markdown/markdownNames.ts';

/** The scheme of documents that show a commit as text. */
export const commitScheme = 'retrolog-commit';

/** Shows entries beside the code and in Markdown. What does it is loaded when an editor first asks. */
export function registerPlaces(app: App): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const loaded: vscode.Disposable[] = [changed];
  let notes: Promise<CodeNotes> | undefined;
  let names: Promise<MarkdownNames> | undefined;
  const codeNotes = () =>
    (notes ??= import('./codeNotes.ts').then(({ CodeNotes }) => {
      const made = new CodeNotes(app.sessions, app.output, () => changed.fire());
      loaded.push(made);
      return made;
    }));
  const markdownNames = () =>
    (names ??= import('../markdown/markdownNames.ts').then(({ MarkdownNames }) => {
      const made = new MarkdownNames(app.sessions);
      loaded.push(made);
      return made;
    }));
  const code: vscode.DocumentSelector = { scheme: 'file' };
  const markdown: vscode.DocumentSelector = { scheme: 'file', pattern: '**/*.md' };
  const { languages } = vscode;
  return vscode.Disposable.from(
    new vscode.Disposable(() => vscode.Disposable.from(...loaded).dispose()),
    languages.registerCodeLensProvider(code, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document) => (await codeNotes()).lenses(document),
    }),
    // Any language: what knows the language itself is then told first.
    languages.registerHoverProvider('*', {
      provideHover: async (document, position) => (await codeNotes()).hover(document, position),
    }),
    languages.registerDocumentLinkProvider(markdown, {
      provideDocumentLinks: async (document) => (await markdownNames()).links(document),
    }),
    languages.registerHoverProvider(markdown, {
      provideHover: async (document, position) => (await markdownNames()).hover(document, position),
    }),
    vscode.window.registerFileDecorationProvider({ provideFileDecoration: rowDecoration }),
    vscode.workspace.registerTextDocumentContentProvider(commitScheme, {
      provideTextDocumentContent: async (uri) =>
        (await import('./commitDocument.ts')).commitDocument(app.sessions, uri),
    }),
  );
}

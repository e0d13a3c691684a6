import * as vscode from 'vscode';
import type { EntriesByLine } from '../../core/code/aboutCode.ts';
import { rowDecoration } from '../log/placeMarks.ts';
import type { MarkdownNames } from '../markdown/markdownNames.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { CodeNotes } from './codeNotes.ts';

/** The scheme of documents that show a commit as text. */
export const commitScheme = 'retrolog-commit';

/** The scheme of documents that show a file of the log as git keeps it. */
export const versionScheme = 'retrolog-version';

const none: EntriesByLine = new Map();

/** Shows entries beside the code and in Markdown. What does it is loaded when an editor or the log first asks. */
export class Places implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #output: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #found = new vscode.EventEmitter<void>();
  readonly #loaded: vscode.Disposable[] = [this.#changed, this.#found];
  readonly #providers: vscode.Disposable;
  /** Fires when more is known of what lines are about. */
  readonly onDidFind = this.#found.event;
  #notes: Promise<CodeNotes> | undefined;
  #loadedNotes: CodeNotes | undefined;
  #names: Promise<MarkdownNames> | undefined;

  constructor(sessions: Sessions, output: vscode.LogOutputChannel) {
    this.#sessions = sessions;
    this.#output = output;
    this.#providers = this.#register();
  }

  /** The entries that lines of a document are about, as far as is known by now: the rest is being found out. */
  linesOf(session: Session, document: vscode.TextDocument): EntriesByLine {
    if (session.git === undefined) {
      return none;
    }
    if (this.#loadedNotes === undefined) {
      this.#codeNotes().then(() => this.#found.fire(), this.#report);
    }
    return this.#loadedNotes?.linesOf(session, document) ?? none;
  }

  readonly #report = (error: unknown): void => this.#output.error(String(error));

  dispose(): void {
    vscode.Disposable.from(this.#providers, ...this.#loaded).dispose();
  }

  #codeNotes(): Promise<CodeNotes> {
    this.#notes ??= import('./codeNotes.ts').then(({ CodeNotes }) => {
      const made = new CodeNotes(this.#sessions, this.#output, {
        changed: () => this.#changed.fire(),
        found: () => this.#found.fire(),
        failed: this.#report,
      });
      this.#loaded.push(made);
      this.#loadedNotes = made;
      return made;
    });
    return this.#notes;
  }

  #markdownNames(): Promise<MarkdownNames> {
    this.#names ??= import('../markdown/markdownNames.ts').then(({ MarkdownNames }) => {
      const made = new MarkdownNames(this.#sessions);
      this.#loaded.push(made);
      return made;
    });
    return this.#names;
  }

  #register(): vscode.Disposable {
    const { languages } = vscode;
    const code: vscode.DocumentSelector = { scheme: 'file' };
    const markdown: vscode.DocumentSelector = { scheme: 'file', pattern: '**/*.md' };
    return vscode.Disposable.from(
      languages.registerCodeLensProvider(code, {
        onDidChangeCodeLenses: this.#changed.event,
        provideCodeLenses: async (document) => (await this.#codeNotes()).lenses(document),
      }),
      // Any language: what knows the language itself is then told first.
      languages.registerHoverProvider('*', {
        provideHover: async (document, position) => (await this.#codeNotes()).hover(document, position),
      }),
      languages.registerDocumentLinkProvider(markdown, {
        provideDocumentLinks: async (document) => (await this.#markdownNames()).links(document),
      }),
      languages.registerHoverProvider(markdown, {
        provideHover: async (document, position) => (await this.#markdownNames()).hover(document, position),
      }),
      languages.registerCompletionItemProvider(markdown, {
        provideCompletionItems: async (document, position) =>
          (await this.#markdownNames()).complete(document, position),
      }),
      vscode.window.registerFileDecorationProvider({ provideFileDecoration: rowDecoration }),
      vscode.workspace.registerTextDocumentContentProvider(commitScheme, {
        provideTextDocumentContent: async (uri) =>
          (await import('./commitDocument.ts')).commitDocument(this.#sessions, uri),
      }),
      vscode.workspace.registerTextDocumentContentProvider(versionScheme, {
        provideTextDocumentContent: async (uri) =>
          (await import('../review/versionDocument.ts')).versionDocument(this.#sessions, uri),
      }),
    );
  }
}

import * as vscode from 'vscode';
import { followLines } from '../../core/code/followLines.ts';
import type { EntriesByCommit } from '../../core/code/entriesByCommit.ts';
import { type CodeMarks, markCode } from '../../core/code/markCode.ts';
import { displayText } from '../../core/entries/displayText.ts';
import type { Entry } from '../../core/entries/entry.ts';
import { entriesOfCommits } from '../links/entriesOfCommits.ts';
import { literalIcons } from '../literalIcons.ts';
import { kindName } from '../log/kindLooks.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { isOn } from '../settingOf.ts';
import { BlameKeeper } from './blameKeeper.ts';
import { showsCodeLens } from './codeLensSetting.ts';
import { entryHover } from './entryHover.ts';

interface KeptMarks {
  readonly version: number;
  readonly marks: Promise<CodeMarks>;
}

/** Who is told of what. */
export interface CodeNotesListener {
  /** Something else may stand beside the code now. */
  readonly changed: () => void;
  /** The lines of a document that was asked about are known. */
  readonly found: () => void;
  readonly failed: (error: unknown) => void;
}

/** Longer files were made by a program. */
const mostLines = 50_000;
const longestTitle = 80;
/** A hover is read at a glance: the newest entries of a line are told. */
const mostInHover = 3;

/** Shows entries beside the lines that they are about: as a CodeLens and in a hover. */
export class CodeNotes implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #blames: BlameKeeper;
  readonly #byCommit = new Map<Session, EntriesByCommit>();
  readonly #listening: vscode.Disposable;
  readonly #kept = new WeakMap<vscode.TextDocument, KeptMarks>();
  /** What was known last, though it may be about an older text. */
  readonly #known = new WeakMap<vscode.TextDocument, CodeMarks>();
  readonly #listener: CodeNotesListener;
  #outdated = 0;

  constructor(sessions: Sessions, output: vscode.LogOutputChannel, listener: CodeNotesListener) {
    this.#sessions = sessions;
    this.#listener = listener;
    const { changed } = listener;
    this.#blames = new BlameKeeper(output);
    const renew = () => {
      this.#byCommit.clear();
      this.#outdated += 1;
      changed();
    };
    this.#listening = vscode.Disposable.from(
      this.#blames,
      sessions.onDidChange(renew),
      sessions.onDidChangeLinks(renew),
      sessions.onDidMoveHistory(() => {
        this.#blames.doubt();
        renew();
      }),
      vscode.extensions.onDidChange(changed),
      vscode.workspace.onDidChangeConfiguration((event) =>
        event.affectsConfiguration('retrolog') ? changed() : undefined,
      ),
    );
  }

  async lenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const session = this.#sessions.of(document.uri);
    if (session === undefined || !showsCodeLens(document.uri)) {
      return [];
    }
    const marks = await this.#marks(session, document);
    return [...(marks?.heads ?? [])].flatMap(([line, entries]) =>
      entries.map((entry) => lensOf(session, entry, line)),
    );
  }

  async hover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const session = this.#sessions.of(document.uri);
    if (session === undefined || !isOn('hover', document.uri)) {
      return undefined;
    }
    const entries = (await this.#marks(session, document))?.lines.get(position.line + 1) ?? [];
    const told = entries.slice(0, mostInHover).map((entry) => entryHover(session, entry));
    return entries.length === 0 ? undefined : new vscode.Hover(await Promise.all(told));
  }

  /** The entries that lines are about, as far as is known by now. What is not is found out, and then told. */
  linesOf(session: Session, document: vscode.TextDocument): CodeMarks['lines'] | undefined {
    this.#marks(session, document)?.catch(this.#listener.failed);
    return this.#known.get(document)?.lines;
  }

  dispose(): void {
    this.#listening.dispose();
  }

  #marks(session: Session, document: vscode.TextDocument): Promise<CodeMarks> | undefined {
    const path = session.pathOf(document.uri);
    const { folder } = session.log;
    const isOwn = path === undefined || path === folder || path.startsWith(`${folder}/`);
    if (session.git === undefined || isOwn || document.lineCount > mostLines) {
      return undefined;
    }
    const kept = this.#kept.get(document);
    const version = document.version + this.#outdated;
    if (kept?.version === version) {
      return kept.marks;
    }
    const marks = this.#findMarks(session, document, path);
    this.#kept.set(document, { version, marks });
    return marks.then((found) => {
      if (this.#kept.get(document)?.marks === marks) {
        this.#known.set(document, found);
        this.#listener.found();
      }
      return found;
    });
  }

  async #findMarks(session: Session, document: vscode.TextDocument, path: string): Promise<CodeMarks> {
    const { entries } = session;
    const lines = document.getText().split(/\r\n|\n|\r/);
    const blamed = entries.length === 0 ? undefined : await this.#blames.of(session, document.uri);
    const byCommit = this.#entriesByCommit(session);
    if (blamed === undefined || !blamed.commits.some((sha) => byCommit.has(sha))) {
      return markCode({ path, lines }, entries, byCommit);
    }
    const commits = followLines(blamed.lines, lines).map((line) =>
      line === undefined ? undefined : blamed.commits[line],
    );
    return markCode({ path, lines, commits }, entries, byCommit);
  }

  #entriesByCommit(session: Session): EntriesByCommit {
    const byCommit = this.#byCommit.get(session) ?? entriesOfCommits(session);
    this.#byCommit.set(session, byCommit);
    return byCommit;
  }
}

function lensOf(session: Session, entry: Entry, line: number): vscode.CodeLens {
  const title = `${kindName(entry.kind)}: ${displayText(entry.title, longestTitle)}`;
  return new vscode.CodeLens(new vscode.Range(line - 1, 0, line - 1, 0), {
    title: literalIcons(title),
    command: 'retrolog.openEntry',
    arguments: [{ type: 'entry', session, entry }],
  });
}

import * as vscode from 'vscode';
import { followLines } from '../../core/code/followLines.ts';
import { type EntriesByCommit, withMentions } from '../../core/code/entriesByCommit.ts';
import { type CodeMarks, markCode } from '../../core/code/markCode.ts';
import { displayText } from '../../core/entries/displayText.ts';
import type { Entry } from '../../core/entries/entry.ts';
import type { Blamed } from '../../core/git/blameLines.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { Mention } from '../../core/ports/history.ts';
import { literalIcons } from '../literalIcons.ts';
import { kindName } from '../log/kindLooks.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { isOn } from '../settingOf.ts';
import { BlameKeeper } from './blameKeeper.ts';
import { CommitEntries } from './commitEntries.ts';
import { showsCodeLens } from './codeLensSetting.ts';
import { entryHover } from './entryHover.ts';

interface KeptMarks {
  readonly version: number;
  readonly marks: Promise<CodeMarks>;
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
  readonly #commits: CommitEntries;
  readonly #listening: vscode.Disposable;
  readonly #kept = new WeakMap<vscode.TextDocument, KeptMarks>();
  readonly #mentions = new WeakMap<Blamed, Promise<GitAnswer<readonly Mention[]>>>();
  #outdated = 0;

  constructor(sessions: Sessions, output: vscode.LogOutputChannel, changed: () => void) {
    this.#sessions = sessions;
    this.#blames = new BlameKeeper(output);
    const renew = () => {
      this.#outdated += 1;
      changed();
    };
    this.#commits = new CommitEntries(renew);
    const doubt = () => {
      this.#blames.doubt();
      this.#commits.doubt();
      renew();
    };
    this.#listening = vscode.Disposable.from(
      this.#blames,
      this.#commits,
      sessions.onDidChange(() => {
        this.#commits.forget();
        renew();
      }),
      sessions.onDidMoveHead(doubt),
      vscode.extensions.onDidChange(changed),
      // Without the built-in git extension nothing else tells that HEAD moved.
      vscode.window.onDidChangeWindowState(({ focused }) => (focused ? doubt() : undefined)),
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
    return marks;
  }

  async #findMarks(session: Session, document: vscode.TextDocument, path: string): Promise<CodeMarks> {
    const { entries } = session.log;
    const lines = document.getText().split(/\r\n|\n|\r/);
    const blamed = entries.length === 0 ? undefined : await this.#blames.of(session, document.uri);
    const byCommit = await this.#entriesByCommit(session, blamed);
    if (blamed === undefined || !blamed.commits.some((sha) => byCommit.has(sha))) {
      return markCode({ path, lines }, entries, byCommit);
    }
    const commits = followLines(blamed.lines, lines).map((line) =>
      line === undefined ? undefined : blamed.commits[line],
    );
    return markCode({ path, lines, commits }, entries, byCommit);
  }

  /** What entries link, and what the messages of the file’s own commits name. */
  async #entriesByCommit(session: Session, blamed: Blamed | undefined): Promise<EntriesByCommit> {
    const linked = this.#commits.of(session);
    const mentions = blamed === undefined ? undefined : await this.#mentionsOf(session, blamed);
    return mentions?.state === 'ok' && mentions.value.length > 0
      ? withMentions(linked, mentions.value, (id) => session.log.withId(id))
      : linked;
  }

  #mentionsOf(session: Session, blamed: Blamed): Promise<GitAnswer<readonly Mention[]>> | undefined {
    const asked = this.#mentions.get(blamed) ?? session.history?.mentions([...new Set(blamed.commits)]);
    if (asked !== undefined) {
      this.#mentions.set(blamed, asked);
    }
    return asked;
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

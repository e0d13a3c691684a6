import * as vscode from 'vscode';
import type { Entry } from '../../core/entries/entry.ts';
import type { Page } from '../../core/format/parseFile.ts';
import { findHashes, findIds, frontMatterEnd, type Name } from '../../core/markdown/findNames.ts';
import { entryHover } from '../places/entryHover.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { commitHover, pageHover } from './nameHovers.ts';

/** A longer text was made by a program. */
const mostLines = 20_000;
/** So many different words that look like hashes are looked up in one text. */
const mostHashes = 2000;

/**
 * Makes links of the commits and the entries that a Markdown file of the repository names, each with a hover, and
 * completes their names.
 */
export class MarkdownNames implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #listening: vscode.Disposable;
  /** What words that look like hashes stand for in a session’s repository; `undefined`: for no commit. */
  #known = new WeakMap<Session, Map<string, string | undefined>>();

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#listening = sessions.onDidMoveHistory(() => {
      this.#known = new WeakMap();
    });
  }

  async links(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const session = this.#sessions.of(document.uri);
    if (session === undefined || document.lineCount > mostLines) {
      return [];
    }
    const lines = linesOf(document);
    const hashes = findHashes(lines);
    const known = await this.#commits(session, hashes);
    const commits = hashes.flatMap((name) => {
      const sha = known.get(name.text);
      return sha === undefined ? [] : [commitLink(session, name, sha)];
    });
    const named = filesById(session);
    const entries = findIds(lines, (word) => named(word) !== undefined).flatMap((name) => {
      const file = named(name.text);
      return file === undefined ? [] : [entryLink(session, name, file)];
    });
    return [...commits, ...entries];
  }

  async hover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const session = this.#sessions.of(document.uri);
    if (session === undefined || document.lineCount > mostLines) {
      return undefined;
    }
    const lines = linesOf(document);
    const named = filesById(session);
    const id = findIds(lines, (word) => named(word) !== undefined).find((name) => isAt(name, position));
    const file = id && named(id.text);
    if (id !== undefined && file !== undefined) {
      const content = 'tags' in file ? await entryHover(session, file) : pageHover(session, file);
      return new vscode.Hover(content, rangeOf(id));
    }
    const hash = findHashes(lines).find((name) => isAt(name, position));
    const sha = hash && (await this.#commits(session, [hash])).get(hash.text);
    const content = sha === undefined ? undefined : await commitHover(session, sha);
    return hash && content && new vscode.Hover(content, rangeOf(hash));
  }

  /** What a name may be that is being written. In the front matter of an entry others know it better. */
  async complete(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionList> {
    const session = this.#sessions.of(document.uri);
    const isText = document.lineCount <= mostLines && position.line >= frontMatterEnd(linesOf(document));
    const prefix = document.lineAt(position.line).text.slice(0, position.character);
    const { completeInText } = await import('./completeNames.ts');
    const items = session === undefined || !isText ? [] : await completeInText(session, prefix, position);
    // What was left out may be meant when more is typed.
    return new vscode.CompletionList(items, true);
  }

  dispose(): void {
    this.#listening.dispose();
  }

  async #commits(
    session: Session,
    hashes: readonly Name[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    const known = this.#known.get(session) ?? new Map<string, string | undefined>();
    this.#known.set(session, known);
    const asked = new Set(hashes.map(({ text }) => text).filter((text) => !known.has(text)));
    const answer =
      asked.size === 0 ? undefined : await session.code?.commits([...asked].slice(0, mostHashes));
    // Where git could not say, it is asked again next time.
    if (answer?.state === 'ok') {
      for (const text of asked) {
        known.set(text, answer.value.get(text));
      }
    }
    return known;
  }
}

/** The file that has an id. */
function filesById(session: Session): (id: string) => Entry | Page | undefined {
  const pages = new Map(session.log.pages.map((page) => [page.id, page]));
  return (id) => session.log.withId(id)[0] ?? pages.get(id);
}

// What a link says is shown as Markdown that is trusted: it is never a text from the repository.
function commitLink(session: Session, name: Name, sha: string): vscode.DocumentLink {
  const address = encodeURIComponent(JSON.stringify([{ root: session.root, sha }]));
  const target = vscode.Uri.parse(`command:retrolog.showCommit?${address}`);
  const link = new vscode.DocumentLink(rangeOf(name), target);
  link.tooltip = vscode.l10n.t('Show the commit');
  return link;
}

function entryLink(session: Session, name: Name, file: Entry | Page): vscode.DocumentLink {
  const link = new vscode.DocumentLink(rangeOf(name), session.uriOf(file.path));
  link.tooltip = vscode.l10n.t('Open the entry');
  return link;
}

function rangeOf({ line, start, text }: Name): vscode.Range {
  return new vscode.Range(line, start, line, start + text.length);
}

function isAt(name: Name, position: vscode.Position): boolean {
  return rangeOf(name).contains(position);
}

function linesOf(document: vscode.TextDocument): string[] {
  return Array.from({ length: document.lineCount }, (_, at) => document.lineAt(at).text);
}

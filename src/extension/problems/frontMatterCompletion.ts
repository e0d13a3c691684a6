import * as vscode from 'vscode';
import { suggestFrontMatter } from '../../core/format/suggestFrontMatter.ts';
import { isLogFile } from '../../core/log/logFiles.ts';
import { wordsInUse } from '../../core/log/wordsInUse.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** Front matter is short: what is longer is not an entry of ours. */
const longestFrontMatter = 400;

/** Completes keys, their values and tags in use while an entry is written by hand. */
export class FrontMatterCompletion implements vscode.CompletionItemProvider {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[]> {
    const session = this.#sessions.of(document.uri);
    const path = session?.pathOf(document.uri);
    if (
      session === undefined ||
      path === undefined ||
      !isLogFile(session.log.folder, path) ||
      position.line > longestFrontMatter
    ) {
      return [];
    }
    const lines = Array.from(
      { length: Math.min(document.lineCount, longestFrontMatter) },
      (_, at) => document.lineAt(at).text,
    );
    const line = lines[position.line] ?? '';
    const [prefix, rest] = [line.slice(0, position.character), line.slice(position.character)];
    const suggestion = suggestFrontMatter(
      lines.slice(0, position.line),
      prefix,
      lines.slice(position.line + 1),
    );
    switch (suggestion.type) {
      case 'key':
        return suggestion.words.map((word, at) =>
          item(word, vscode.CompletionItemKind.Property, at, `${word}: `),
        );
      case 'value':
        return suggestion.words.map((word, at) => item(word, vscode.CompletionItemKind.EnumMember, at));
      case 'tag':
        return tagItems(session);
      case 'entry': {
        const { completeEntries } = await import('../markdown/completeNames.ts');
        return completeEntries(session, path, prefix, position);
      }
      case 'commit': {
        const { completeCommits } = await import('../markdown/completeNames.ts');
        return completeCommits(session, prefix, rest, position);
      }
    }
  }
}

function tagItems(session: Session): vscode.CompletionItem[] {
  return wordsInUse(session.log.entries, 'tags').map((tag, at) =>
    item(tag, vscode.CompletionItemKind.Value, at),
  );
}

function item(
  word: string,
  kind: vscode.CompletionItemKind,
  rank: number,
  insert = word,
): vscode.CompletionItem {
  const completion = new vscode.CompletionItem(word, kind);
  completion.insertText = insert;
  completion.sortText = String(rank).padStart(5, '0');
  return completion;
}

import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { gradeReason, gradeText } from '../../core/links/gradeText.ts';
import type { CommandId } from '../manifestNames.ts';
import type { Sessions } from '../sessions.ts';
import { type EntryFile, entryFile } from './entryFile.ts';

/** The line above an entry's links: to link another commit, and to repair those that lead elsewhere today. */
export function linkLenses(sessions: Sessions, document: vscode.TextDocument): vscode.CodeLens[] {
  const file = vscode.workspace.isTrusted ? entryFile(sessions, document) : undefined;
  if (file === undefined) {
    return [];
  }
  const line = file.lines.top - 1;
  const lens = (command: CommandId, title: string, argument: unknown) =>
    new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { command, title, arguments: [argument] });
  const { session, entry } = file;
  const certain = session.links.at(entry.path).filter((link) => link.certain).length;
  const bare = file.lines.links.filter((link) => link.bare).length;
  const row = { type: 'entry', session, entry };
  return [
    lens('retrolog.linkCommits', vscode.l10n.t('Link a commit'), row),
    ...(bare === 0 ? [] : [lens('retrolog.completeLinks', completeText(bare), { uri: document.uri })]),
    ...(certain === 0 ? [] : [lens('retrolog.repairLinks', repairText(certain), undefined)]),
  ];
}

/** Beside each hash, what became of its commit. */
export function gradeHints(
  sessions: Sessions,
  document: vscode.TextDocument,
  range: vscode.Range,
): vscode.InlayHint[] {
  const file = entryFile(sessions, document);
  return (file?.lines.links ?? []).flatMap(({ line, sha }) => {
    const at = document.lineAt(Math.min(line, document.lineCount) - 1).range.end;
    const hint = file === undefined || !range.contains(at) ? undefined : hintOf(file, sha, at);
    return hint ?? [];
  });
}

/** Completes a link that says nothing but a hash. */
export function linkActions(
  sessions: Sessions,
  document: vscode.TextDocument,
  range: vscode.Range,
): vscode.CodeAction[] {
  const file = vscode.workspace.isTrusted ? entryFile(sessions, document) : undefined;
  const bare = file?.lines.links.filter(
    ({ line, bare }) => bare && line - 1 >= range.start.line && line - 1 <= range.end.line,
  );
  return (bare ?? []).map(({ sha }) => {
    const title = vscode.l10n.t('Complete this link');
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command: 'retrolog.completeLinks', title, arguments: [{ uri: document.uri, sha }] };
    action.isPreferred = true;
    return action;
  });
}

function hintOf(
  { session, entry }: EntryFile,
  sha: string,
  at: vscode.Position,
): vscode.InlayHint | undefined {
  const { links } = session;
  const graded = links.of(entry.path, sha);
  const text =
    graded === undefined
      ? links.state.name === 'unchecked' && vscode.l10n.t('not checked')
      : gradeText(graded, links.incomplete);
  if (text === false) {
    return undefined;
  }
  const hint = new vscode.InlayHint(at, text);
  hint.paddingLeft = true;
  hint.tooltip =
    graded === undefined
      ? links.state.name === 'unchecked'
        ? displayText(links.state.reason)
        : ''
      : gradeReason(graded, links.incomplete);
  return hint;
}

function completeText(count: number): string {
  return count === 1 ? vscode.l10n.t('Complete a link') : vscode.l10n.t('Complete {0} links', count);
}

function repairText(count: number): string {
  return count === 1 ? vscode.l10n.t('Repair a link…') : vscode.l10n.t('Repair {0} links…', count);
}

import * as vscode from 'vscode';

/** What a row tells when it is pointed at: its title, then each fact in a line of its own, all of it shown as it is. */
export function factsTooltip(title: string, facts: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', false).appendText(title);
  for (const fact of facts) {
    text.appendMarkdown('\n\n').appendText(fact);
  }
  return text;
}

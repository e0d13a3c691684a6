import type * as vscode from 'vscode';

/** Sends messages to the page in a webview. */
export function sendTo(webview: Pick<vscode.Webview, 'postMessage'>): (message: unknown) => void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window's, it takes none
  return (message) => void webview.postMessage(message);
}

/** Writes bugs into the output, each with its stack. */
export function bugsTo(output: vscode.LogOutputChannel): (error: unknown) => void {
  return (error) => output.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

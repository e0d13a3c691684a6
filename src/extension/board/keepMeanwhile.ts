import type * as vscode from 'vscode';
import { boardHost } from '../../protocol/boardPanel.ts';
import { Rpc } from '../../protocol/rpc.ts';
import type { PageMemory } from './pageMemory.ts';

/** Keeps what is typed on a page that has no board behind it any more, until another page is there. */
export function keepMeanwhile(
  webview: Pick<vscode.Webview, 'onDidReceiveMessage'>,
  memory: PageMemory,
  onBug: (error: unknown) => void,
): vscode.Disposable {
  const { keep } = boardHost;
  const rpc = new Rpc({
    serves: { keep },
    asks: {},
    // What else is asked has no answer: the page that comes asks again.
    send: () => undefined,
    onBug,
    handlers: { keep: (kept) => memory.keep(kept) },
  });
  return webview.onDidReceiveMessage((message: unknown) => rpc.receive(message));
}

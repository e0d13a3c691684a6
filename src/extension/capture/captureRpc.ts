import * as vscode from 'vscode';
import { captureHost, captureView } from '../../protocol/capture.ts';
import type { Handlers } from '../../protocol/methods.ts';
import { Rpc } from '../../protocol/rpc.ts';
import { sendTo } from '../webviewEnds.ts';

/** The extension's end of the connection to the capture view's page. */
export type CaptureRpc = Rpc<typeof captureHost, typeof captureView>;

/** What has to be done for the page; opening a folder and managing trust are the editor's own business. */
export type CaptureDeeds = Omit<Handlers<typeof captureHost>, 'openAgreement' | 'openFolder' | 'manageTrust'>;

export function captureRpc(
  webview: vscode.Webview,
  deeds: CaptureDeeds,
  onBug: (error: unknown) => void,
): CaptureRpc {
  return new Rpc({
    serves: captureHost,
    asks: captureView,
    send: sendTo(webview),
    onBug,
    handlers: {
      ...deeds,
      openAgreement: async () => void (await vscode.commands.executeCommand('retrolog.openAgreement')),
      openFolder: async () => void (await vscode.commands.executeCommand('vscode.openFolder')),
      manageTrust: async () => void (await vscode.commands.executeCommand('workbench.trust.manage')),
    },
  });
}

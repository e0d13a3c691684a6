import * as vscode from 'vscode';
import type { Handlers } from '../../protocol/methods.ts';
import { Rpc } from '../../protocol/rpc.ts';
import { sendTo } from '../webviewEnds.ts';
import { trendsHost, trendsView } from '../../protocol/trends.ts';

/** The extension's end of the connection to the trends panel's page. */
export type TrendsRpc = Rpc<typeof trendsHost, typeof trendsView>;

/** What has to be done for the page; the rest are commands. */
export type TrendsDeeds = Omit<
  Handlers<typeof trendsHost>,
  'openFolder' | 'manageTrust' | 'startLog' | 'logExperiment' | 'logKudos'
>;

export function trendsRpc(
  webview: vscode.Webview,
  deeds: TrendsDeeds,
  onBug: (error: unknown) => void,
): TrendsRpc {
  const run = (command: string) => async () => void (await vscode.commands.executeCommand(command));
  return new Rpc({
    serves: trendsHost,
    asks: trendsView,
    send: sendTo(webview),
    onBug,
    handlers: {
      ...deeds,
      openFolder: run('vscode.openFolder'),
      manageTrust: run('workbench.trust.manage'),
      startLog: run('retrolog.initialise'),
      logExperiment: run('retrolog.logExperiment'),
      logKudos: run('retrolog.logKudos'),
    },
  });
}

import * as vscode from 'vscode';
import { RetroError } from '../core/retroError.ts';
import { type Located, locateLog } from '../node/locateLog.ts';
import { laterRepository } from './laterRepository.ts';
import { Session } from './session.ts';

/** Finds the log of a folder on disk. Where that cannot be, the output says why and there is none. */
export async function openSession(
  folder: vscode.WorkspaceFolder,
  output: vscode.LogOutputChannel,
): Promise<Session | undefined> {
  try {
    return sessionAt(await locateLog(folder.uri.fsPath, chosenFolder(folder)), output);
  } catch (error) {
    if (!(error instanceof RetroError)) {
      throw error;
    }
    output.warn(error.message);
    return undefined;
  }
}

/** The folder's name where somebody chose one; otherwise a log is found by its `retro.yml` too. */
function chosenFolder(folder: vscode.WorkspaceFolder): string | undefined {
  const setting = vscode.workspace.getConfiguration('retrolog', folder.uri).inspect<string>('folder');
  return setting?.workspaceFolderValue ?? setting?.workspaceValue ?? setting?.globalValue;
}

/** What runs git is loaded when there is a workspace that it may run in. */
function sessionAt(located: Located, output: vscode.LogOutputChannel): Session {
  if (!vscode.workspace.isTrusted) {
    return new Session(located, undefined);
  }
  if (located.exists) {
    tidy(located, output).catch((error: unknown) => output.warn(String(error)));
  }
  return new Session(located, laterRepository(located));
}

async function tidy(located: Located, output: vscode.LogOutputChannel): Promise<void> {
  const { tidyLog } = await import('../node/tidyLog.ts');
  const { removed, excluded } = await tidyLog(located);
  if (excluded.state === 'failed') {
    output.warn(excluded.reason);
  }
  if (removed.length > 0) {
    output.info(
      vscode.l10n.t('Recovered: {0} unfinished files of an earlier run were removed.', removed.length),
    );
  }
}

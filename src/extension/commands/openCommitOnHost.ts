import * as vscode from 'vscode';
import { commitAddress } from '../../core/git/commitAddress.ts';
import type { Remote } from '../../core/git/remotes.ts';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { literalIcons } from '../literalIcons.ts';
import { displayText } from '../../core/entries/displayText.ts';
import { answered, chosenCommit } from './chosenCommit.ts';
import { showPick } from '../showPrompt.ts';

/** Opens a commit on the host that the repository is fetched from, in the browser. */
export function openCommitOnHost(app: App) {
  return async (argument: unknown): Promise<void> => {
    const chosen = await chosenCommit(app, argument);
    if (chosen === undefined) {
      return;
    }
    const address = await chooseAddress(answered(await chosen.code.remotes()), chosen.sha);
    if (address !== undefined) {
      await vscode.env.openExternal(vscode.Uri.parse(address, true));
    }
  };
}

/** @throws RetroError `not-found` where no remote is on a host that is known */
async function chooseAddress(remotes: readonly Remote[], sha: string): Promise<string | undefined> {
  const names = new Map<string, string>();
  for (const { name, address } of remotes) {
    const target = commitAddress(address, sha);
    if (target !== undefined) {
      names.set(target, names.get(target) ?? name);
    }
  }
  const [first, ...others] = names.keys();
  if (first === undefined) {
    throw new RetroError(
      'not-found',
      vscode.l10n.t(
        'None of this repository’s remotes is on GitHub, GitLab, Bitbucket or Azure DevOps, so there is no page to open.',
      ),
    );
  }
  if (others.length === 0) {
    return first;
  }
  const items = [...names].map(([target, name]) => ({
    label: literalIcons(displayText(name)),
    description: target.slice('https://'.length, -sha.length - 1),
    target,
  }));
  const picked = await showPick(items, {
    placeHolder: vscode.l10n.t('On which remote?'),
  });
  return picked?.target;
}

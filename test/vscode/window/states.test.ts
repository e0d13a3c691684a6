import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type EditorWindow, openWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { startServer } from '#host/startServer.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import { entryFile, hostVersion, inWindow, openCapture, openLog, row, sharedBrowser } from './editor.ts';
import { hint, openEntry, title } from './linkEditor.ts';

describe('what is there when there is nothing', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
  });
  afterEach(() => repository.remove());

  it('says how to start where there is no log', async () => {
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await window.page.getByText('This project has no log yet.').waitFor();
      await window.command('Retrolog: Start a Log');
      await window.page.getByRole('tab', { name: /retro\.yml/ }).waitFor();
      await window.page.getByText('The log is empty.').waitFor();
    });
  });

  it('[D67] says of a log that a sparse checkout leaves out what brings it, makes none in its place, and shows it when it is there', async () => {
    writeEntry(repository, 'h3k9q2xa', { kind: 'learning', title: 'Prices are cents', date: '2026-03-04' });
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message=Log');
    repository.git('sparse-checkout', 'set', 'src');
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      const brings =
        /“retro” is in git, but not in this work tree.*“git sparse-checkout add retro” brings it/;
      const told = window.page.locator('.pane').getByText(brings);
      await told.waitFor();
      assert.equal(await window.page.getByText('This project has no log yet.').count(), 0);
      await window.command('Retrolog: Start a Log');
      await window.notification(brings);
      await window.hideNotifications();
      assert.equal(existsSync(join(repository.folder, 'retro')), false);
      repository.git('sparse-checkout', 'add', 'retro');
      await row(window, /Prices are cents/).waitFor();
      await told.waitFor({ state: 'hidden' });
    });
  });

  it('asks for a folder where none is open', async () => {
    await inWindow(undefined, {}, async (window) => {
      await openLog(window);
      await window.page.getByText('Open the folder of a project to see its log').waitFor();
      const frame = await window.webview('Log an entry');
      await frame.getByText('Open the folder that you work in to log one.').waitFor();
    });
  });

  it('[D66] works without a git repository, and says why no commits are offered', async () => {
    rmSync(join(repository.folder, '.git'), { recursive: true });
    writeEntry(repository, 'h3k9q2xa', {
      kind: 'learning',
      title,
      date: '2026-03-04',
      commits: [{ sha: 'b2'.repeat(20), subject: 'Gone' }],
    });
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await openEntry(window);
      await hint(window, 'not checked');
      const frame = await openCapture(window);
      await frame.getByText('This folder is not in a git repository').waitFor();
      await window.page.keyboard.type('Files are enough');
      await window.page.keyboard.press('Control+Enter');
      await row(window, /Files are enough/).waitFor();
    });
  });

  it('[D66] calls no commit lost where history is cut off', async () => {
    const sha = repository.git('rev-parse', 'HEAD');
    repository.commit('The latest');
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, '../shallow');
    rmSync(join(repository.folder, '.git'), { recursive: true });
    renameSync(join(repository.base, 'shallow/.git'), join(repository.folder, '.git'));
    writeEntry(repository, 'h3k9q2xa', {
      kind: 'learning',
      title,
      date: '2026-03-04',
      commits: [{ sha, subject: 'Cache product pages' }],
    });
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await openEntry(window);
      await hint(window, 'not in this clone');
      assert.equal(await row(window, /lost/).count(), 0);
    });
  });

  it('[J124] [E88] reads the log in a restricted workspace, and neither writes nor runs git', async () => {
    writeEntry(repository, 'h3k9q2xa', {
      kind: 'learning',
      title,
      date: '2026-03-04',
      commits: [{ sha: 'b2'.repeat(20), subject: 'Gone' }],
    });
    const canary = standInForGit(repository);
    await withTrust(repository, true, async (window) => {
      await window.page.getByText('This workspace is restricted: the log can be read').waitFor();
      await openEntry(window);
      await hint(window, 'not checked');
      assert.equal(await row(window, /lost/).count(), 0);
      const frame = await window.webview('Log an entry');
      await frame.getByText('In a restricted workspace entries can be read, not written.').waitFor();
      await window.command('Retrolog: Log a Win…');
      await window.notification('This workspace is restricted');
      assert.equal(existsSync(canary), false);
    });
    await withTrust(repository, false, async () => {
      await poll('git to be run once the workspace is trusted', async () => existsSync(canary));
    });
  });

  it('says that it reads for as long as it does not know whether there is a log', async () => {
    const canary = standInForGit(repository, 'go');
    await withServer(repository, false, async (window) => {
      await openLog(window);
      await poll('git to be asked', async () => existsSync(canary));
      await window.page.getByText('Reading the log…').waitFor();
      assert.equal(await window.page.getByText('This project has no log yet.').count(), 0);
      writeFileSync(join(repository.base, 'go'), '');
      await window.page.getByText('This project has no log yet.').waitFor();
      await window.page.getByText('Reading the log…').waitFor({ state: 'detached' });
    });
  });

  it('[J125] writes, and asks git, as soon as trust is granted', async () => {
    writeEntry(repository, 'h3k9q2xa', { kind: 'learning', title: 'Prices are cents', date: '2026-03-04' });
    const canary = standInForGit(repository);
    await withTrust(repository, true, async (window) => {
      await window.page.getByText('This workspace is restricted: the log can be read').waitFor();
      assert.equal(existsSync(canary), false);
      await window.command('Workspaces: Manage Workspace Trust');
      await window.page.getByRole('button', { name: 'Trust', exact: true }).click();
      await openCapture(window);
      await window.page.keyboard.type('Trusted at last');
      await window.page.keyboard.press('Control+Enter');
      await entryFile(repository, (text) => text.includes('Trusted at last'));
      await poll('git to be run', async () => existsSync(canary));
    });
  });
});

/**
 * Puts a program in the place of git that leaves a mark before it runs the real one, and returns the mark’s path.
 *
 * @param signal a file beside the repository that it waits for
 */
function standInForGit(repository: GitRepository, signal?: string): string {
  const canary = join(repository.base, 'canary');
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  mkdirSync(join(repository.base, 'bin'));
  const wait =
    signal === undefined ? '' : `while [ ! -e '${join(repository.base, signal)}' ]; do sleep 0.1; done\n`;
  writeFileSync(
    join(repository.base, 'bin/git'),
    `#!/bin/sh\ntouch '${canary}'\n${wait}exec '${real}' "$@"\n`,
    { mode: 0o755 },
  );
  return canary;
}

/** Opens a log that is there, in a window that asks whether it is trusted or one that does not. */
async function withTrust(
  repository: GitRepository,
  restricted: boolean,
  test: (window: EditorWindow) => Promise<void>,
): Promise<void> {
  await withServer(repository, restricted, async (window) => {
    await openLog(window);
    await row(window, /Prices are cents/).waitFor();
    await test(window);
  });
}

/** Opens a window that finds the stand-in for git. */
async function withServer(
  repository: GitRepository,
  restricted: boolean,
  test: (window: EditorWindow) => Promise<void>,
): Promise<void> {
  const server = await startServer({
    version: hostVersion(),
    workspaceTrust: restricted,
    userSettings: { 'security.workspace.trust.startupPrompt': 'never', 'git.enabled': false },
    env: { PATH: `${join(repository.base, 'bin')}:${process.env['PATH'] ?? ''}` },
  });
  try {
    const window = await openWindow(sharedBrowser(), server, {
      folder: repository.folder,
      asFolder: true,
      developmentPath: resolve('.'),
    });
    await test(window);
    await window.close();
  } finally {
    await server.stop();
  }
}

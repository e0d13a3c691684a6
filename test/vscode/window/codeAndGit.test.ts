import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type EditorWindow, openWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { startServer } from '#host/startServer.mjs';
import { type CodeScene, codeScene } from '../../support/codeScene.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { cartFile, writeEntry } from '../../support/shopRepository.ts';
import { goToLine, hoverOver, lens, menuOf, openFile } from './codeEditor.ts';
import { hostVersion, inWindow, openFromRow, openLog, row, sharedBrowser, succeeds } from './editor.ts';
import { hint } from './linkEditor.ts';

describe('what git is asked about the code', () => {
  let scene: CodeScene;
  beforeEach(() => {
    scene = codeScene();
  });
  afterEach(() => scene.repository.remove());

  it('is nothing in a restricted workspace, where the log still says what moved [J124] [E88]', async () => {
    await withNotedGit(scene.repository, { restricted: true }, async (window, asked) => {
      await openLog(window);
      await row(window, /Sixty seconds are enough/).waitFor();
      await openFile(window, cartFile);
      await openLog(window);
      await row(window, /Sixty seconds are enough, moved to line 3/).waitFor();
      assert.equal(await lens(window, 'Learning').count(), 0);
      assert.deepEqual(asked(), []);
    });
  });

  it('is one blame for a file of 5,000 lines, however much is typed, hovered over and looked at', async () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `export const number${at} = ${at};`);
    const sha = scene.repository.commit('Many numbers', { 'src/many.ts': `${lines.join('\n')}\n` });
    writeEntry(scene.repository, 'h3k9q2xe', {
      kind: 'experiment',
      title: 'Five thousand numbers',
      hypothesis: 'They fit.',
      measure: 'Lines.',
      date: '2026-03-08',
      commits: [{ sha }],
    });
    await withNotedGit(scene.repository, {}, async (window, asked) => {
      const { page } = window;
      const blames = () => asked().filter((line) => line.includes(' blame ')).length;
      await openFile(window, 'src/many.ts');
      await lens(window, 'Experiment: Five thousand numbers').waitFor();
      await hoverOver(window, 'number3', 'Five thousand numbers');
      await goToLine(window, 2);
      await page.keyboard.type('let fresh;\n');
      await hoverOver(window, 'number6', 'Five thousand numbers');
      const fresh = await hoverOver(window, 'fresh', 'let fresh');
      assert.doesNotMatch(await fresh.innerText(), /Five thousand/);
      await openFile(window, cartFile);
      await lens(window, 'Learning: Sixty').waitFor();
      await openFile(window, 'src/many.ts');
      await lens(window, 'Experiment: Five thousand numbers').first().waitFor();
      assert.equal(blames(), 2, asked().join('\n'));
    });
  });

  it('is not told above the code beside an extension that shows blame, unless somebody wants both', async () => {
    const { repository } = scene;
    const folder = join(repository.base, 'gitlens');
    mkdirSync(folder);
    const manifest = { name: 'gitlens', publisher: 'eamodio', version: '1.0.0', engines: { vscode: '*' } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    await withNotedGit(repository, { extensions: [folder] }, async (window) => {
      await openFile(window, cartFile);
      await hoverOver(window, 'round', 'Rounding twice lost a cent');
      assert.equal(await lens(window, 'Learning').count(), 0);
      await poll('the setting to be seen', async () => {
        // A window does not watch a folder for settings at once that comes after it.
        repository.write('.vscode/settings.json', '{"retrolog.codeLens": "on"}');
        return succeeds(lens(window, 'Learning: Sixty').waitFor({ timeout: 5000 }));
      });
    });
  });

  it('is a commit as text where the editor’s own git is off', async () => {
    await withNotedGit(scene.repository, {}, async (window) => {
      await openLog(window);
      await row(window, /Rounding twice/).waitFor();
      await menuOf(window, /Rounding twice/, 'Show Commit…');
      await window.page.getByRole('tab', { name: `${scene.rounding.slice(0, 8)}.diff` }).waitFor();
      await window.page.locator('.view-line').filter({ hasText: '+  return Math.round' }).waitFor();
    });
  });

  it('is where links lead, as soon as history is rewritten, without the editor’s own git too', async () => {
    const { repository } = scene;
    await withNotedGit(repository, {}, async (window) => {
      await openLog(window);
      await openFromRow(window, /Rounding twice/, /rounding-twice/);
      await hint(window, 'exact');
      const environment = repository.dates('2026-03-09T09:00:00Z');
      repository.run({ environment }, 'rebase', '--quiet', '--force-rebase', '--root');
      await hint(window, `rewritten: now ${repository.git('rev-parse', 'HEAD~1').slice(0, 8)}`);
    });
  });

  it('is what links mean today, and which entries messages of commits name', async () => {
    const { repository } = scene;
    const text = readFileSync(join(repository.folder, cartFile), 'utf8');
    repository.commit('Say what it is\n\nRetro: h3k9q2xc', {
      [cartFile]: `${text}\n// The end of the cart.\n`,
    });
    const environment = repository.dates('2026-03-09T09:00:00Z');
    repository.run({ environment }, 'rebase', '--quiet', '--force-rebase', '--root');
    assert.notEqual(repository.git('rev-parse', 'HEAD~2'), scene.rounding);
    await inWindow(repository, {}, async (window) => {
      await openFile(window, cartFile);
      await lens(window, 'Win: No more floats').waitFor();
      await lens(window, 'Failure: Rounding twice lost a cent').first().waitFor();
      await openLog(window);
      await menuOf(window, /Rounding twice/, 'Show Commit…');
      const now = repository.git('rev-parse', 'HEAD~2').slice(0, 8);
      await window.page.getByRole('tab', { name: new RegExp(`^${now} Round the total`) }).waitFor();
    });
  });
});

/** Runs a test in a window whose git notes what it is asked, and without the editor’s own git. */
async function withNotedGit(
  repository: GitRepository,
  { restricted = false, extensions = [] }: { readonly restricted?: boolean; readonly extensions?: string[] },
  test: (window: EditorWindow, asked: () => string[]) => Promise<void>,
): Promise<void> {
  const notes = join(repository.base, 'asked');
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  mkdirSync(join(repository.base, 'bin'));
  writeFileSync(
    join(repository.base, 'bin/git'),
    `#!/bin/sh\nprintf '%s\\n' " $* " >> '${notes}'\nexec '${real}' "$@"\n`,
    { mode: 0o755 },
  );
  const server = await startServer({
    version: hostVersion(),
    workspaceTrust: restricted,
    extensions,
    userSettings: { 'security.workspace.trust.startupPrompt': 'never', 'git.enabled': false },
    env: { PATH: `${join(repository.base, 'bin')}:${process.env['PATH'] ?? ''}` },
  });
  try {
    const window = await openWindow(sharedBrowser(), server, {
      folder: repository.folder,
      asFolder: true,
      developmentPath: resolve('.'),
    });
    const asked = () =>
      existsSync(notes)
        ? readFileSync(notes, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
        : [];
    try {
      await test(window, asked);
    } catch (error) {
      await window.screenshot('out/failed-in-window-git.png');
      throw error;
    }
    await window.close();
  } finally {
    await server.stop();
  }
}

import { poll } from '#host/poll.mjs';
import type { EditorWindow } from '#host/editorWindow.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { cartFile, shopRepository, writeEntry } from '../../support/shopRepository.ts';
import { clickLens, hoverOver, lens, menuOf, openFile } from './codeEditor.ts';
import { entryFile, hostVersion, inWindow, openLog, row } from './editor.ts';
import { find, hint, openEntry, takeCommits, title } from './linkEditor.ts';

/** Types a command into the terminal of the window, as a person does. */
async function typeInTerminal(
  window: EditorWindow,
  repository: GitRepository,
  command: readonly string[],
): Promise<void> {
  if (hostVersion() === 'floor') {
    // The oldest editor is tried without a terminal: what that is made of is not built for it here.
    repository.git(...command);
    return;
  }
  const { page } = window;
  const input = page.locator('.terminal-wrapper.active .xterm-helper-textarea');
  await window.command('Terminal: Create New Terminal');
  // The editor marks the prompt once the shell is there.
  await page.locator('.terminal-command-decoration').first().waitFor();
  await input.focus();
  await page.keyboard.type(`git ${command.join(' ')}\n`);
}

describe('a link to a commit', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
    repository.git('checkout', '--quiet', '-b', 'round');
    repository.commit('Round once, at the end', {
      [cartFile]: 'export const ttl = 60;\n\nexport const round = Math.round;\n',
    });
    repository.git('checkout', '--quiet', 'main');
    repository.commit('Send order mails', { 'src/mails/order.ts': 'export const mail = 1;\n' });
    repository.git('checkout', '--quiet', 'round');
    writeEntry(repository, 'h3k9q2xa', { kind: 'learning', title, date: '2026-03-04' });
  });
  afterEach(() => repository.remove());

  it('is made, outlives a rebase in the terminal, is repaired, and leads from the code to the entry and to the diff', async () => {
    // The branch moves when the rebase is done; HEAD goes before.
    const sha = () => repository.git('rev-parse', 'round');
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openLog(window);
      await openEntry(window);
      const widget = page.locator('.quick-input-widget:visible');
      await clickLens(window, 'Link a commit', widget);
      await find(window, 'round once');
      await takeCommits(window);
      const old = sha();
      await entryFile(repository, (text) => text.includes(`sha: "${old}"`) && text.includes('range: "'));
      await hint(window, 'exact');

      await typeInTerminal(window, repository, ['rebase', '--quiet', 'main']);
      await poll('the rebase to be done', () => Promise.resolve(sha() !== old));
      const now = sha();
      await hint(window, `rewritten: now ${now.slice(0, 8)}`);

      await clickLens(window, 'Repair a link…', widget.getByText('1 of 1 links found: 1 rewritten'));
      await widget.getByText('It has the same author time and subject').waitFor();
      await widget.locator('input[type="text"]').first().press('Enter');
      await entryFile(repository, (text) => text.includes(now) && !text.includes(old));
      await hint(window, 'exact');

      await openFile(window, cartFile);
      await lens(window, `Learning: ${title}`).waitFor();
      await hoverOver(window, 'round', title);
      await openLog(window);
      await row(window, /^About cart\.ts/).waitFor();
      await menuOf(window, new RegExp(`Learning, ${title}`), 'Show Commit…');
      await page.getByRole('tab', { name: new RegExp(`^${now.slice(0, 8)} Round once`) }).waitFor();
      await page.locator('.multiDiffEntry, .multi-diff-editor, .monaco-diff-editor').first().waitFor();
    });
  });
});

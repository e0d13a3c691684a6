import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { addDays } from '../../../src/core/dates.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { cartFile, shopRepository, writeEntry } from '../../support/shopRepository.ts';
import {
  boxOf,
  captureFrame,
  chooseInMenu,
  entryFile,
  entryFiles,
  focusOnRow,
  hoverOverRow,
  inWindow,
  openCapture,
  openFromRow,
  openLog,
  prompt,
  reloadWindow,
  row,
  succeeds,
  textOf,
  dayOf2026,
} from './editor.ts';

const aMonthAgo = addDays(systemClock.today('UTC'), -30);

describe('suggestions', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
    writeEntry(repository, 'h3k9q2xa', { kind: 'win', title: 'Fast search', date: '2026-02-01' });
    repository.commit('Log: Fast search');
  });
  afterEach(() => repository.remove());

  const heading = (window: EditorWindow) => row(window, /^Suggestions \d/);
  const suggestion = (window: EditorWindow, text: string) =>
    row(window, new RegExp(`^Suggestion: .*${text}`));

  const focusOnSuggestion = (window: EditorWindow, text: string) =>
    focusOnRow(window, new RegExp(`^Suggestion: .*${text}`));

  /** Accepts a suggestion until it is in the text: a tree that is drawn anew at that moment hears of nothing. */
  const bring = async (window: EditorWindow, text: string, accept: () => Promise<unknown>) => {
    const isThere = async (): Promise<boolean> =>
      (await textOf(await window.webview('Log an entry')).inputValue()) === text;
    await poll(`“${text}” to be suggested`, async () => {
      await accept();
      return succeeds(poll(text, isThere, 10_000));
    });
    await captureFrame(window);
  };

  it('come after a revert, are accepted with one key, logged, and gone then', async () => {
    const cached = repository.commit('Round totals', { [cartFile]: 'export const ttl = 70;\n' });
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await row(window, /Fast search/).waitFor();
      assert.equal(await heading(window).count(), 0);
      const environment = repository.dates('2026-03-05T09:00:00Z');
      repository.run({ environment }, 'revert', '--no-edit', cached);
      const sha = repository.git('rev-parse', 'HEAD');
      await suggestion(window, 'Failure, Revert "Round totals", Mar 5').waitFor();
      await bring(window, 'Revert "Round totals"', async () => {
        await focusOnSuggestion(window, 'Revert');
        await window.page.keyboard.press('Enter');
      });
      assert.equal(entryFiles(repository).length, 1);
      await window.page.keyboard.press('Control+Enter');
      const { text } = await entryFile(repository, (one) => one.includes('Round totals'));
      assert.match(text, /^kind: failure\ndate: 2026-03-05$/m);
      assert.ok(text.includes(`sha: "${sha}"`) && text.includes(`sha: "${cached}"`), text);
      await row(window, /^Failure, Revert "Round totals"/).waitFor();
      await heading(window).waitFor({ state: 'detached' });
    });
  });

  it('give back what was being written when they are logged', async () => {
    repository.commit('Limit retries\n\nLearned: retries need a limit\n');
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      const typed = 'A thought that is not finished';
      await openCapture(window);
      await page.keyboard.type(typed);
      await suggestion(window, 'retries need a limit').waitFor();
      await focusOnSuggestion(window, 'retries');
      await page.keyboard.press('a');
      const frame = await captureFrame(window);
      await poll(
        'the suggestion to be in the text',
        async () => (await textOf(frame).inputValue()) === 'retries need a limit',
      );
      await frame.getByText('What you were writing comes back').waitFor();
      await page.keyboard.press('Control+Enter');
      await entryFile(repository, (one) => one.includes('# retries need a limit'));
      await poll('the thought to be back', async () => (await textOf(frame).inputValue()) === typed);
    });
  });

  it('are turned down with one key, and that is taken back with another', async () => {
    repository.commit('Limit retries\n\nLearned: retries need a limit\n');
    repository.commit('Retry the flaky login');
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await suggestion(window, 'flaky login').waitFor();
      await openFromRow(window, /Fast search/, /fast-search/);
      await focusOnSuggestion(window, 'flaky login');
      await window.page.keyboard.press('Delete');
      await suggestion(window, 'flaky login').waitFor({ state: 'detached' });
      await suggestion(window, 'retries need a limit').waitFor();
      assert.equal(entryFiles(repository).length, 1);
      await window.page.keyboard.press('Control+z');
      await suggestion(window, 'flaky login').waitFor();
      await focusOnSuggestion(window, 'flaky login');
      await window.page.keyboard.press('Delete');
      await suggestion(window, 'flaky login').waitFor({ state: 'detached' });
      await reloadWindow(window);
      await openLog(window);
      await suggestion(window, 'retries need a limit').waitFor();
      assert.equal(await suggestion(window, 'flaky login').count(), 0);
    });
  });

  it('are silent where their rule is muted, until it is unmuted', async () => {
    repository.commit('Retry the flaky login');
    repository.commit('Retry the flaky search');
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await suggestion(window, 'flaky login').waitFor();
      await chooseInMenu(window, suggestion(window, 'flaky login'), 'Mute This Rule');
      await heading(window).waitFor({ state: 'detached' });
      await window.command('Retrolog: Show Muted Rules…');
      const widget = window.page.locator('.quick-input-widget:visible');
      await widget
        .locator('.quick-input-list .monaco-list-row')
        .filter({ hasText: 'something flaky' })
        .click();
      await boxOf(prompt(window, '1 Selected')).press('Enter');
      await suggestion(window, 'flaky search').waitFor();
    });
  });

  it('link a commit to the entry that it belongs to', async () => {
    const sha = repository.git('rev-parse', 'HEAD~1');
    const path = writeEntry(repository, 'h3k9q2xb', {
      kind: 'failure',
      title: 'Stale prices',
      date: '2026-02-02',
      commits: [{ sha, subject: 'Cache product pages' }],
    });
    const fix = repository.commit('fixup! Cache product pages', { [cartFile]: 'export const ttl = 30;\n' });
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      const fixup = suggestion(
        window,
        `fixup! Cache product pages, ${dayOf2026('Jan 5')} · belongs to “Stale prices”`,
      );
      await poll('the commit to be linked', async () => {
        await succeeds(fixup.click({ timeout: 3000 }));
        return succeeds(fixup.waitFor({ state: 'detached', timeout: 10_000 }));
      });
      const { text } = await entryFile(repository, (one) => one.includes(fix));
      assert.ok(text.includes(`sha: "${sha}"`) && text.includes('# Stale prices'), `${path}: ${text}`);
      await heading(window).waitFor({ state: 'detached' });
    });
  });

  it('are not there where the setting says so', async () => {
    repository.commit('Retry the flaky login');
    await inWindow(repository, { asFolder: false }, async (window) => {
      await openLog(window);
      await poll('the suggestion', async () => {
        // A window that opens now and then misses the folders of its workspace, until the file changes.
        await window.setSetting('retrolog.suggestions', true);
        return succeeds(suggestion(window, 'flaky login').waitFor({ timeout: 5000 }));
      });
      await poll('no suggestion', async () => {
        await window.setSetting('retrolog.suggestions', false);
        return succeeds(heading(window).waitFor({ state: 'detached', timeout: 5000 }));
      });
    });
  });

  it('come though the history could not be read at first, and nothing has changed since', async () => {
    const sha = repository.commit('Retry the flaky transfer', {
      'src/transfer.ts': 'export const most = 3;\n',
    });
    const object = join(repository.folder, '.git/objects', sha.slice(0, 2), sha.slice(2));
    renameSync(object, `${object}.away`);
    writeEntry(repository, 'h3k9q2xb', { kind: 'failure', title: 'Totals were wrong', date: aMonthAgo });
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      // Open loops are looked for when suggestions are: by then the history was asked for, in vain.
      await row(window, /^Open loops/i).waitFor();
      await openLog(window);
      assert.equal(await heading(window).count(), 0);
      renameSync(`${object}.away`, object);
      await suggestion(window, 'flaky transfer').waitFor();
    });
  });

  it('[D71] are logged where they come from, whichever log is the current one', async () => {
    const other = shopRepository();
    const base = mkdtempSync(join(tmpdir(), 'retrolog-folders-'));
    try {
      other.write('retro/retro.yml', 'team: Bank\n');
      other.commit('Start a log');
      other.commit('Retry the flaky transfer', { 'src/transfer.ts': 'export const most = 3;\n' });
      const workspace = join(base, 'both.code-workspace');
      const folders = [repository, other].map(({ folder }) => ({ path: folder }));
      const open = () => writeFileSync(workspace, JSON.stringify({ folders }));
      open();
      await inWindow(undefined, { workspace }, async (window) => {
        await openLog(window);
        await poll('the suggestion', async () => {
          // A window that opens now and then misses the folders of its workspace, until the file changes.
          open();
          return succeeds(suggestion(window, 'flaky transfer').waitFor({ timeout: 5000 }));
        });
        await bring(window, 'Retry the flaky transfer', () =>
          succeeds(suggestion(window, 'flaky transfer').click({ timeout: 3000 })),
        );
        await window.page.keyboard.press('Control+Enter');
        await entryFile(other, (text) => text.includes('# Retry the flaky transfer'));
        assert.equal(entryFiles(repository).length, 1);
      });
    } finally {
      other.remove();
      rmSync(base, { recursive: true });
    }
  });

  it('[B36] [B38] show hostile subjects as text', async () => {
    repository.commit('Revert $(trash) [x](command:workbench.action.closeWindow) <img src=x> \u202e');
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      const hostile = row(window, /^Suggestion: Failure, Revert \$\(trash\) \[x\]\(command:/);
      const hover = await hoverOverRow(window, hostile, 'command:');
      const shown = (await hover.innerText()).replace(/\s+/g, ' ');
      assert.match(shown, /\$\(trash\) \[x\]\(command:.* <img src=x> <U\+202E>/);
      assert.equal(await hover.locator('a, img, .codicon').count(), 0);
    });
  });
});

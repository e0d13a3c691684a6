import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { poll } from '#host/poll.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { cartFile, shopRepository, writeEntry } from '../../support/shopRepository.ts';
import {
  answer,
  captureFrame,
  chooseInMenu,
  entryFile,
  entryFiles,
  hoverOverRow,
  inWindow,
  openCapture,
  openFromRow,
  openLog,
  row,
  textOf,
} from './editor.ts';
import {
  commitRows,
  find,
  hint,
  leaveCommits,
  only,
  openEntry,
  takeCommits,
  title,
  typeWords,
} from './linkEditor.ts';

describe('links to commits', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
    repository.commit('Round once, at the end', { [cartFile]: 'export const round = Math.round;\n' });
    repository.commit(
      'Send order mails',
      { 'src/mails/order.ts': 'export const mail = 1;\n' },
      {
        author: { name: 'Grace Hopper', email: 'grace@example.com' },
      },
    );
  });
  afterEach(() => repository.remove());

  it('are made by typing part of a subject, with what lets them survive, and taken back', async () => {
    writeEntry(repository, 'h3k9q2xa', { kind: 'learning', title, date: '2026-03-04' });
    const [before] = entryFiles(repository);
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await chooseInMenu(window, row(window, title), 'Link Commits…');
      await find(window, 'round once');
      await takeCommits(window);
      const { text } = await entryFile(repository, (one) => one.includes('commits:'));
      assert.match(text, new RegExp(`sha: "${shaOf(repository, 'HEAD~1')}"`));
      assert.match(text, /subject: "Round once, at the end"/);
      assert.match(text, /patch: "[0-9a-f]{40}"/);
      await (await window.notification('Linked one commit.')).getByRole('button', { name: 'Undo' }).click();
      await entryFile(repository, (one) => one === before?.text);
    });
  });

  it('are found by file, by author and by hash', async () => {
    writeEntry(repository, 'h3k9q2xa', { kind: 'learning', title, date: '2026-03-04' });
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await openFromRow(window, title, /prices-are-cents/);
      await window.command('Retrolog: Link Commits…');
      await only(window, 'src/mails', /Send order mails/);
      await only(window, 'grace', /Send order mails/);
      await only(window, shaOf(repository, 'HEAD~1').slice(0, 7), /Round once/);
      await only(window, 'pages cache', /Cache product pages/);
      await leaveCommits(window);
      assert.doesNotMatch(entryFiles(repository)[0]?.text ?? '', /commits:/);
    });
  });

  it('[B35] [B38] keep their ticks while other words are typed, and show subjects as they are', async () => {
    const subject = '$(zap) <b>Retry</b> [once](command:workbench.action.quit)';
    repository.commit(subject, { 'src/retry.ts': '' });
    writeEntry(repository, 'h3k9q2xa', { kind: 'learning', title, date: '2026-03-04' });
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await chooseInMenu(window, row(window, title), 'Link Commits…');
      await find(window, 'retry');
      await commitRows(window).getByText(subject).click();
      await window.page.locator('.quick-input-widget:visible').getByText('1 Selected').waitFor();
      await typeWords(window, 'cache pages');
      await poll('the ticked one and the one found', async () => (await commitRows(window).count()) === 2);
      await commitRows(window).filter({ hasText: 'Cache product pages' }).click();
      await typeWords(window, 'grace');
      await poll('two ticked and one found', async () => (await commitRows(window).count()) === 3);
      await takeCommits(window);
      const { text } = await entryFile(repository, (one) => one.includes('Cache product pages'));
      assert.ok(text.includes(`subject: ${JSON.stringify(subject)}`), text);
      assert.doesNotMatch(text, /order mails/);
      await window.notification('Linked 2 commits.');
    });
  });

  it('are graded when history is rewritten, repaired, and the repair is taken back', async () => {
    const old = linkLatest(repository);
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await openEntry(window);
      await hint(window, 'exact');
      repository.write('src/mails/order.ts', 'export const mail = 2;\n');
      git(repository, 'commit', '--amend', '--all', '--quiet', '--no-edit');
      const now = shaOf(repository, 'HEAD');
      await hint(window, `now ${now.slice(0, 8)}`);
      await openLog(window);
      await hoverOverRow(window, row(window, title), `${now.slice(0, 8)} `);
      await window.command('Retrolog: Repair Commit Links');
      const widget = window.page.locator('.quick-input-widget:visible');
      await widget.getByText(/^1 of 1 links found: 1 /).waitFor();
      await widget.getByText(`${old.slice(0, 8)} → ${now.slice(0, 8)}`).waitFor();
      await widget.locator('input[type="text"]').first().press('Enter');
      await entryFile(repository, (one) => one.includes(now) && !one.includes(old));
      await hint(window, 'exact');
      await (await window.notification('Repaired one link.')).getByRole('button', { name: 'Undo' }).click();
      await entryFile(repository, (one) => one.includes(old) && !one.includes(now));
    });
  });

  it('are graded again when the only branch goes that had their commit, and that is no commit to be linked twice', async () => {
    repository.git('branch', 'work');
    repository.run({ environment: repository.dates() }, 'commit', '--amend', '--quiet', '--no-edit');
    linkLatest(repository, shaOf(repository, 'work'));
    const now = shaOf(repository, 'HEAD');
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await openEntry(window);
      await hint(window, 'exact');
      git(repository, 'branch', '--quiet', '-D', 'work');
      await hint(window, `same change: now ${now.slice(0, 8)}`);
      await window.command('Retrolog: Link Commits…');
      await only(window, 'order mails', /Send order mails.*linked already/);
    });
  });

  it('are asked for by command, for an entry that is chosen then', async () => {
    writeEntry(repository, 'h3k9q2xa', { kind: 'learning', title, date: '2026-03-04' });
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await row(window, title).waitFor();
      await window.command('Retrolog: Link Commits…');
      await answer(window, title, 'cents');
      await find(window, 'round once');
      await takeCommits(window);
      await entryFile(repository, (one) => one.includes(shaOf(repository, 'HEAD~1')));
    });
  });

  it('say that their commit is lost, and are not repaired', async () => {
    linkLatest(repository, 'b2'.repeat(20));
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await row(window, /1 commit lost/).waitFor();
      await openEntry(window);
      await hint(window, 'lost');
      await window.command('Retrolog: Repair Commit Links');
      await window.notification('0 of 1 links found: 1 lost. There is nothing to repair.');
    });
  });

  it('are completed by the quick fix where somebody put in a hash by hand', async () => {
    const short = shaOf(repository, 'HEAD').slice(0, 9);
    const path = writeEntry(repository, 'h3k9q2xa', { kind: 'learning', title, date: '2026-03-04' });
    const [before] = entryFiles(repository);
    repository.write(path, (before?.text ?? '').replace('\n---\n', `\ncommits:\n  - sha: "${short}"\n---\n`));
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openLog(window);
      await openEntry(window);
      const fix = page.locator('.context-view, .action-widget').getByText('Complete this link');
      await poll('the quick fix to be offered', async () => {
        await page.locator('.monaco-editor .view-line', { hasText: short }).first().click();
        await page.keyboard.press('Control+.');
        await fix.waitFor({ timeout: 3000 }).catch(() => undefined);
        if (!(await fix.isVisible())) {
          await page.keyboard.press('Escape');
          return false;
        }
        await page.keyboard.press('Enter');
        return true;
      });
      const { text } = await entryFile(repository, (one) => one.includes('patch:'));
      assert.match(text, new RegExp(`- sha: "${shaOf(repository, 'HEAD')}"\\n +subject: Send order mails`));
    });
  });

  it('are found for an entry while it is being written', async () => {
    await inWindow(repository, {}, async (window) => {
      await textOf(await openCapture(window)).fill('Rounding belongs in one place');
      await (await captureFrame(window)).getByRole('button', { name: 'Find a commit…' }).click();
      await find(window, 'once');
      await takeCommits(window);
      const frame = await captureFrame(window);
      await frame.getByRole('button', { name: 'Remove Round once, at the end' }).waitFor();
      await textOf(frame).press('Control+Enter');
      const { text } = await entryFile(repository, (one) => one.includes('Rounding'));
      assert.match(text, new RegExp(`sha: "${shaOf(repository, 'HEAD~1')}"`));
    });
  });
});

function git(repository: GitRepository, ...args: readonly string[]): void {
  execFileSync('git', args, { cwd: repository.folder, env: repository.environment });
}

function shaOf(repository: GitRepository, revision: string): string {
  return repository.git('rev-parse', revision);
}

/** An entry with a link to the latest commit, as the extension writes it; or to one that is not there. */
function linkLatest(repository: GitRepository, sha = shaOf(repository, 'HEAD')): string {
  const [subject = '', authored = ''] = repository.git('log', '-1', '--format=%s%n%at').split('\n');
  const moment = new Date(Number(authored) * 1000).toISOString().replace('.000Z', 'Z');
  const isThere = !sha.startsWith('b2b2');
  writeEntry(repository, 'h3k9q2xa', {
    kind: 'learning',
    title,
    date: '2026-03-04',
    commits: [
      isThere
        ? { sha, subject, authored: moment }
        : { sha, subject: 'Gone', authored: '2020-01-01T00:00:00Z' },
    ],
  });
  return sha;
}

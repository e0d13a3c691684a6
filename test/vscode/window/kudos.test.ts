import assert from 'node:assert/strict';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { readNotifications } from '#host/notificationCenter.mjs';
import { poll } from '#host/poll.mjs';
import { addDays } from '../../../src/core/dates.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { cartFile, shopRepository, writeEntry } from '../../support/shopRepository.ts';
import { boardFrame, cardTexts, minutesOf, settled, startRetro } from './boardEditor.ts';
import { openFile } from './codeEditor.ts';
import {
  boxOf,
  captureFrame,
  chooseInMenu,
  entryFile,
  focusOnRow,
  foldAway,
  inWindow,
  openFromRow,
  openLog,
  openRow,
  prompt,
  reloadWindow,
  row,
  textOf,
  typeInto,
} from './editor.ts';
import { withMovedClock } from './movedClock.ts';

const grace = { name: 'Grace Hopper', email: 'grace@example.com' };
const today = (): string => systemClock.today();

/** Waits for the editor to say something. */
function told({ page }: EditorWindow, sentence: string): Promise<boolean> {
  return poll(`“${sentence}” to be said`, async () => (await readNotifications(page)).includes(sentence));
}

describe('kudos', function () {
  this.timeout(120_000);
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
  });
  afterEach(() => repository.remove());

  const thanks = (id: string, title: string, people: string[], date: string) =>
    writeEntry(repository, id, { kind: 'kudos', title, people, date });

  it('are written for a line: who wrote it is offered, and thanked when the writer says so', async () => {
    repository.commit('Round totals', { [cartFile]: 'export const rounding = 2;\n' }, { author: grace });
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openFile(window, cartFile);
      const code = page.locator('.monaco-editor .view-line').filter({ hasText: 'rounding' });
      await chooseInMenu(window, code, 'Thank Someone for This Line');
      const frame = await captureFrame(window);
      await frame.getByRole('radio', { name: 'Kudos', checked: true }).waitFor();
      const offer = frame.getByRole('button', { name: 'Thank Grace Hopper', exact: true });
      await offer.waitFor();
      assert.equal(await frame.getByRole('button', { name: 'Remove Grace Hopper' }).count(), 0);
      await textOf(frame).pressSequentially('Totals that add up');
      await offer.click();
      await frame.getByRole('button', { name: 'Remove Grace Hopper' }).waitFor();
      await offer.waitFor({ state: 'detached' });
      await textOf(frame).press('Control+Enter');
      const { text } = await entryFile(repository, (one) => one.includes('Totals that add up'));
      assert.match(text, /^kind: kudos$/m);
      assert.match(text, /^people: \[Grace Hopper\]$/m);
      assert.match(text, /path: src\/cart\.ts/);
    });
  });

  it('are written for a commit of the history, and nobody is thanked whom the writer did not choose', async () => {
    repository.commit('Limit retries', {}, { author: grace });
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await window.command('Retrolog: Thank Someone for a Commit…');
      const picker = prompt(window, 'Limit retries');
      await typeInto(boxOf(picker), 'Limit');
      await picker.locator('.monaco-list-row.focused', { hasText: 'Limit retries' }).waitFor();
      await boxOf(picker).press('Enter');
      const frame = await captureFrame(window);
      await frame.getByRole('button', { name: 'Remove Limit retries' }).waitFor();
      await frame.getByRole('button', { name: 'Thank Grace Hopper', exact: true }).waitFor();
      await page.keyboard.type('A calm night on call');
      await page.keyboard.press('Control+Enter');
      const { text } = await entryFile(repository, (one) => one.includes('A calm night'));
      assert.match(text, /^kind: kudos$/m);
      assert.match(text, /subject: Limit retries/);
      assert.doesNotMatch(text, /people/);
    });
  });

  it('stand together in the log view and on the board in the trends, where the next can be written', async () => {
    thanks('k3f9q2xa', 'Stayed late for the release', ['Grace Hopper'], addDays(today(), -3));
    thanks(
      'm2x7k9qa',
      'Read every line of the review',
      ['Ada Lovelace', 'Grace Hopper'],
      addDays(today(), -9),
    );
    repository.commit('Log: thanks');
    await inWindow(repository, {}, async (window) => {
      await openLog(window);
      await foldAway(window, 'Capture');
      await openRow(window, /^Kudos 2/);
      await row(window, /^Kudos, Ada Lovelace, Grace Hopper: Read every line of the review, /).waitFor();
      await openFromRow(window, /^Kudos, Grace Hopper: Stayed late for the release, /, /stayed-late/);
      await window.command('Retrolog: Show the Kudos Board');
      const frame = await window.webview('Trends');
      const section = frame.getByRole('region', { name: 'Kudos' });
      await poll('the kudos board to have the focus', async () =>
        frame.locator('#figure-kudos').evaluate((heading) => document.activeElement === heading),
      );
      assert.deepEqual(await section.locator('.kudos-people').allInnerTexts(), [
        'Grace Hopper',
        'Ada Lovelace, Grace Hopper',
      ]);
      await section.getByRole('button', { name: 'Read every line of the review' }).press('Enter');
      await window.page.getByRole('tab', { name: /read-every-line/, selected: true }).waitFor();
    });
  });

  it('have a board that says how to begin where nobody was thanked', async () => {
    writeEntry(repository, 'h3k9q2xa', { kind: 'win', title: 'Fast search', date: today() });
    await inWindow(repository, {}, async (window) => {
      await window.command('Retrolog: Show the Kudos Board');
      const frame = await window.webview('Trends');
      const section = frame.getByRole('region', { name: 'Kudos' });
      await section.getByText('Nobody was thanked in this period yet.').waitFor();
      await section.getByRole('button', { name: 'Thank someone…' }).click();
      await window.page
        .locator('.quick-input-widget:visible')
        .filter({ hasText: 'What do you want to say thank you for?' })
        .waitFor();
    });
  });

  it('wait on top of the log for whoever is thanked, are quiet when asked to, and never come twice', async () => {
    thanks('k3f9q2xa', 'Stayed late for the release', ['ada lovelace'], '2027-01-11');
    thanks('m2x7k9qa', 'Read every line of the review', ['Grace Hopper', 'Ada'], '2027-01-08');
    thanks('p4w8z3va', 'Showed us the charts', ['Ada Yonath'], '2027-01-08');
    repository.commit('Log: thanks', {}, { author: grace });
    await withMovedClock(
      repository,
      '2027-01-12T10:00',
      { 'retrolog.dailyQuestion': 'never' },
      async (moved) => {
        const { window } = moved;
        const { page } = window;
        const fixed = row(window, /^You were thanked: Fixed the build before breakfast/);
        const late = row(window, /^You were thanked: Stayed late for the release, Grace Hopper · /);
        await openLog(window);
        await foldAway(window, 'Capture');
        await late.waitFor();
        assert.equal(await row(window, /^You were thanked: /).count(), 1);
        await window.command('Retrolog: Switch Quiet On or Off');
        await late.waitFor({ state: 'detached' });
        await window.command('Retrolog: Switch Quiet On or Off');
        await late.waitFor();
        await openFromRow(window, /^You were thanked: Stayed late/, /stayed-late/);
        await late.waitFor({ state: 'detached' });
        thanks('t7n5c6ba', 'Fixed the build before breakfast', ['ada@example.com'], '2027-01-12');
        repository.commit('Log: more thanks', {}, { author: grace });
        await fixed.waitFor();
        await focusOnRow(window, /^You were thanked: Fixed the build before breakfast/);
        await page.keyboard.press('Delete');
        await fixed.waitFor({ state: 'detached' });
        await reloadWindow(window);
        await openLog(window);
        thanks('v8r2d4ya', 'Explained the cache', ['Ada Lovelace'], '2027-01-12');
        repository.commit('Log: even more thanks', {}, { author: grace });
        await row(window, /^You were thanked: Explained the cache/).waitFor();
        assert.equal(await row(window, /^You were thanked: /).count(), 1);
      },
    );
  });
});

describe('the digest of the week', function () {
  this.timeout(120_000);
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
    writeEntry(repository, 'h3k9q2xa', { kind: 'win', title: 'Fast search', date: today() });
    repository.commit('Log: Fast search');
  });
  afterEach(() => repository.remove());

  it('comes onto the board of a retro that is open, without doubling what was gathered', async () => {
    await inWindow(repository, {}, async (window) => {
      await window.command('Retrolog: Put This Week’s Digest into a Retro…');
      await told(window, 'No retro is open. The next one gathers this week’s entries by itself.');
      const frame = await startRetro(window);
      writeEntry(repository, 'm2x7k9qa', { kind: 'win', title: 'A calm release', date: today() });
      await openLog(window);
      await row(window, /A calm release/)
        .first()
        .waitFor();
      await window.command('Retrolog: Put This Week’s Digest into a Retro…');
      await told(window, 'One entry is on the board. Undo on the board takes it back.');
      await frame.getByRole('button', { name: 'Write', exact: true }).click();
      await settled(await boardFrame(window));
      const shown = (await cardTexts(frame)).join(' ');
      assert.deepEqual([shown.match(/Fast search/g)?.length, shown.match(/A calm release/g)?.length], [1, 1]);
      await poll('the minutes to tell of both', async () =>
        ['Fast search', 'A calm release'].every((title) => minutesOf(repository)?.text.includes(title)),
      );
      await window.command('Retrolog: Put This Week’s Digest into a Retro…');
      await told(window, 'All of this week’s entries were on the board already.');
    });
  });
});

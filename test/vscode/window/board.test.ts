import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { startServer } from '#host/startServer.mjs';
import { FileJournal } from '../../../src/node/journal/fileJournal.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import { filesBelow } from '../../support/filesBelow.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import {
  boardFrame,
  card,
  cardTexts,
  inKillableWindow,
  minutesOf,
  nextPhase,
  openWhatWasOpen,
  ownerOfBoard,
  pressOnBoard,
  settled,
  startRetro,
  waitsForBoard,
  writeCards,
} from './boardEditor.ts';
import {
  answer,
  chooseInMenu,
  entryFiles,
  hostVersion,
  inWindow,
  openLog,
  openRow,
  reloadWindow,
  row,
} from './editor.ts';

const hostile = '# <img src=x onerror=alert(1)> [x](command:foo) $(zap) **(3 votes)**';
const today = (): string => systemClock.today();

async function faultless(window: EditorWindow, frame: Frame): Promise<void> {
  const violations = await window.axe(frame);
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes.map(({ html }) => html).join(' | ')}`),
    [],
  );
}

describe('a retro', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
    writeEntry(repository, 'h3k9q2xa', {
      kind: 'action',
      title: 'Alert on stampedes',
      date: today(),
      owner: 'Grace',
    });
    writeEntry(repository, 'h3k9q2xb', { kind: 'action', title: 'Captions for films', date: today() });
    writeEntry(repository, 'h3k9q2xc', { kind: 'win', title: 'Vouchers went live', date: today() });
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message=Log');
  });
  afterEach(() => repository.remove());

  it('is run by keyboard from the first phase to the commit, over a reload and somebody else’s changes', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      let frame = await startRetro(window);
      await faultless(window, frame);

      await frame
        .getByRole('group', { name: /Alert on stampedes/ })
        .getByRole('button', { name: 'Done' })
        .press('Enter');
      await frame
        .getByRole('group', { name: /Captions/ })
        .getByRole('button', { name: 'Drop…' })
        .press('Enter');
      await inFocus(frame, /A few words/);
      await page.keyboard.type('We sell no films any more');
      await page.keyboard.press('Enter');
      await frame.getByText('dropped: We sell no films any more').waitFor();

      await nextPhase(window, frame, 'Check-in');
      await faultless(window, frame);
      await nextPhase(window, frame, 'Write');
      await writeCards(window, frame, 1, ['Deploys under ten minutes', 'Parallel jobs', 'A slip']);
      await page.keyboard.press('Tab');
      await page.keyboard.type('Checkout was down');
      await page.keyboard.press('Enter');
      await page.keyboard.type(hostile);
      await page.keyboard.press('Enter');
      await page.keyboard.type('half a thought');
      await settled(frame);
      await faultless(window, frame);

      await reloadWindow(window);
      frame = await boardFrame(window);
      await card(frame, 'Checkout was down').waitFor();
      const typed = frame.locator('[data-composer="column-2"]');
      await poll('what was typed to be back', async () => (await typed.inputValue()) === 'half a thought');
      await typed.fill('');

      await card(frame, 'A slip').press('Delete');
      await frame.getByText('“A slip” is deleted.').waitFor();
      await page.keyboard.press('Control+z');
      await card(frame, 'A slip').press('e');
      const edited = frame.getByRole('textbox', { name: 'Text of the card' });
      await edited.fill('Lunch together');
      await edited.press('Enter');
      await card(frame, 'Lunch together').waitFor();
      await frame.getByRole('button', { name: 'Reveal the cards' }).click();

      await nextPhase(window, frame, 'Group');
      await card(frame, 'Parallel jobs').press('g');
      await frame.getByRole('combobox').waitFor();
      await faultless(window, frame);
      await page.keyboard.type('deploys');
      await page.keyboard.press('Enter');
      await frame.locator('.group').filter({ hasText: 'Parallel jobs' }).waitFor();
      await card(frame, 'Lunch together').press('p');
      await frame.locator('.parking').getByText('Lunch together').waitFor();
      await settled(frame);
      await faultless(window, frame);

      await nextPhase(window, frame, 'Vote');
      await card(frame, 'Checkout was down').press('+');
      await page.keyboard.press('+');
      await frame.getByText('3 of 5 votes left').waitFor();
      await frame.getByRole('button', { name: 'Pass the keyboard on' }).click();
      await frame.getByText('Person 2 of 2').waitFor();
      await frame.getByText('5 of 5 votes left').waitFor();
      await frame.locator('.group-head').press('+');
      await frame.getByText('4 of 5 votes left').waitFor();
      await faultless(window, frame);
      await frame.getByRole('button', { name: 'Reveal the votes' }).click();
      await card(frame, 'Checkout was down').getByText('2 votes').waitFor();

      await nextPhase(window, frame, 'Discuss');
      await frame.getByRole('heading', { name: 'Checkout was down' }).waitFor();
      await pressOnBoard(window, frame, 'n');
      await page.keyboard.type('The cache expired at once');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await nextPhaseByMake(frame, window);
      await faultless(window, frame);
      await pressOnBoard(window, frame, 'd');
      await frame.getByRole('heading', { name: 'Deploys under ten minutes' }).waitFor();

      // A phase is written at once, and nothing is about to be: the change has to be seen by itself.
      await nextPhase(window, frame, 'Decide');
      const minutes = await poll('the minutes to be written', async () => {
        const found = minutesOf(repository);
        return found?.text.includes('Add jitter') ? found : undefined;
      });
      appendFileSync(join(repository.folder, minutes.path), '\nGrace was here, too.\n- Buy a cake\n');
      await frame.getByText('Somebody else changed the minutes.').waitFor();
      await faultless(window, frame);
      await nextPhase(window, frame, 'Close');
      await frame.getByRole('radio', { name: /4/ }).check({ force: true });
      await frame.getByRole('checkbox', { name: 'Checkout was down' }).check();
      await frame.getByRole('button', { name: 'Save, close and commit' }).click();
      await frame.getByText('Somebody else changed the minutes. Choose “Keep both”').waitFor();
      await frame.getByRole('button', { name: 'Keep both' }).click();
      await frame.getByText('Minutes saved').waitFor();
      await faultless(window, frame);
      await frame.getByRole('button', { name: 'Save, close and commit' }).click();
      await frame.getByText('The minutes and 2 entries are saved and committed.').waitFor();
      await faultless(window, frame);
    });
    checkCommit(repository);
  });

  it('loses nothing with an extension host that is killed', async () => {
    const texts = Array.from({ length: 30 }, (_, at) => `Card ${at + 1}.`);
    await inKillableWindow(repository, async (window, userDataDir) => {
      const frame = await startRetro(window);
      await nextPhase(window, frame, 'Check-in');
      await nextPhase(window, frame, 'Write');
      await writeCards(window, frame, 1, texts);
      await settled(frame);
      process.kill(ownerOfBoard(userDataDir), 'SIGKILL');
      await reloadWindow(window);
      await openWhatWasOpen(window);
      const again = await boardFrame(window);
      await card(again, 'Card 30.').waitFor();
      const there = (await cardTexts(again)).filter((text) => text.startsWith('Card '));
      assert.deepEqual(there, texts);
    });
  });

  it('can be opened again after its panel was closed before there was anything in it', async () => {
    await inKillableWindow(repository, async (window, userDataDir) => {
      await startRetro(window);
      const kept = await poll('the journal', async () =>
        filesBelow(userDataDir).find((name) => /[\\/]boards[\\/].*\.jsonl$/.test(name)),
      );
      // While another program has the board, a panel that comes back waits for it.
      const taken = FileJournal.open(join(userDataDir, kept));
      await reloadWindow(window);
      const other = await taken;
      await poll('the panel to wait', async () => waitsForBoard(userDataDir));
      await window.command('View: Close Editor');
      await window.page
        .getByRole('tab', { name: 'Wins, failures, learnings' })
        .waitFor({ state: 'detached' });
      await other.close();
      await window.command('Retrolog: Open a Retro…');
      await answer(window, 'Wins, failures, learnings', 'Wins, failures, learnings');
      await boardFrame(window);
    });
  });

  it('is opened again from its minutes, and gone on with', async () => {
    repository.write(
      'retro/meetings/2026/2026-03-20-sprint-42-p8d2aa0e.md',
      [
        '---\nid: p8d2aa0e\nkind: meeting\ndate: 2026-03-20\ntemplate: wins-failures-learnings\n---\n',
        '# Sprint 42\n',
        '## Wins\n- **Deploys** (4 votes)\n  - Parallel jobs\n  > Keep the cache warm.\n- Lunch (1 vote)\n',
        'Prose that stays.\n',
        '## Failures\n',
        '## Learnings\n- Caches expire\n',
      ].join('\n'),
    );
    await inWindow(repository, { viewport: { width: 1280, height: 1200 } }, async (window) => {
      await openLog(window);
      await openRow(window, /^Meetings/);
      await chooseInMenu(window, row(window, /Meeting, Sprint 42/), 'Open a Retro…');
      const frame = await boardFrame(window);
      await frame.getByText('This meeting is closed').waitFor();
      await card(frame, 'Caches expire').waitFor();
      await faultless(window, frame);
      await frame.getByRole('button', { name: 'Reopen the meeting' }).click();
      await frame.getByRole('button', { name: 'Write', exact: true }).click();
      await writeCards(window, frame, 2, ['Nobody owns staging']);
      const text = await poll('the minutes to be written', async () => {
        const found = minutesOf(repository)?.text;
        return found?.includes('Nobody owns staging') ? found : undefined;
      });
      assert.match(text, /- \*\*Deploys\*\* \(4 votes\)\n {2}- Parallel jobs\n {2}> Keep the cache warm\./);
      assert.match(text, /- Lunch \(1 vote\)\n\nProse that stays\.\n\n## Failures\n- Nobody owns staging\n/);
    });
  });

  it('has no faults for axe in any theme, and its template can be kept', async () => {
    // A server of its own: the themes of a window are remembered by the server that has shown it.
    const server = await startServer({ version: hostVersion() });
    try {
      await inWindow(repository, { asFolder: false }, (window) => lookAtThemes(window, repository), server);
    } finally {
      await server.stop();
    }
  });
});

/** Goes through phases in every theme, and keeps the template. */
async function lookAtThemes(window: EditorWindow, repository: GitRepository): Promise<void> {
  const frame = await startRetro(window);
  await frame.getByRole('button', { name: 'Write', exact: true }).click();
  await writeCards(window, frame, 1, ['Deploys', 'Jobs']);
  await frame.getByRole('button', { name: 'Reveal the cards' }).click();
  const newest = hostVersion() === 'newest';
  for (const theme of [
    newest ? 'Dark 2026' : 'Dark Modern',
    newest ? 'Light 2026' : 'Light Modern',
    'Default High Contrast',
    'Default High Contrast Light',
  ]) {
    await window.setTheme(theme);
    for (const phase of ['Review', 'Vote', 'Close']) {
      await frame.getByRole('button', { name: phase, exact: true }).click();
      await settled(frame);
      await faultless(window, frame);
    }
  }
  await window.command('Retrolog: Save This Board as a Template…');
  await answer(window, 'How is the template called?', 'Our own');
  await window.notification('The template is saved.');
  assert.match(
    readFileSync(join(repository.folder, 'retro/templates/our-own.yml'), 'utf8'),
    /^name: Our own$/m,
  );
}

/** Waits until a box can be typed into. */
async function inFocus(frame: Frame, name: string | RegExp): Promise<void> {
  await frame.getByRole('textbox', { name }).and(frame.locator(':focus')).waitFor();
}

/** Makes an action of the topic that is talked about, by keys alone. */
async function nextPhaseByMake(frame: Frame, window: EditorWindow): Promise<void> {
  const { page } = window;
  await pressOnBoard(window, frame, 'a');
  await inFocus(frame, 'What is to be done?');
  await page.keyboard.type('Add jitter to cache lifetimes');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Grace');
  await page.keyboard.press('Enter');
  await frame.getByText('“Add jitter to cache lifetimes” is added.').waitFor();
}

/** What stands in git is what the team said. */
function checkCommit(repository: GitRepository): void {
  assert.equal(repository.git('status', '--short'), '');
  const minutes = minutesOf(repository)?.text ?? '';
  const entry = (title: string) =>
    entryFiles(repository).find(({ text }) => text.includes(`# ${title}\n`))?.text ?? `no “${title}”`;
  assert.match(minutes, /^attendees: 2$/m);
  assert.match(minutes, /^worth: \{mean: 4, n: 1\}$/m);
  assert.match(
    minutes,
    /^- \*\*Deploys under ten minutes\*\* \(1 vote\)\n {2}- Deploys under ten minutes\n {2}- Parallel jobs$/m,
  );
  assert.match(minutes, /^- \[Vouchers went live\]\(.*h3k9q2xc\.md\)$/m);
  assert.match(minutes, /^- \[Checkout was down\]\(.*\.md\) \(2 votes\)\n {2}> The cache expired at once$/m);
  assert.ok(minutes.includes('\\# \\<img src=x onerror=alert(1)>'), minutes);
  assert.match(minutes, /## Parking lot\n- Lunch together\n/);
  assert.match(minutes, /- \[Add jitter to cache lifetimes\]\(.*\.md\)$/m);
  assert.match(minutes, /Grace was here, too\.\n- Buy a cake/);
  assert.match(entry('Add jitter to cache lifetimes'), /^owner: Grace$/m);
  assert.match(entry('Checkout was down'), /^kind: failure$/m);
  assert.match(entry('Alert on stampedes'), /^status: done$/m);
  assert.match(entry('Captions for films'), /^status: dropped$/m);
  assert.match(repository.git('log', '-1', '--format=%B'), /^Minutes of Wins, failures, learnings/);
}

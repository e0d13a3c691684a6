import assert from 'node:assert/strict';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import { goOn, openAudit, rate } from './auditEditor.ts';
import { card, nextPhase, settled, startRetro, writeCards } from './boardEditor.ts';
import {
  answer,
  boxOf,
  captureFrame,
  chooseKind,
  entryFile,
  foldAway,
  logged,
  openCapture,
  openLog,
  pick,
  prompt,
  row,
  textOf,
} from './editor.ts';
import { type MovedWindow, withMovedClock } from './movedClock.ts';
import { saveAsOffered, written } from './reportEditor.ts';

/** A Monday, and the Monday two weeks later. */
const [first, last] = ['2027-01-11', '2027-01-25'];

/** What comes after each theme of the audit. */
const steps = [
  'What happens when someone fails',
  'How leaders model learning',
  'Which informal habits exist',
  'From the weakest to the strongest',
];

describe('two weeks of a team', function () {
  this.timeout(480_000);
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
    writeEntry(repository, 'k3f9q2xa', {
      kind: 'failure',
      title: 'Cache stampede took the shop down',
      body: 'All cached product pages had the same lifetime and expired at once.',
      date: '2026-12-14',
      tags: ['caching'],
    });
    writeEntry(repository, 'm2x7k9qa', {
      kind: 'learning',
      title: 'Spread the lifetimes of what is cached',
      date: '2026-12-15',
      tags: ['caching'],
      links: ['k3f9q2xa'],
    });
    repository.commit('Log: Cache stampede', {}, { at: '2026-12-15T09:00:00Z' });
  });
  afterEach(() => repository.remove());

  it('are lived through, from one audit to the next, and the report tells of them', async () => {
    const settings = { 'retrolog.dailyQuestion': '16:30', 'retrolog.offerDigest': false };
    await withMovedClock(repository, `${first}T09:00`, settings, async (moved) => {
      const { window, moveTo } = moved;
      await openLog(window);
      await row(window, /Cache stampede/).waitFor();
      await audit(window, [
        [4, 4, 3],
        [3, 3, 1],
        [4, 3, 3],
        [3, 4, 3],
      ]);
      await planFromTheAudit(window);
      await pick(window, 'Retrolog: Start Experiment…', 'Reviews without blame');
      await entryFile(repository, (text) => text.includes(`status: running\nstarted: ${first}\n`));

      await answerTheQuestion(moved, '2027-01-12', 'Totals are rounded once');
      await answerTheQuestion(moved, '2027-01-14', 'Feature flags need an owner');
      await moveTo('2027-01-15T10:00');
      await failAgain(window);
      await answerTheQuestion(moved, '2027-01-19', 'Alerts without an owner are noise');

      await moveTo('2027-01-22T10:00');
      await lookBackTogether(window);

      await moveTo(`${last}T10:00`);
      await conclude(window);
      await audit(window, [
        [4, 4, 3],
        [3, 3, 3],
        [4, 3, 3],
        [3, 4, 3],
      ]);
      await checkReport(window);
    });
  });

  /** @param ratings of the three statements of each theme */
  async function audit(window: EditorWindow, ratings: readonly (readonly number[])[]): Promise<void> {
    const frame = await openAudit(window);
    for (const [at, name] of steps.entries()) {
      await rate(frame, ratings[at] ?? []);
      await goOn(window, frame, name);
    }
    await frame.getByRole('button', { name: 'Save the audit' }).click();
    await frame.getByText('It is kept in').waitFor();
    await window.command('View: Close All Editors');
    await window.hideNotifications();
  }

  async function planFromTheAudit(window: EditorWindow): Promise<void> {
    await window.command('Retrolog: Plan from the Audit…');
    const picker = prompt(window, 'What do you want to get better at?');
    await picker.locator('.monaco-list-row', { hasText: 'telling of a failure' }).first().click();
    await picker.getByText('1 Selected').waitFor();
    await boxOf(picker).press('Enter');
    await answer(window, 'Why this?', 'Two outages were known for days.');
    await answer(window, 'How do you begin?', 'With an experiment');
    await answer(window, 'What is the small first step?', 'Reviews without blame');
    await answer(window, 'What do you expect to happen?', 'People tell sooner');
    await answer(window, 'How will you know?', 'Hours until it is known: from 30 to 4');
    await answer(window, 'When does it end at the latest?', 'In two weeks');
    await answer(window, 'Who sees to it?', 'Grace');
    await entryFile(repository, (text) => text.includes('# Reviews without blame'));
  }

  async function answerTheQuestion(moved: MovedWindow, day: string, learned: string): Promise<void> {
    const { window, moveTo, shown } = moved;
    const { page } = window;
    // Nobody is asked who has just been writing.
    await moveTo(`${day}T09:00`);
    await window.hideNotifications();
    await moveTo(`${day}T16:31`);
    await poll(`the question of ${day} to be asked`, async () => shown().includes(`question ${day}`));
    // It is kept before it is shown, and the keys answer it from then on.
    await window.notification('What did you learn today?');
    await window.hideNotifications();
    await page.locator('.editor-group-container .view-lines').click();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('l');
    const frame = await captureFrame(window);
    await textOf(frame).focus();
    await page.keyboard.type(learned);
    await page.keyboard.press('Control+Enter');
    const { text } = await entryFile(repository, (one) => one.includes(`# ${learned}\n`));
    assert.match(text, new RegExp(`^kind: learning\ndate: ${day}$`, 'm'));
    await logged(frame);
    await window.hideNotifications();
  }

  /** The team is told while it writes that it has been there before. */
  async function failAgain(window: EditorWindow): Promise<void> {
    const { page } = window;
    await openCapture(window);
    const frame = await chooseKind(window, 'Failure');
    await page.keyboard.type('Cached product pages expired at once again');
    const earlier = frame.getByRole('region', { name: 'Earlier failures' });
    await earlier.getByRole('button', { name: 'Spread the lifetimes' }).waitFor();
    await earlier.getByRole('button', { name: 'This follows from it' }).click();
    await earlier.getByText('This one follows from it.').waitFor();
    const tags = frame.getByRole('combobox', { name: 'Tags' });
    await tags.fill('caching');
    await tags.press('Enter');
    await textOf(frame).press('Control+Enter');
    await entryFile(
      repository,
      (text) => /^links: \[k3f9q2xa\]$/m.test(text) && /expired at once/.test(text),
    );
    await logged(frame);
  }

  async function lookBackTogether(window: EditorWindow): Promise<void> {
    const frame = await startRetro(window);
    await nextPhase(window, frame, 'Check-in');
    await nextPhase(window, frame, 'Write');
    await writeCards(window, frame, 1, ['Nobody waited to tell']);
    await settled(frame);
    await frame.getByRole('button', { name: 'Reveal the cards' }).click();
    await card(frame, 'Nobody waited to tell').waitFor();
    for (const phase of ['Group', 'Vote', 'Discuss', 'Decide', 'Close']) {
      await nextPhase(window, frame, phase);
    }
    await frame.getByRole('button', { name: 'Save and close' }).click();
    await frame.getByText(/^The minutes .*saved/).waitFor();
    await window.command('View: Close All Editors');
  }

  async function conclude(window: EditorWindow): Promise<void> {
    await foldAway(window, 'Capture');
    await pick(window, 'Retrolog: Conclude Experiment…', 'Reviews without blame');
    await answer(window, 'What came of the experiment?', 'Validated');
    await answer(window, 'What came out?', 'It took 3 hours until it was known.');
    await answer(window, 'What did we learn?', 'People tell sooner when nobody asks who');
    await entryFile(
      repository,
      (text) => text.includes('\noutcome: validated\n') && text.includes(`\nconcluded: ${last}\n`),
    );
  }

  async function checkReport(window: EditorWindow): Promise<void> {
    await window.command('Retrolog: Write a Report…');
    await answer(window, 'Which days is the report about?', 'Since a day');
    await answer(window, 'From which day on?', first);
    await answer(window, 'What is the report to be?', 'Markdown');
    await saveAsOffered(window, last);
    const text = await written(repository.folder, `report-${last}.md`);
    const [story = ''] = text.replaceAll(/\]\([^)]*\)/g, ']').split('\n## The figures\n');
    for (const told of [
      '**1 experiment was concluded and 4 learnings written down in 15 days; 0 and 0 in the 15 days before.',
      '### We trust that telling of a failure of our own does none of us any harm\n\nTwo outages were known for days.\n\n- [Reviews without blame]: Validated on 2027-01-25\n',
      '*Came out:* It took 3 hours until it was known.\n- *Learned:* [People tell sooner when nobody asks who]\n',
      '- [Alerts without an owner are noise], 2027-01-19\n',
      '[Spread the lifetimes of what is cached], 2026-12-15, came back in [Cached product pages expired at once again], 2027-01-15.',
      '### What moved\n\nStronger than before: 1. Weaker: 0. As before: 11. The audit before: [Culture audit], 2027-01-11.\n',
      '## The retros\n\n- [Wins, failures, learnings, January 22], 2027-01-22\n',
    ]) {
      assert.ok(story.includes(told), `${told}\n\nin\n\n${story}`);
    }
  }
});

import assert from 'node:assert/strict';
import type { Frame, Locator } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository } from '../../support/shopRepository.ts';
import { card, minutesOf, nextPhase, pressOnBoard, settled, startRetro, writeCards } from './boardEditor.ts';
import { inWindow } from './editor.ts';

/** What a page was sent, and what it made sound. */
interface Watched {
  sent: string[];
  sounds: string[];
}

describe('a board in people’s hands', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
  });
  afterEach(() => repository.remove());

  it('groups cards that are dragged onto each other, and such as are alike only when somebody says so', async () => {
    planMeeting('phases: [write, group, close]\nhidden: false');
    await inWindow(repository, {}, async (window) => {
      const frame = await startRetro(window);
      await writeCards(window, frame, 1, ['Deploys are fast', 'Parallel jobs', 'Lunch together']);
      await writeCards(window, frame, 2, ['The nightly tests are flaky', 'Our nightly tests are too flaky']);
      await settled(frame);
      await nextPhase(window, frame, 'Group');

      const groups = frame.locator('.group');
      await drag(window, card(frame, 'Parallel jobs'), card(frame, 'Deploys are fast'), '.drop-onto');
      await groups.filter({ hasText: 'Parallel jobs' }).waitFor();
      await settled(frame);
      await frame.getByRole('button', { name: /^Undo Ctrl/ }).click();
      await groups.waitFor({ state: 'detached' });
      await drag(window, card(frame, 'Parallel jobs'), card(frame, 'Deploys are fast'), '.drop-onto');
      await groups.filter({ hasText: 'Parallel jobs' }).waitFor();
      await drag(window, card(frame, 'Lunch together'), frame.locator('.group-head'), '.drop-onto');
      await settled(frame);
      assert.deepEqual(await textsIn(frame, 1), ['Deploys are fast', 'Parallel jobs', 'Lunch together']);
      await drag(window, card(frame, 'Lunch together'), frame.locator('.parking h2'), '.drop-end');
      await frame.locator('.parking').getByText('Lunch together').waitFor();
      assert.equal(await groups.count(), 1);

      const alike = frame.getByRole('region', { name: 'Similar cards' });
      assert.match(await alike.innerText(), /nightly tests are flaky.*nightly tests are too flaky/s);
      assert.equal(await frame.locator('[data-column="column-2"] .group').count(), 0);
      await alike.getByRole('button', { name: 'Group them' }).click();
      await frame.locator('[data-column="column-2"] .group').filter({ hasText: 'too flaky' }).waitFor();
      await alike.waitFor({ state: 'detached' });
      await settled(frame);
      await frame.getByRole('button', { name: /^Undo Ctrl/ }).click();
      await alike.getByRole('button', { name: 'Leave them' }).click();
      await alike.waitFor({ state: 'detached' });
      assert.equal(await frame.locator('[data-column="column-2"] .group').count(), 0);
    });
  });

  it('says when the time is over, with a sound for whoever wants one, and gives more of it', async () => {
    planMeeting('phases: [write, close]\nminutes: {write: 0.02}');
    await inWindow(repository, {}, async (window) => {
      const frame = await startRetro(window);
      await watch(frame);
      const clock = frame.getByRole('timer', { name: 'Time left' });
      const isOver = frame.getByRole('status').getByText('The time is over.');
      await frame.getByRole('button', { name: 'Start a timer: 0.02 min' }).click();
      await isOver.waitFor();
      await poll('the clock to count on', async () => /^−(?!0:00)\d+:\d\d$/.test(await clock.innerText()));
      assert.deepEqual((await watched(frame)).sounds, []);

      await frame.getByRole('button', { name: 'One minute more' }).click();
      await poll('a minute more', async () => /^(1:00|0:5\d)$/.test(await clock.innerText()));
      await isOver.waitFor({ state: 'detached' });
      const bell = frame.getByRole('button', { name: 'Sound when the time is over' });
      await bell.click();
      await heard(frame, 1);
      assert.equal(await bell.getAttribute('aria-pressed'), 'true');

      await frame.getByRole('button', { name: 'Stop the timer' }).click();
      await frame.getByRole('button', { name: 'Start a timer: 0.02 min' }).click();
      await isOver.waitFor();
      await heard(frame, 2);
    });
  });

  it('shows and sends nobody what others have written or voted before it is revealed', async () => {
    planMeeting('phases: [write, vote, close]\nhidden: true\nnames: anonymous');
    await inWindow(repository, {}, async (window) => {
      const frame = await startRetro(window);
      await writeCards(window, frame, 1, ['Ada was on call']);
      await window.page.keyboard.type('Half a thought of Ada');
      await settled(frame);
      await watch(frame);
      await passOn(frame, 'Person 2 of 2');
      await lacks(frame, ['Ada was on call', 'Half a thought of Ada']);
      await writeCards(window, frame, 1, ['Ben fixed the cache']);
      await settled(frame);
      await watch(frame);
      await frame.getByRole('button', { name: 'Back to the first' }).click();
      await card(frame, 'Ada was on call').waitFor();
      const unsent = frame.locator('[data-composer="column-1"]');
      await poll(
        'what was typed to be back',
        async () => (await unsent.inputValue()) === 'Half a thought of Ada',
      );
      await lacks(frame, ['Ben fixed the cache']);
      assert.doesNotMatch(minutesOf(repository)?.text ?? '', /on call|cache/);
      await frame.getByRole('button', { name: 'Reveal the cards' }).click();
      await card(frame, 'Ben fixed the cache').waitFor();

      await nextPhase(window, frame, 'Vote');
      await card(frame, 'Ben fixed the cache').press('+');
      await window.page.keyboard.press('+');
      await frame.getByText('3 of 5 votes left').waitFor();
      await settled(frame);
      await watch(frame);
      await passOn(frame, '5 of 5 votes left');
      const { sent } = await watched(frame);
      assert.ok(sent.some((message) => message.includes('"votes":0')));
      assert.ok(sent.every((message) => !/"(votes|myVotes)":[1-9]/.test(message)));
      assert.equal(await frame.locator('.dots .codicon-circle-filled').count(), 0);
      await frame.getByRole('button', { name: 'Reveal the votes' }).click();
      await card(frame, 'Ben fixed the cache').getByText('2 votes').waitFor();
    });
  });

  it('takes a card of nobody back by a key, as any other', async () => {
    planMeeting('phases: [write, close]\nnames: anonymous');
    await inWindow(repository, {}, async (window) => {
      const frame = await startRetro(window);
      await writeCards(window, frame, 1, ['Ada was on call', 'A slip']);
      await settled(frame);
      await card(frame, 'A slip').press('Delete');
      await card(frame, 'A slip').waitFor({ state: 'detached' });
      await pressOnBoard(window, frame, 'Control+z');
      await card(frame, 'A slip').waitFor();
      await pressOnBoard(window, frame, 'Control+z');
      await card(frame, 'A slip').waitFor({ state: 'detached' });
      await settled(frame);
      assert.equal(await frame.getByRole('alert').innerText(), '');
      await card(frame, 'Ada was on call').waitFor();
    });
  });

  /** The team has a template of its own, which is offered first. */
  function planMeeting(plan: string): void {
    const columns = 'columns:\n  - {title: Good, kind: win}\n  - {title: Bad, kind: failure}\n';
    repository.write('retro/retro.yml', '');
    repository.write('retro/templates/quick.yml', `name: Quick\n${columns}${plan}\n`);
  }
});

async function textsIn(frame: Frame, column: number): Promise<readonly string[]> {
  return frame.locator(`[data-column="column-${column}"] .card .text`).allInnerTexts();
}

/** Drags with the mouse, and lets go when the board shows where that would lead. */
async function drag(window: EditorWindow, from: Locator, to: Locator, mark: string): Promise<void> {
  const { mouse } = window.page;
  // What is still on its way would move what is dragged under the mouse.
  await settled(await window.webview('Retro board'));
  const [start, end] = [await middleOf(from), await middleOf(to)];
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move(start.x + 8, start.y + 4, { steps: 4 });
  await mouse.move(end.x, end.y, { steps: 8 });
  await mouse.move(end.x + 1, end.y);
  await window.webview('Retro board').then((frame) => frame.locator(mark).waitFor());
  await mouse.up();
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  assert.ok(box);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** From here on, what the page is sent and the sounds that it makes are noted; what it is stays as it is. */
async function watch(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const page = globalThis as unknown as { watched?: Watched };
    const isFirst = page.watched === undefined;
    const notes: Watched = { sent: [], sounds: [] };
    page.watched = notes;
    if (isFirst) {
      window.addEventListener('message', ({ data }) => page.watched?.sent.push(JSON.stringify(data)));
      globalThis.AudioContext = class extends AudioContext {
        constructor() {
          super();
          this.addEventListener('statechange', () => page.watched?.sounds.push(this.state));
        }
      };
    }
  });
}

async function watched(frame: Frame): Promise<Watched> {
  return frame.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
}

/** So many sounds have begun. */
async function heard(frame: Frame, count: number): Promise<void> {
  await poll(`${count} sounds`, async () => {
    const { sounds } = await watched(frame);
    return sounds.filter((state) => state === 'running').length === count;
  });
}

/** Passes the keyboard on, until the page says so. */
async function passOn(frame: Frame, sign: string): Promise<void> {
  await frame.getByRole('button', { name: 'Pass the keyboard on' }).click();
  await frame.getByText(sign).waitFor();
}

/** The page neither shows words anywhere, nor was it sent them. */
async function lacks(frame: Frame, words: readonly string[]): Promise<void> {
  const typed = await frame
    .locator('textarea')
    .evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value));
  const { sent } = await watched(frame);
  assert.ok(sent.length > 0);
  const everything = [await frame.content(), ...typed, ...sent].join('\n');
  assert.deepEqual(
    words.filter((word) => everything.includes(word)),
    [],
  );
}

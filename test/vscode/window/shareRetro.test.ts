import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { systemClock } from '../../../src/node/systemClock.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { Guest, partsOf } from '../../support/liveGuest.ts';
import { filesWith, markedSurvey, plantedAnswer } from '../../support/markedSurvey.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import {
  boardFrame,
  cardTexts,
  minutesOf,
  nextPhase,
  pressOnBoard,
  settled,
  writeCards,
} from './boardEditor.ts';
import { answer, boxOf, inWindow, openLog, prompt, reloadWindow, row, typeInto } from './editor.ts';
import {
  add,
  aloneFrame,
  closeOver,
  guestAt,
  letIn,
  nameAsked,
  seesCard,
  share,
  sharedFrame,
  writing,
} from './sharedEditor.ts';

const today = (): string => systemClock.today();

describe('a retro that is shared from the editor', () => {
  let repository: GitRepository;
  const guests: Page[] = [];
  beforeEach(() => {
    repository = shopRepository();
  });
  afterEach(async () => {
    await Promise.all(guests.splice(0).map((page) => page.context().close()));
    repository.remove();
  });

  /** A retro in its writing phase, with one card. */
  async function begun(window: EditorWindow): Promise<Frame> {
    const frame = await writing(window);
    await writeCards(window, frame, 1, ['From the one screen']);
    await settled(frame);
    return frame;
  }

  /** A retro that is shared, with one guest in a browser. */
  async function shareWithBen(window: EditorWindow): Promise<{ frame: Frame; ben: Page }> {
    const { frame, link } = await share(window, await begun(window));
    const ben = await guestAt(link, 'Ben');
    guests.push(ben);
    await letIn(frame, 'Ben');
    await ben.locator('.board').waitFor();
    await closeOver(frame);
    return { frame, ben };
  }

  it('is joined by a browser, and goes on alone with all that was done when it is ended', async () => {
    await inWindow(repository, {}, async (window) => {
      const { frame, ben } = await shareWithBen(window);
      assert.deepEqual(await window.axe(frame), []);
      await seesCard(frame, 'From the one screen');
      await add(ben, 1, 'From Ben’s browser');
      await frame.getByRole('button', { name: 'Reveal the cards' }).click();
      await seesCard(frame, 'From Ben’s browser');
      await seesCard(ben, 'From the one screen');
      await frame.getByRole('button', { name: 'People: 2' }).click();
      await frame.getByRole('button', { name: 'End it for everyone…' }).click();
      await frame.getByRole('button', { name: 'End it', exact: true }).click();
      await ben.getByRole('heading', { name: 'The retro has ended' }).waitFor();
      const alone = await aloneFrame(window);
      await seesCard(alone, 'From Ben’s browser');
      await nextPhase(window, await boardFrame(window), 'Group');
      assert.equal((await cardTexts(alone)).length, 2);
      await poll('the minutes', async () => minutesOf(repository)?.text.includes('From Ben’s browser'));
    });
  });

  it('gets this week’s entries while others are at it, which one undo takes back', async () => {
    await inWindow(repository, {}, async (window) => {
      const { frame, ben } = await shareWithBen(window);
      await frame.getByRole('button', { name: 'Reveal the cards' }).click();
      writeEntry(repository, 'm2x7k9qa', { kind: 'win', title: 'A calm release', date: today() });
      await openLog(window);
      await row(window, /A calm release/)
        .first()
        .waitFor();
      const bring = 'Retrolog: Put This Week’s Digest into a Retro…';
      await window.command(bring);
      await window.notification('One entry is on the board. Undo on the board takes it back.');
      await seesCard(ben, 'A calm release');
      await window.hideNotifications();
      await window.command(bring);
      await window.notification('All of this week’s entries were on the board already.');
      await pressOnBoard(window, frame, 'Control+z');
      await ben.locator('.card').filter({ hasText: 'A calm release' }).waitFor({ state: 'detached' });
      await seesCard(ben, 'From the one screen');
    });
  });

  it('asks a survey of which nobody’s answers are anywhere, and keeps what it came to in one file', async () => {
    repository.write('retro/templates/marked.yml', markedSurvey);
    await inWindow(repository, {}, async (window) => {
      const { frame, link } = await share(window, await begun(window));
      const others: Guest[] = [];
      for (const name of ['Ben', 'Cleo', 'Dan', 'Eve']) {
        const guest = await Guest.connect(Number(new URL(link).port));
        await guest.enter({ ...partsOf(link), name });
        await letIn(frame, name);
        await guest.until(() => guest.secret !== '' && guest.facts !== undefined);
        others.push(guest);
      }
      await closeOver(frame);
      await frame.getByRole('button', { name: 'Survey', exact: true }).click();
      await frame.getByText('A team of four cannot have an anonymous survey.').waitFor();
      await frame.locator('[data-field="survey"]').selectOption('marked');
      await window.screenshot('out/survey-choice.png');
      await frame.getByRole('button', { name: 'Ask everyone', exact: true }).click();
      await frame.locator('[data-question="0"] input').first().focus();
      await window.page.keyboard.press('ArrowRight');
      await frame.locator('[data-question="1"] input').first().focus();
      await window.page.keyboard.press('ArrowRight');
      await window.page.keyboard.press('Enter');
      await frame.getByText('Your answers are in.').waitFor();
      for (const guest of others) {
        await guest.until(() => guest.facts?.live?.pulse.state === 'open');
        const round = guest.facts?.live?.pulse.round ?? '';
        await guest.rpc.ask('answerPulse', { round, ratings: [734103, 734104] });
      }
      await frame.getByText('5 have answered.').last().waitFor();
      const traces = (): readonly string[] =>
        [repository.base, ...['user', 'temp'].map((part) => join(window.server.root, part))].flatMap(
          (folder) => filesWith(folder, plantedAnswer),
        );
      assert.deepEqual(traces(), []);
      await frame.getByRole('button', { name: 'Close the round' }).click();
      await frame.getByText('Answers: 5-7.').waitFor();
      assert.deepEqual(await window.axe(frame), []);
      await window.screenshot('out/survey-result.png');
      for (const guest of others) {
        await guest.until(() => guest.facts?.live?.pulse.result?.questions[0]?.mean === 734102.5);
        assert.doesNotMatch(guest.received.join('\n'), plantedAnswer);
        guest.drop();
      }
      const [file = '', ...more] = filesWith(join(repository.folder, 'retro/pulses'), /kind: pulse/);
      assert.deepEqual([more, traces()], [[], []]);
      assert.match(file, /-marked-/);
    });
  });

  it('goes on over a reload of the window, at the same address and with what was half written', async () => {
    await inWindow(repository, {}, async (window) => {
      const { frame, ben } = await shareWithBen(window);
      await frame.locator('[data-composer="column-2"]').fill('Half a thought');
      await poll(
        'what is typed to be kept',
        async () => filesWith(join(window.server.root, 'user'), /Half a thought/).length > 0,
      );
      // It is said for as long as nobody shares the board, and no longer.
      await Promise.all([ben.getByText('No connection.').waitFor(), reloadWindow(window)]);
      await ben.locator('[data-composer="column-1"]').fill('While nobody was there');
      await ben.keyboard.press('Enter');
      const again = await sharedFrame(window);
      await ben.getByText('No connection.').waitFor({ state: 'detached' });
      await ben.locator('.board[data-waiting="0"]').waitFor();
      assert.equal(await again.locator('[data-composer="column-2"]').inputValue(), 'Half a thought');
      await again.getByRole('button', { name: 'Reveal the cards' }).click();
      await seesCard(again, 'While nobody was there');
    });
  });

  it('is joined from another editor by its link, which is refused where it is none', async () => {
    await inWindow(repository, {}, async (window) => {
      const { frame, link } = await share(window, await begun(window));
      await inWindow(undefined, {}, async (other) => {
        await other.command('Retrolog: Join a Retro…');
        await answer(other, 'Paste the link', link);
        const page = await nameAsked(other);
        await page.getByLabel('Your name').fill('Cleo');
        await page.getByRole('button', { name: 'Join', exact: true }).click();
        await letIn(frame, 'Cleo');
        await page.locator('.board').waitFor();
        await add(page, 1, 'From another editor');
        await closeOver(frame);
        await frame.getByRole('button', { name: 'Reveal the cards' }).click();
        await seesCard(frame, 'From another editor');
      });
    });
  });

  it('[H112] keeps what a guest in an editor had not sent when the retro ended, and offers it in the next one', async () => {
    await inWindow(repository, {}, async (window) => {
      const { frame, link } = await share(window, await begun(window));
      await inWindow(undefined, {}, async (other) => {
        const enter = async (to: string, host: Frame): Promise<Frame> => {
          await other.command('Retrolog: Join a Retro…');
          await answer(other, 'Paste the link', to);
          const page = await nameAsked(other);
          await page.getByLabel('Your name').fill('Cleo');
          await page.getByRole('button', { name: 'Join', exact: true }).click();
          await letIn(host, 'Cleo');
          await page.locator('.board').waitFor();
          return page;
        };
        const first = await enter(link, frame);
        await first.locator('[data-composer="column-2"]').fill('The alert came late');
        await poll(
          'what is typed to be kept',
          async () => filesWith(join(other.server.root, 'user'), /The alert came late/).length > 0,
        );
        await frame.getByRole('button', { name: 'End it for everyone…' }).click();
        await frame.getByRole('button', { name: 'End it', exact: true }).click();
        await first.getByText('A card that you wrote was not sent:').waitFor();
        assert.deepEqual(await other.axe(first), []);
        await other.screenshot('out/never-sent-editor.png');
        await other.command('View: Close Editor');
        const again = await share(window, await aloneFrame(window));
        const next = await enter(again.link, again.frame);
        await next.getByText(/^A card that you wrote for “.*” was not sent\.$/).waitFor();
        assert.equal(await next.locator('.card', { hasText: 'The alert came late' }).count(), 0);
        await next.getByRole('button', { name: 'Look', exact: true }).click();
        await other.screenshot('out/unsent-editor.png');
        await next.getByRole('button', { name: 'Send my card' }).click();
        await next.locator('[data-column="column-2"] .card', { hasText: 'The alert came late' }).waitFor();
        await next.locator('.board[data-waiting="0"]').waitFor();
        await closeOver(again.frame);
        await again.frame.getByRole('button', { name: 'Reveal the cards' }).click();
        await seesCard(again.frame, 'The alert came late');
        assert.equal(await next.getByText('was not sent').count(), 0);
      });
    });
  });

  it('[J126] asks before it follows a link from outside, naming the host, and Enter says no', async () => {
    await inWindow(repository, {}, async (window) => {
      const { link } = await share(window, await begun(window));
      await inWindow(undefined, {}, async (other) => {
        const dialog = other.page.locator('.monaco-dialog-box');
        const question = `Join the retro at ${new URL(link).host}?`;
        const follow = async (): Promise<void> => {
          await other.command('Developer: Open URL');
          await answer(other, 'URL', `vscode://retrolog.retrolog/join?link=${encodeURIComponent(link)}`);
          await dialog.getByText('Open', { exact: true }).click();
        };
        // A link that comes before an editor has started its extensions is kept there until one is needed.
        await other.command('Retrolog: Join a Retro…');
        await boxOf(prompt(other, 'Paste the link')).press('Escape');
        await follow();
        const asked = other.page.locator('.quick-input-widget:visible').filter({ hasText: question });
        await asked.locator('.monaco-list-row.focused', { hasText: 'No' }).waitFor();
        await boxOf(asked).press('Enter');
        await asked.waitFor({ state: 'hidden' });
        assert.equal(await other.page.locator('iframe.webview').count(), 0);
        await follow();
        await asked.waitFor();
        await typeInto(boxOf(asked), 'Join');
        // What is typed is looked for a moment later: until then Enter still says no.
        await asked.locator('.monaco-list-row.focused', { hasText: 'Join' }).waitFor();
        await boxOf(asked).press('Enter');
        await nameAsked(other);
      });
    });
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { poll } from '#host/poll.mjs';
import { filesBelow } from '../support/filesBelow.ts';
import { GitRepository } from '../support/gitRepository.ts';
import { Guest, partsOf } from '../support/liveGuest.ts';
import { filesWith, markedSurvey, plantedAnswer, storesWith } from '../support/markedSurvey.ts';
import { Served } from '../support/served.ts';
import { expectNoFaults } from './expectNoFaults.ts';
import { add, card, next, RetroPages } from './retroPages.ts';

describe('a live retro in browsers', function () {
  this.timeout(180_000);
  let pages: RetroPages;
  let repository: GitRepository;
  let served: Served;

  before(async () => {
    pages = await RetroPages.launch();
  });
  after(() => pages.quit());

  beforeEach(async () => {
    repository = new GitRepository();
    served = await Served.start(repository);
  });
  afterEach(async function () {
    await pages.closeAll(this.currentTest?.state === 'failed');
    await served.stop();
    repository.remove();
  });

  const openPage = (address: string, phone = false) => pages.open(address, phone);
  const facilitate = (names = 'named') => pages.facilitate(served.hostLink, names);
  const letIn = (ada: Page, name: string, phone = false) => pages.letIn(served.guestLink, ada, name, phone);

  /** Somebody with a page of their own making. */
  async function seat(ada: Page, name: string): Promise<Guest> {
    const guest = await Guest.connect(Number(new URL(served.guestLink).port));
    await guest.enter({ ...partsOf(served.guestLink), name });
    await ada
      .locator('.notice', { hasText: `${name} wants to come in.` })
      .getByRole('button', { name: 'Let in' })
      .click();
    await guest.until(() => guest.secret !== '' && guest.facts !== undefined);
    return guest;
  }

  function minutes(): string {
    const folder = join(repository.folder, 'retro/meetings');
    const [file = ''] = filesBelow(folder).filter((each) => each.endsWith('.md'));
    return readFileSync(join(folder, file), 'utf8');
  }

  it('goes from the invitation to the minutes, with a reload and a killed server in the middle', async () => {
    const ada = await facilitate();
    const ben = await letIn(ada, 'Ben', true);
    const cleo = await letIn(ada, 'Cleo');
    await next(ada);
    await ben.getByLabel('Your answer').fill('A good coffee');
    await ben.keyboard.press('Tab');
    await cleo.getByText('A good coffee').waitFor();
    await next(ada);
    await add(ben, 1, 'Pairing on the flaky test worked');
    await add(cleo, 2, 'Nobody knew where the runbook is');
    assert.equal(await card(ada, 'Pairing').count(), 0);
    await ben.getByRole('button', { name: 'I’m done' }).click();
    await ada.getByText('1 of 3 are done').waitFor();

    // What was typed and not added is there after a reload, and so is everything else.
    await cleo.locator('[data-composer=column-1]').fill('Half a thought');
    await cleo.waitForFunction(() =>
      Object.values(localStorage).some((kept) => String(kept).includes('Half a')),
    );
    await cleo.reload();
    await card(cleo, 'Nobody knew').waitFor();
    await poll(
      'what was typed to be back',
      async () => (await cleo.locator('[data-composer=column-1]').inputValue()) === 'Half a thought',
    );

    // The server dies. What is done meanwhile is kept in the page, and sent once when it is back.
    served.kill();
    await ben.getByText('No connection.').waitFor();
    await add(ben, 2, 'Written without a connection');
    await ben.reload().catch(() => undefined);
    served = await Served.start(repository);
    await ada.getByText('No connection.').waitFor({ state: 'detached' });
    await cleo.getByText('No connection.').waitFor({ state: 'detached' });
    // The browser itself looks again for a server that was not there, and may come before; from there, a page would load anew.
    await ben.goto('about:blank').catch(() => undefined);
    await poll('the invitation to open', () =>
      ben.goto(served.guestLink).then(
        () => true,
        () => false,
      ),
    );
    await card(ben, 'Written without a connection').waitFor();
    await ben.locator('.board[data-waiting="0"]').waitFor();

    await ada.getByRole('button', { name: 'Reveal the cards' }).click();
    for (const page of [ada, ben, cleo]) {
      await card(page, 'Pairing on the flaky test worked').waitFor();
      assert.equal(await card(page, 'Written without a connection').count(), 1);
    }
    await card(ada, 'Pairing').getByText('Ben').waitFor();
    await next(ada);
    await next(ada);
    await card(ben, 'Nobody knew')
      .getByRole('button', { name: /^One vote more/ })
      .click();
    await card(cleo, 'Nobody knew')
      .getByRole('button', { name: /^One vote more/ })
      .click();
    await ben.getByText('4 of 5 votes left').waitFor();
    await ada.getByRole('button', { name: 'Reveal the votes' }).click();
    await card(ben, 'Nobody knew').getByText('2 votes').waitFor();
    await next(ada);
    await ben.getByRole('heading', { name: 'Nobody knew where the runbook is' }).waitFor();
    await cleo.getByRole('button', { name: 'Action' }).click();
    await cleo.locator('.over [name=title]').fill('Write the runbook down');
    await cleo.locator('.over [name=title]').press('Enter');
    await ada.getByText('Write the runbook down').waitFor();
    await next(ada);
    await next(ada);
    await ben.locator('.worth-choice').nth(3).click();
    await ada.getByText('1 of 3 have said.').waitFor();
    await ada.getByRole('button', { name: 'Save, close and commit' }).click();
    await ben.getByText('This meeting is closed').waitFor();
    await ada.getByText('are saved and committed.').waitFor();
    const text = minutes();
    for (const said of [
      'Pairing on the flaky test worked',
      'Written without a connection',
      'Write the runbook down',
    ]) {
      assert.ok(text.includes(said), said);
    }
    const log = repository.git('log', '-1', '--name-only', '--format=%s');
    assert.match(log, /^Minutes of /);
    assert.match(log, /write-the-runbook-down/);

    await ada.getByRole('button', { name: 'End it for everyone…' }).click();
    await ada.getByRole('button', { name: 'End it', exact: true }).click();
    for (const page of [ada, ben, cleo]) {
      await page.getByRole('heading', { name: 'The retro has ended' }).waitFor();
    }
    assert.equal(await served.ended, 0);
  });

  it('shuffles anonymous cards, keeps their writers out of everything, and lets them change their own', async () => {
    const ada = await facilitate('anonymous');
    const ben = await letIn(ada, 'Ben');
    await next(ada);
    await next(ada);
    for (const letter of 'abcdefgh') {
      await add(ben, 1, `Thought ${letter}`);
    }
    await ben.reload();
    await card(ben, 'Thought h').waitFor();
    assert.equal(await card(ada, 'Thought').count(), 0);
    await ada.getByRole('button', { name: 'Reveal the cards' }).click();
    await card(ada, 'Thought h').waitFor();
    assert.equal(await ada.locator('.writer').count(), 0);
    // With them the cards are shuffled, also under the mouse.
    await ben.getByText('Hidden until revealed.').waitFor({ state: 'detached' });
    await card(ben, 'Thought a').click();
    await card(ben, 'Thought a').getByRole('button', { name: 'Edit' }).click();
    await ben.locator('[data-edits]').fill('Thought a, again');
    await ben.keyboard.press('Enter');
    await card(ada, 'Thought a, again').waitFor();
  });

  it('moves nobody who is typing, and says where the others are', async () => {
    const ada = await facilitate();
    const ben = await letIn(ada, 'Ben');
    await next(ada);
    await next(ada);
    const field = ben.locator('[data-composer=column-1]');
    await field.pressSequentially('In the mid');
    await next(ada);
    await ben.getByText('The others are at “Group” now.').waitFor();
    await field.pressSequentially('dle of a thought');
    await ben.keyboard.press('Enter');
    await card(ben, 'In the middle of a thought').waitFor();
    await field.waitFor({ state: 'detached' });
    await ada.getByRole('button', { name: 'Reveal the cards' }).click();
    await card(ada, 'In the middle of a thought').waitFor();
  });

  it('has one timer for all, also where the clock of a guest is wrong', async () => {
    const ada = await facilitate();
    const ben = await letIn(ada, 'Ben');
    const hour = 60 * 60_000;
    await ben.clock.setSystemTime(Date.now() + hour);
    await ben.reload();
    await ben.locator('.board').waitFor();
    await ada.getByRole('button', { name: /^Start a timer/ }).click();
    for (const page of [ada, ben]) {
      await page.locator('#clock', { hasText: /^4:\d\d$/ }).waitFor();
    }
  });

  it('asks a survey that is answered by keyboard and by thumb, and of which nobody’s answers are anywhere', async () => {
    repository.write('retro/templates/marked.yml', markedSurvey);
    await served.stop();
    served = await Served.start(repository);
    const ada = await facilitate();
    const ben = await letIn(ada, 'Ben', true);
    const others = [await seat(ada, 'Cleo'), await seat(ada, 'Dan'), await seat(ada, 'Eve')];

    await ada.getByRole('button', { name: 'Survey', exact: true }).click();
    await ada.getByText('A team of four cannot have an anonymous survey.').waitFor();
    await expectNoFaults(ada, 'a survey is chosen');
    await ada.getByRole('button', { name: 'Ask everyone', exact: true }).click();

    // By keyboard: a figure that is on the scale is only there for scales of one digit, arrows for all.
    await ada.getByText('Nobody has answered yet.').first().waitFor();
    await ada.getByRole('radio', { name: '734100, never' }).first().focus();
    for (let count = 0; count < 3; count += 1) {
      await ada.keyboard.press('ArrowRight');
    }
    await ada.getByRole('button', { name: 'Send my answers' }).click();
    await ada.getByText('One statement has no answer yet.').waitFor();
    assert.equal(
      await ada.evaluate(() => document.activeElement?.closest('fieldset')?.dataset['question']),
      '1',
    );
    await ada.keyboard.press('ArrowLeft');
    await ada.keyboard.press('ArrowLeft');
    await ada.keyboard.press('Enter');
    await ada.getByText('Your answers are in.').waitFor();

    await ben.getByText('A survey is open: “Marked”. 1 has answered.').waitFor();
    await ben.getByRole('button', { name: 'Answer', exact: true }).tap();
    for (const question of [0, 1]) {
      await ben.locator(`[data-question="${question}"] .point`, { hasText: '734107' }).tap();
    }
    await expectNoFaults(ben, 'a survey is answered');
    // Back to the board and in again: what was answered is there, in the page and nowhere else.
    await ben.keyboard.press('Escape');
    await ben.getByRole('button', { name: 'Answer', exact: true }).tap();
    await poll('both answers', async () => (await ben.getByRole('radio', { checked: true }).count()) === 2);
    await ben.getByRole('button', { name: 'Send my answers' }).tap();
    await ben.getByText('Nobody can see them, not even you.').waitFor();

    const { round } = others[0]?.facts?.live?.pulse ?? {};
    for (const guest of others) {
      await guest.rpc.ask('answerPulse', { round: round ?? '', ratings: [734104, 734104] });
    }
    await ada.getByText('5 have answered.').first().waitFor();
    const traces = async (): Promise<readonly string[]> => [
      ...filesWith(repository.base, plantedAnswer),
      ...(plantedAnswer.test(served.said) ? ['the log'] : []),
      ...(await storesWith([ada, ben], plantedAnswer)),
      ...others.filter(({ received }) => plantedAnswer.test(received.join('\n'))).map(() => 'a socket'),
    ];
    assert.deepEqual(await traces(), []);
    await ada.getByRole('button', { name: 'Close the round' }).click();
    for (const page of [ada, ben]) {
      await page.getByText('Answers: 5-7.').waitFor();
    }
    await expectNoFaults(ada, 'the result of a survey');
    assert.deepEqual(await traces(), []);
    await ada.getByRole('button', { name: 'Back to the board' }).click();
    for (let phase = 0; phase < 7; phase += 1) {
      await next(ada);
    }
    await ada.getByRole('button', { name: 'Save, close and commit' }).click();
    await ada.getByText('saved and committed.').waitFor();
    assert.match(
      repository.git('log', '-1', '--name-only', '--format=%s'),
      /retro\/pulses\/\d{4}\/.*-marked-/,
    );
    assert.deepEqual(await traces(), []);
  });

  it('moves no button under the pointer when somebody else asks to come in, or is let in', async () => {
    const ada = await facilitate();
    const knock = async (name: string): Promise<Guest> => {
      const guest = await Guest.connect(Number(new URL(served.guestLink).port));
      await guest.enter({ ...partsOf(served.guestLink), name });
      return guest;
    };
    const guests = [await knock('Ben'), await knock('Cleo')];
    await ada.getByText('2 people want to come in.').waitFor();
    await ada.getByRole('button', { name: 'Show them' }).click();
    const button = (name: string) => ada.locator('dialog').getByRole('button', { name, exact: true });
    const [ben, cleo] = [button('Let in: Ben'), button('Let in: Cleo')];
    const buttons = [ben, cleo, button('Copy'), button('Lock'), button('Close')];
    const places = () => Promise.all(buttons.map((each) => each.boundingBox()));
    await ben.hover();
    const before = await places();
    guests.push(await knock('Dan'), await knock('Eve'));
    await button('Let in: Eve').waitFor();
    assert.deepEqual(await places(), before);
    await expectNoFaults(ada, 'four at the door');
    await ben.click();
    await ada.locator('dialog').getByText('Ben waits no more.').waitFor();
    assert.deepEqual(await cleo.boundingBox(), before[1]);
    await button('Close').hover();
    await ada.getByText('Ben waits no more.').waitFor({ state: 'detached' });
    assert.deepEqual(await cleo.boundingBox(), before[0]);

    // By keyboard: the focus goes on to the next one.
    await cleo.focus();
    await ada.keyboard.press('Shift+Tab');
    await ada.keyboard.press('Tab');
    await ada.keyboard.press('Enter');
    await ada.locator('dialog').getByText('Cleo waits no more.').waitFor();
    await poll('the next one to have the focus', () =>
      button('Let in: Dan').evaluate((each) => each === document.activeElement),
    );
    guests.forEach((guest) => guest.drop());
    await ada.getByText('Nobody waits at the door.').waitFor();
  });

  it('[H112] offers what a retro that has ended never got in the next one, and puts none of it there by itself', async () => {
    const ada = await facilitate();
    const ben = await letIn(ada, 'Ben', true);
    await next(ada);
    await next(ada);
    const composer = ben.locator('[data-composer=column-1]');
    await composer.waitFor();
    const before = ben.url();
    served.kill();
    await Promise.all([ben, ada].map((page) => page.getByText('No connection.').waitFor()));
    await add(ben, 1, 'Pairing helped');
    await add(ben, 2, 'Nobody knew where the runbook is');
    await ben.goto('about:blank');
    served = await Served.start(repository);
    await ada.getByText('No connection.').waitFor({ state: 'detached' });
    await ada.getByRole('button', { name: /^People: / }).click();
    await ada.getByRole('button', { name: 'End it for everyone…' }).click();
    await ada.getByRole('button', { name: 'End it', exact: true }).click();
    await ada.getByRole('heading', { name: 'The retro has ended' }).waitFor();
    await served.stop();
    // At the address of before, as a server that stays has it.
    served = await Served.start(repository, '--port', new URL(before).port);

    // Whoever comes back is told of their cards, and can have them.
    await ben.goto(before);
    await ben.getByText('2 cards that you wrote were not sent:').waitFor();
    await expectNoFaults(ben, 'a retro that has ended before all was sent');
    const cleo = await facilitate();
    await ben.goto(served.guestLink);
    await ben.getByLabel('Your name').waitFor();
    await ben.getByRole('button', { name: 'Join' }).click();
    await cleo.getByRole('button', { name: 'Let in' }).click();
    await ben.getByText('2 cards that you wrote for “').waitFor();
    await next(cleo);
    await next(cleo);
    await composer.waitFor();
    assert.equal(await ben.locator('.card').count(), 0);
    await ben.getByRole('button', { name: 'Look', exact: true }).tap();
    await expectNoFaults(ben, 'cards that were not sent');
    await ben.emulateMedia({ colorScheme: 'dark' });
    await expectNoFaults(ben, 'cards that were not sent, in the dark');
    await ben.getByRole('combobox', { name: 'Column' }).first().selectOption('column-3');
    await ben.getByRole('button', { name: 'Send my 2 cards' }).tap();
    await ben.locator('.board[data-waiting="0"]').waitFor();
    const inColumn = (column: number, text: string) =>
      ben.locator(`[data-column=column-${column}] .card`, { hasText: text });
    await inColumn(3, 'Pairing helped').waitFor();
    await inColumn(2, 'Nobody knew').waitFor();
    await cleo.getByRole('button', { name: 'Reveal the cards' }).click();
    await card(cleo, 'Pairing helped').waitFor();
    await ben.reload();
    await inColumn(2, 'Nobody knew').waitFor();
    assert.equal(await ben.getByText('were not sent').count(), 0);
    assert.equal(await ben.locator('.card').count(), 2);
  });

  it('says that the answers to a survey are lost where the server was killed before its close', async () => {
    const ada = await facilitate();
    const ben = await letIn(ada, 'Ben', true);
    await ada.getByRole('button', { name: 'Survey', exact: true }).click();
    await ada.getByRole('button', { name: 'Ask everyone', exact: true }).click();
    // A figure answers a statement and goes on to the next one; Enter sends them.
    await ada.locator('[data-question="0"]').waitFor();
    await ada.keyboard.type('4444444');
    await ada.keyboard.press('Enter');
    await ben.getByText('1 has answered.').waitFor();
    served.kill();
    await ben.getByText('No connection.').waitFor();
    served = await Served.start(repository);
    for (const page of [ada, ben]) {
      await page.getByText('The answers to “Psychological safety” are lost').waitFor();
    }
    assert.deepEqual(filesBelow(join(repository.folder, 'retro/pulses')), []);
    await ada.getByRole('button', { name: 'Ask everyone', exact: true }).click();
    await ben.getByText('A survey is open: “Psychological safety”. Nobody has answered yet.').waitFor();
  });

  it('has no faults for axe, light and dark, on a phone and on a desk', async () => {
    const ada = await facilitate();
    const door = await openPage(served.guestLink, true);
    await door.getByLabel('Your name').waitFor();
    await expectNoFaults(door, 'the door');
    const ben = await letIn(ada, 'Ben', true);
    for (const phase of ['review', 'check-in', 'write', 'group', 'vote', 'discuss', 'decide', 'close']) {
      await ben.locator(`.phase-${phase}`).waitFor();
      await expectNoFaults(ada, `${phase}, dark`);
      await expectNoFaults(ben, `${phase}, light`);
      if (phase === 'write') {
        await add(ben, 1, 'A card');
        await ada.getByRole('button', { name: 'Reveal the cards' }).click();
        await card(ada, 'A card').waitFor();
      }
      if (phase !== 'close') {
        await next(ada);
      }
    }
    await ada.getByRole('button', { name: 'People: 2' }).click();
    await expectNoFaults(ada, 'people');
  });

  it('says to whoever has no way in why, and asks nobody twice for what they said', async () => {
    const lost = await openPage(served.guestLink.replace(/.{5}$/, 'AAAAA'));
    await lost.getByLabel('Your name').fill('Eve');
    await lost.keyboard.press('Enter');
    await lost.getByRole('heading', { name: 'This link lets nobody in' }).waitFor();
    const none = await openPage(`${new URL(served.guestLink).origin}/`);
    await none.getByRole('heading', { name: 'This link lets nobody in' }).waitFor();
    const ada = await facilitate();
    const ben = await letIn(ada, 'Ben');
    assert.match(new URL(ben.url()).hash, /^#[\w-]{22}$/, 'the token is still in the address');
    await ada.getByRole('button', { name: 'People: 2' }).click();
    await ada.getByRole('button', { name: 'Remove' }).click();
    await ben.getByRole('heading', { name: 'You were taken off the board' }).waitFor();
  });
});

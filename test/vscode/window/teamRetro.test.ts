import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import type { Server } from '#host/startServer.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { filesWith, markedSurvey, plantedAnswer, storesWith } from '../../support/markedSurvey.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import { inKillableWindow, minutesOf, openWhatWasOpen, ownerOfBoard } from './boardEditor.ts';
import { answer, inWindow, reloadWindow } from './editor.ts';
import {
  add,
  answers,
  ask,
  closeOver,
  guestAt,
  letIn,
  nameAsked,
  seesCard,
  share,
  type Shared,
  sharedFrame,
  writing,
} from './sharedEditor.ts';

/** Where each of the team is: one in the editor that shares, two in browsers, one in another editor; a fifth may come. */
interface Team {
  readonly host: Frame;
  readonly ben: Page;
  readonly dan: Page;
  readonly cleo: Frame;
  readonly eve?: Page;
}

const cards = {
  ada: 'Write it down while it is fresh',
  ben: 'Pairing helped',
  dan: 'Nobody knew where the runbook is',
  cleo: 'The alert came late',
};

/** What each answers to the two statements of a survey; the means are neither of them. */
const rated = {
  ada: [734101, 734109],
  ben: [734103, 734107],
  dan: [734104, 734106],
  cleo: [734106, 734104],
  eve: [734108, 734101],
};

describe('a retro of a team, in two editors and in browsers', function () {
  this.timeout(360_000);
  let repository: GitRepository;
  const pages: Page[] = [];
  /** All that the guests in browsers were sent. */
  const received: string[] = [];
  beforeEach(() => {
    repository = shopRepository();
    writeEntry(repository, 'h3k9q2xa', { kind: 'win', title: 'Vouchers went live', date: '2026-01-05' });
    repository.commit('Log: Vouchers went live');
    received.length = 0;
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()));
    repository.remove();
  });

  /** Lets everybody into a retro that was just shared, and goes on from there. */
  async function together(
    { frame: host, link }: Shared,
    then: (team: Team) => Promise<void>,
    server?: Server,
  ): Promise<void> {
    const [ben, dan] = [
      await guestAt(link, 'Ben', 390, received),
      await guestAt(link, 'Dan', 1280, received),
    ];
    pages.push(ben, dan);
    await letIn(host, 'Ben');
    await letIn(host, 'Dan');
    await inWindow(
      undefined,
      {},
      async (other) => {
        await other.command('Retrolog: Join a Retro…');
        await answer(other, 'Paste the link', link);
        const cleo = await nameAsked(other);
        await cleo.getByLabel('Your name').fill('Cleo');
        await cleo.getByRole('button', { name: 'Join', exact: true }).click();
        await letIn(host, 'Cleo');
        await closeOver(host);
        for (const page of [ben, dan, cleo]) {
          await page.locator('.board').waitFor();
        }
        await then({ host, ben, dan, cleo });
      },
      server,
    );
  }

  async function write({ host, ben, dan, cleo }: Team): Promise<void> {
    await add(host, 3, cards.ada);
    await add(ben, 1, cards.ben);
    await add(dan, 2, cards.dan);
    await add(cleo, 2, cards.cleo);
    for (const page of [host, ben, dan, cleo]) {
      assert.equal(await page.locator('.card').count(), 1);
    }
  }

  /** Asks four people a survey: of what they answer, nothing comes. */
  async function askFour({ host, ben, dan, cleo }: Team): Promise<void> {
    await host.getByRole('button', { name: 'Survey', exact: true }).click();
    await ask(host, 'psychological-safety');
    for (const page of [host, ben, dan, cleo]) {
      await answers(page, [4, 4, 2, 5, 2, 4, 4]);
    }
    await host.getByText('With fewer than five, closing it shows and writes nothing.').waitFor();
    await host.getByRole('button', { name: 'Close the round' }).click();
    for (const page of [host, ben, dan, cleo]) {
      await page
        .locator('dialog')
        .getByText('Fewer than five answers: nothing is shown or written.')
        .waitFor();
      await page.getByRole('button', { name: 'Back to the board' }).click();
    }
    assert.equal(existsSync(join(repository.folder, 'retro/pulses')), false);
  }

  /** Asks all five, of whom nobody's answers are anywhere, before the round is closed and after it. */
  async function askFive(
    { host, ben, dan, cleo }: Team,
    eve: Page,
    findNothing: () => Promise<void>,
  ): Promise<void> {
    await host.getByRole('button', { name: 'Survey', exact: true }).click();
    await host.getByRole('button', { name: 'Put it away' }).click();
    await ask(host, 'marked');
    await answers(host, rated.ada);
    await answers(ben, rated.ben);
    await answers(dan, rated.dan);
    await answers(cleo, rated.cleo);
    await answers(eve, rated.eve);
    await host.getByText('5 have answered.').last().waitFor();
    await findNothing();
    await host.getByRole('button', { name: 'Close the round' }).click();
    for (const page of [host, ben, dan, cleo, eve]) {
      const result = page.locator('dialog .result');
      await result.getByText('734104.5').waitFor();
      await result.getByText('734105.5').waitFor();
      await page.getByRole('button', { name: 'Back to the board' }).click();
    }
    await findNothing();
  }

  /** That no answer is in what the editors, the browsers and the repository keep, nor in what the guests were sent. */
  async function findNoAnswer({ server: { root }, page }: EditorWindow): Promise<void> {
    const folders = [repository.base, join(root, 'user'), join(root, 'temp')];
    // It is looked where something is to be found: the scale of the survey, and what each guest is called.
    assert.ok(received.some((frame) => frame.includes('734100')));
    assert.equal((await storesWith(pages, /Ben|Dan|Eve/)).length, 3);
    assert.deepEqual(
      [
        ...folders.flatMap((folder) => filesWith(folder, plantedAnswer)),
        ...(await storesWith([page, ...pages], plantedAnswer)),
        ...received.filter((frame) => plantedAnswer.test(frame)),
      ],
      [],
    );
  }

  /** From the revealed cards to the minutes, and sends everybody home. */
  async function finish({ host, ben, dan, cleo, eve }: Team): Promise<void> {
    const guests = [ben, dan, cleo, ...(eve === undefined ? [] : [eve])];
    const everybody = [host, ...guests];
    const next = (phase: string) => host.getByRole('button', { name: `Next: ${phase}` }).click();
    await host.getByRole('button', { name: 'Reveal the cards' }).click();
    for (const page of everybody) {
      for (const text of Object.values(cards)) {
        await seesCard(page, text);
      }
    }
    await next('Group');
    await next('Vote');
    for (const page of [ben, dan, cleo]) {
      await page
        .locator('.card', { hasText: cards.dan })
        .getByRole('button', { name: /^One vote more/ })
        .click();
      await page.getByText('4 of 5 votes left').waitFor();
    }
    await host.getByRole('button', { name: 'Reveal the votes' }).click();
    await ben.locator('.card', { hasText: cards.dan }).getByText('3 votes').waitFor();
    await next('Discuss');
    await cleo.getByRole('heading', { name: cards.dan }).waitFor();
    await cleo.getByRole('button', { name: 'Action' }).click();
    await cleo.locator('.over [name=title]').fill('Write the runbook down');
    await cleo.locator('.over [name=title]').press('Enter');
    await host.getByText('Write the runbook down').first().waitFor();
    await next('Decide');
    await next('Close');
    await ben.locator('.worth-choice').nth(3).click();
    await host.getByText(`1 of ${everybody.length} have said.`).waitFor();
    await host.getByRole('button', { name: 'Save, close and commit' }).click();
    await host.getByText('are saved and committed.').waitFor();
    for (const page of guests) {
      await page.getByText('This meeting is closed').waitFor();
    }
    const text = minutesOf(repository)?.text ?? '';
    for (const said of [...Object.values(cards), 'Write the runbook down']) {
      assert.ok(text.includes(said), said);
    }
    assert.match(
      repository.git('log', '-1', '--name-only', '--format=%s'),
      /^Minutes of [^]*write-the-runbook-down/,
    );
    await host.getByRole('button', { name: 'End it for everyone…' }).click();
    await host.getByRole('button', { name: 'End it', exact: true }).click();
    for (const page of guests) {
      await page.getByRole('heading', { name: 'The retro has ended' }).waitFor();
    }
  }

  it('goes from the invitation to the minutes, and nobody learns who wrote which card or answered what', async () => {
    repository.write('retro/templates/marked.yml', markedSurvey);
    await inWindow(repository, {}, async (window) => {
      const shared = await share(window, await writing(window), 'None: cards are anonymous');
      await together(shared, async (team) => {
        await write(team);
        await askFour(team);
        const eve = await guestAt(shared.link, 'Eve', 390, received);
        pages.push(eve);
        await team.host.getByRole('button', { name: 'Let in: Eve' }).click();
        await eve.locator('.board').waitFor();
        await askFive(team, eve, () => findNoAnswer(window));
        await finish({ ...team, eve });
        const text = minutesOf(repository)?.text ?? '';
        for (const line of text
          .split('\n')
          .filter((one) => Object.values(cards).some((card) => one.includes(card)))) {
          assert.doesNotMatch(line, /Ada|Ben|Cleo|Dan|Eve/);
        }
        const committed = repository.git('log', '-1', '--name-only', '--format=').trim().split('\n');
        assert.equal(committed.filter((path) => /^retro\/pulses\/\d{4}\/.*-marked-/.test(path)).length, 1);
        assert.ok(committed.includes(minutesOf(repository)?.path ?? ''));
        assert.deepEqual(
          committed.filter((path) => path.includes('psychological-safety')),
          [],
        );
        await findNoAnswer(window);
      });
    });
  });

  it('goes on when the editor that shares it is killed, with nothing lost and nobody let in anew', async () => {
    await inKillableWindow(repository, async (window, userDataDir, server) => {
      const alone = await writing(window);
      const editor = ownerOfBoard(userDataDir);
      await together(
        await share(window, alone, 'Everyone’s own name'),
        async (team) => {
          await write(team);
          // It is said for as long as nobody shares the board, and no longer.
          const cut = team.ben.getByText('No connection.').waitFor();
          process.kill(editor, 'SIGKILL');
          await Promise.all([cut, reloadWindow(window)]);
          await openWhatWasOpen(window);
          const host = await sharedFrame(window);
          for (const page of [team.ben, team.dan, team.cleo]) {
            await page.getByText('No connection.').waitFor({ state: 'detached' });
          }
          assert.equal(await host.locator('.card').count(), 1);
          await seesCard(host, cards.ada);
          await finish({ ...team, host });
        },
        server,
      );
    });
  });
});

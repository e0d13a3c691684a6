import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import type { Server } from '#host/startServer.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import { inKillableWindow, minutesOf, openWhatWasOpen, ownerOfBoard } from './boardEditor.ts';
import { answer, inWindow, reloadWindow } from './editor.ts';
import {
  add,
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

/** Where each of the team is: one in the editor that shares, two in browsers, one in another editor. */
interface Team {
  readonly host: Frame;
  readonly ben: Page;
  readonly dan: Page;
  readonly cleo: Frame;
}

const cards = {
  ada: 'Write it down while it is fresh',
  ben: 'Pairing helped',
  dan: 'Nobody knew where the runbook is',
  cleo: 'The alert came late',
};

describe('a retro of four, in two editors and two browsers', function () {
  this.timeout(360_000);
  let repository: GitRepository;
  const pages: Page[] = [];
  beforeEach(() => {
    repository = shopRepository();
    writeEntry(repository, 'h3k9q2xa', { kind: 'win', title: 'Vouchers went live', date: '2026-01-05' });
    repository.commit('Log: Vouchers went live');
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
    const [ben, dan] = [await guestAt(link, 'Ben'), await guestAt(link, 'Dan', 1280)];
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

  /** From the revealed cards to the minutes, and sends everybody home. */
  async function finish({ host, ben, dan, cleo }: Team): Promise<void> {
    const everybody = [host, ben, dan, cleo];
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
    await host.getByText('1 of 4 have said.').waitFor();
    await host.getByRole('button', { name: 'Save, close and commit' }).click();
    await host.getByText('are saved and committed.').waitFor();
    for (const page of [ben, dan, cleo]) {
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
    for (const page of [ben, dan, cleo]) {
      await page.getByRole('heading', { name: 'The retro has ended' }).waitFor();
    }
  }

  it('goes from the invitation to the minutes, and nobody learns who wrote which card', async () => {
    await inWindow(repository, {}, async (window) => {
      const shared = await share(window, await writing(window), 'None: cards are anonymous');
      await together(shared, async (team) => {
        await write(team);
        await finish(team);
        const text = minutesOf(repository)?.text ?? '';
        for (const line of text
          .split('\n')
          .filter((one) => Object.values(cards).some((card) => one.includes(card)))) {
          assert.doesNotMatch(line, /Ada|Ben|Cleo|Dan/);
        }
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
          process.kill(editor, 'SIGKILL');
          await reloadWindow(window);
          await team.ben.getByText('No connection.').waitFor();
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

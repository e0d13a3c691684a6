import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { startServer } from '#host/startServer.mjs';
import { noAuditTexts } from '../../../src/core/audit/audit.ts';
import { printAudit } from '../../../src/core/audit/printAudit.ts';
import { builtInSurveys } from '../../../src/core/pulse/builtInSurveys.ts';
import { printPulse } from '../../../src/core/pulse/printPulse.ts';
import { addDays } from '../../../src/core/dates.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import { auditOf } from '../../support/auditOf.ts';
import { filesBelow } from '../../support/filesBelow.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository } from '../../support/shopRepository.ts';
import { goOn, goToResult, heading, openAudit, rate } from './auditEditor.ts';
import {
  answer,
  boxOf,
  cutAt,
  entryFile,
  hostVersion,
  inWindow,
  openLog,
  openRow,
  prompt,
  reloadWindow,
  row,
  themes,
} from './editor.ts';

const today = (): string => systemClock.today();

function ranked(frame: Frame): Promise<string[]> {
  return frame
    .locator('.ranked li')
    .evaluateAll((rows) =>
      rows.map(
        (one) => `${one.querySelector('.place')?.textContent} ${one.querySelector('.points')?.ariaLabel}`,
      ),
    );
}

describe('the culture audit', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
    const answers = auditOf({ 'solving-above': 2, 'solving-deep': 5, 'failing-deep': 1 });
    const before = addDays(today(), -150);
    const draft = { title: 'Culture audit', date: before, answers, texts: noAuditTexts };
    repository.write(
      `retro/audits/${before.slice(0, 4)}/${before}-culture-audit-h3k9q2xa.md`,
      printAudit('h3k9q2xa', draft),
    );
  });
  afterEach(() => repository.remove());

  function audits(): { path: string; text: string }[] {
    const folder = join(repository.folder, 'retro/audits');
    return filesBelow(folder)
      .filter((name) => name.endsWith('.md') && !name.includes('h3k9q2xa'))
      .map((name) => ({ path: `retro/audits/${name}`, text: readFileSync(join(folder, name), 'utf8') }));
  }

  it('is answered by keyboard, survives a reload, is ranked, saved, and planned from', async () => {
    await inWindow(repository, { viewport: { width: 1280, height: 1000 } }, async (window) => {
      const { page } = window;
      let frame = await openAudit(window);
      await frame.getByText('nobody’s own answer').waitFor();
      await rate(frame, [4, 0, 2]);
      await frame
        .getByRole('textbox', { name: 'What blocks it?' })
        .pressSequentially('Pressure before a release.');
      await goOn(window, frame, 'What happens when someone fails');
      await rate(frame, [3, 3, 1]);

      await reloadWindow(window);
      frame = await window.webview('Culture audit');
      await heading(frame, 'What happens when someone fails').waitFor();
      assert.deepEqual(
        await frame
          .locator('input:checked')
          .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
        ['3', '3', '1'],
      );
      await frame.getByRole('button', { name: 'Back' }).press('Enter');
      await heading(frame, 'How problems are solved').waitFor();
      const blocks = frame.getByRole('textbox', { name: 'What blocks it?' });
      assert.equal(await blocks.inputValue(), 'Pressure before a release.');
      await goOn(window, frame, 'What happens when someone fails');
      await goOn(window, frame, 'How leaders model learning');
      await frame.getByText('Theme 3 of 4').waitFor();
      await goOn(window, frame, 'Which informal habits exist');
      await goOn(window, frame, 'From the weakest to the strongest');
      assert.deepEqual(await ranked(frame), ['1 1 of 5', '2 2 of 5', '3 3 of 5', '3 3 of 5', '5 4 of 5']);
      await frame.getByText('Stronger than before: 1. Weaker: 1. As before: 1.').waitFor();
      await frame.getByText('What can be seen is rated 4, what is believed 2').waitFor();

      await frame.getByRole('button', { name: 'Save the audit' }).press('Enter');
      await page.getByRole('tab', { name: /culture-audit/ }).waitFor();
      const [saved] = audits();
      assert.match(
        saved?.text ?? '',
        /\| 1 \| 1 \| We trust that telling[^]*### Blocks\n\nPressure before a release\.\n\n## /,
      );

      await frame.getByRole('button', { name: 'Plan from this…' }).waitFor();
      await frame.getByText('Stronger than before: 1. Weaker: 1. As before: 1.').waitFor();
      await frame.getByRole('button', { name: 'Plan from this…' }).press('Enter');
      const picker = prompt(window, 'What do you want to get better at?');
      await picker.locator('.monaco-list-row').first().waitFor();
      await boxOf(picker).press('ArrowDown');
      await page.keyboard.press('Space');
      await picker.getByText('1 Selected').waitFor();
      await boxOf(picker).press('Enter');
      assert.equal(
        await boxOf(prompt(window, 'Why this?')).inputValue(),
        `We rated it 1 of 5 on ${today()}.`,
      );
      await answer(window, 'Why this?', 'Two outages were known for days.');
      await answer(window, 'How do you begin?', 'With an action');
      await answer(window, 'What is the small first step?', 'Tell one failure each Monday');
      await answer(window, 'Who takes it on?', 'Grace');
      await answer(window, 'By when?', 'In two weeks');
      await page.getByRole('tab', { name: /plan\.md/ }).waitFor();
      const action = await entryFile(repository, (text) => text.includes('# Tell one failure each Monday'));
      const id = /^id: (.*)$/m.exec(saved?.text ?? '')?.[1];
      assert.match(action.text, new RegExp(`^links: \\[${id}\\]\nowner: Grace\ndue: `, 'm'));
      assert.match(action.text, /Two outages were known for days\./);
      const plan = readFileSync(join(repository.folder, 'retro/plan.md'), 'utf8');
      assert.ok(
        plan.endsWith(
          `\n\n## We trust that telling of a failure of our own does none of us any harm\n\nTwo outages were known for days.\n\nFrom: [Culture audit, ${today()}](${saved?.path.slice('retro/'.length)})\n\n- [Tell one failure each Monday](${action.path.slice('retro/'.length)})\n`,
        ),
        plan,
      );
      await openLog(window);
      await openRow(window, /^Culture audits/);
      await poll(
        'both audits to be listed',
        async () => (await row(window, /^Culture audit, /).count()) === 2,
      );
    });
  });

  it('is compared with a later round of its survey, which each person answered', async () => {
    const [survey] = builtInSurveys().filter(({ key }) => key === 'learning-culture');
    assert.ok(survey);
    const questions = survey.questions.map((question) => ({ ...question, mean: 3.5 }));
    const draft = { title: 'Culture audit, live', date: addDays(today(), -60), survey };
    repository.write(
      'retro/pulses/live.md',
      printPulse('h3k9q2xp', { ...draft, result: { answers: '5-7', questions } }),
    );
    await inWindow(repository, {}, async (window) => {
      const frame = await openAudit(window);
      await rate(frame, [4]);
      await goToResult(window, frame);
      await frame.getByText('Stronger than before: 1.').waitFor();
      await frame.getByText('was 3.5').waitFor();
      await frame.getByRole('button', { name: 'Open the audit of' }).press('Enter');
      await window.page.getByRole('tab', { name: /live\.md/ }).waitFor();
    });
  });

  it('is there again where its file is taken back, and is thrown away only when that is meant', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      const frame = await openAudit(window);
      await rate(frame, [4]);
      await goToResult(window, frame);
      await frame.getByRole('button', { name: 'Save the audit' }).click();
      await frame.getByText('It is kept in').waitFor();
      const [saved] = audits();
      const said = await window.notification('The audit is in the log.');
      await said.getByRole('button', { name: 'Undo' }).click();
      await frame.getByRole('button', { name: 'Save the audit' }).waitFor();
      await poll('the file to be gone', async () => !existsSync(join(repository.folder, saved?.path ?? '')));
      assert.deepEqual(await ranked(frame), ['1 4 of 5']);

      await frame.getByRole('button', { name: 'Throw away what was answered…' }).click();
      const dialog = page.locator('.monaco-dialog-box');
      await dialog.getByRole('button', { name: 'Throw It Away' }).click();
      await heading(frame, 'How problems are solved').waitFor();
      assert.equal(await frame.locator('input:checked').count(), 0);
      await window.command('View: Close Editor');
      await page.getByRole('tab', { name: 'Culture audit' }).waitFor({ state: 'detached' });
      const again = await openAudit(window);
      assert.equal(await again.locator('input:checked').count(), 0);
    });
  });

  it('has no violation that axe can find, follows the theme, and fits from 320 pixels up', async () => {
    const server = await startServer({ version: hostVersion() });
    try {
      await inWindow(
        repository,
        { asFolder: false, viewport: { width: 1280, height: 1000 } },
        lookAtThemes,
        server,
      );
    } finally {
      await server.stop();
    }
  });
});

async function lookAtThemes(window: EditorWindow): Promise<void> {
  const frame = await openAudit(window);
  await rate(frame, [4, 3, 2]);
  await frame.getByRole('textbox', { name: 'What enables it?' }).fill('We look for causes together.');
  await lookAt(window, frame, 'theme');
  for (const next of ['What happens when someone fails', 'How leaders model learning']) {
    await goOn(window, frame, next);
    await rate(frame, [2, 5, 4]);
  }
  await goOn(window, frame, 'Which informal habits exist');
  await goOn(window, frame, 'From the weakest to the strongest');
  await lookAt(window, frame, 'result');
}

/** In every kind of theme, and as narrow as it gets. */
async function lookAt(window: EditorWindow, frame: Frame, name: string): Promise<void> {
  for (const theme of themes) {
    await window.setTheme(theme);
    const violations = await window.axe(frame);
    assert.deepEqual(
      violations.map((one) => `${theme}: ${one.id}: ${one.nodes[0]?.html ?? ''}`),
      [],
    );
    if (process.env['RETROLOG_PICTURES'] !== undefined) {
      await window.screenshot(`${process.env['RETROLOG_PICTURES']}/${name}-${theme}.png`);
    }
  }
  await frame.evaluate(() => {
    document.body.style.width = '320px';
  });
  await poll(
    'nothing to be cut at 320 pixels',
    async () => (await cutAt(frame, '.audit *', 321)).length === 0,
  );
  if (process.env['RETROLOG_PICTURES'] !== undefined) {
    await window.screenshot(`${process.env['RETROLOG_PICTURES']}/${name}-narrow.png`);
  }
  await frame.evaluate(() => {
    document.body.style.width = '';
  });
}

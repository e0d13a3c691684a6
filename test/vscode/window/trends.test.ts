import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { startServer } from '#host/startServer.mjs';
import { addDays } from '../../../src/core/dates.ts';
import { surveysKnown } from '../../../src/core/pulse/surveysKnown.ts';
import { bucketsOf } from '../../../src/core/trends/buckets.ts';
import { isMissing } from '../../../src/core/trends/figures.ts';
import { shownFigures } from '../../../src/core/trends/shownFigures.ts';
import { roundTitle, shownSurveys } from '../../../src/core/trends/shownSurveys.ts';
import type { Trends } from '../../../src/core/trends/trends.ts';
import { daysUpTo } from '../../../src/core/trends/windows.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import { makeSampleRepository } from '../../sample/makeSampleRepository.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import { answer, cutAt, entryFiles, hostVersion, inWindow, reloadWindow, themes } from './editor.ts';

const today = systemClock.today('UTC');

/** Opens the panel, and waits until all of it can be seen and the history has been read. */
async function openTrends(window: EditorWindow): Promise<Frame> {
  await window.command('Retrolog: Show Trends');
  const frame = await window.webview('Trends');
  await drawn(frame);
  return frame;
}

async function drawn(frame: Frame): Promise<void> {
  await frame.locator('.figures svg.chart').first().waitFor();
  await frame.locator('.history .codicon-sync').waitFor({ state: 'detached' });
  await frame.locator('.trends[aria-busy="false"]').waitFor();
}

function choice(frame: Frame, name: string): Locator {
  return frame.getByRole('combobox', { name });
}

/** Resolves when the first chart has the 12 or 13 months that are touched by the 52 weeks up to today. */
function yearByMonths(frame: Frame): Promise<unknown> {
  return poll('a year by months', async () => {
    const months = bucketsOf(daysUpTo(systemClock.today('UTC'), 364), 'month');
    return (await frame.locator('.headline .point').count()) === months.length;
  });
}

/** The overview as it stands there: name, now, before. */
function overview(frame: Frame): Promise<string[][]> {
  return frame
    .locator('.overview tbody tr')
    .evaluateAll((rows) =>
      rows.map((one) => [...one.children].map((cell) => cell.textContent?.trim() ?? '')),
    );
}

/** The surveys as they stand there: each table of statements with its heading, and the numbers of each. */
function surveys(frame: Frame): Promise<string[][]> {
  return frame
    .locator('.survey')
    .evaluateAll((all) =>
      all.map((one) => [
        one.querySelector('h3')?.textContent ?? '',
        ...[...one.querySelectorAll('.statements tbody tr')].map((row) =>
          [0, 2, 3].map((at) => row.children[at]?.textContent?.trim() ?? '').join(' | '),
        ),
      ]),
    );
}

/** What the command line says of the same log, in the words of the overview, the headline and the surveys. */
function told(folder: string, ...args: string[]): { value: string; rows: string[][]; surveys: string[][] } {
  const printed = execFileSync('node', ['dist/cli.js', '--dir', folder, 'trends', '--json', ...args], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
  const { indicators, surveys } = JSON.parse(printed) as Trends;
  const rounds = isMissing(surveys) ? [] : surveys;
  const [, ...others] = shownFigures(indicators);
  return {
    value: String(indicators.experimentationRate.value),
    rows: others.map(({ name, brief, before }) => [name, brief, before]),
    surveys: shownSurveys(rounds, surveysKnown([])).map(({ finding, statements }) => [
      finding,
      ...statements.map(({ text, now, before }) => [text, now, before].join(' | ')),
    ]),
  };
}

describe('the trends panel', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
  });
  afterEach(() => repository.remove());

  function writeExperiments(): void {
    for (const [at, id] of ['h3k9q2xa', 'h3k9q2xb', 'h3k9q2xc'].entries()) {
      const date = addDays(today, -60 + at);
      const path = writeEntry(repository, id, {
        ...{ kind: 'experiment', title: `Experiment number ${at + 1}`, date },
        ...{ hypothesis: 'It gets better', measure: 'p99: from 400 ms to 200 ms' },
      });
      const text = entryFiles(repository).find((file) => file.path === path)?.text ?? '';
      const ended = at === 0 ? '' : `concluded: ${addDays(today, -at)}\noutcome: validated\n`;
      const status = at === 0 ? 'running' : 'concluded';
      repository.write(path, text.replace('\n---\n', `\nstatus: ${status}\nstarted: ${date}\n${ended}---\n`));
    }
    repository.commit('Write the log');
  }

  it('answers with one number, which changes when an experiment is concluded by keyboard', async () => {
    writeExperiments();
    await inWindow(repository, {}, async (window) => {
      const frame = await openTrends(window);
      assert.equal(await frame.locator('.number').textContent(), '2');
      await frame
        .getByRole('heading', { level: 1, name: /^2 experiments were concluded in 4 weeks/ })
        .waitFor();
      await window.command('Retrolog: Conclude Experiment…');
      await answer(window, 'number 1', 'number 1');
      await answer(window, 'What came of the experiment?', 'Validated');
      await answer(window, 'What came out?', 'p99 fell to 180 ms.');
      await answer(window, 'What did we learn?', '');
      await frame.getByRole('heading', { level: 1, name: /^3 experiments were concluded/ }).waitFor();
      assert.equal(await frame.locator('.number').textContent(), '3');
      await frame
        .locator('.headline')
        .getByRole('button', { name: /not over: 3 \(0\.6–8\.8\)/ })
        .waitFor();
    });
  });

  it('opens the entries behind a point, by keys alone', async () => {
    writeExperiments();
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      const frame = await openTrends(window);
      await frame.locator('.point').last().waitFor();
      await frame.locator('.keys-button').press('Tab');
      await poll('the last point of the first chart to have the focus', () =>
        frame.evaluate(
          () => document.activeElement === [...document.querySelectorAll('.headline .point')].at(-1),
        ),
      );
      await page.keyboard.press('Enter');
      const list = page.locator('.quick-input-list .monaco-list-row');
      await list.nth(1).waitFor();
      assert.equal(await list.count(), 2);
      await answer(window, '', 'number 3');
      await page.getByRole('tab', { name: /experiment-number-3/ }).waitFor();
      await window.command('View: Open Previous Editor');
      await frame.locator('.number').waitFor();
    });
  });

  it('goes from point to point and chart to chart, opens a table, and lists its keys', async () => {
    writeExperiments();
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      const frame = await openTrends(window);
      const focused = () =>
        frame.evaluate(() => {
          const { key = '', at = '' } = (document.activeElement as HTMLElement | null)?.dataset ?? {};
          return `${key} ${at}`;
        });
      const points = frame.locator('.headline .point');
      const last = (await points.count()) - 1;
      await points.last().focus();
      for (const [key, there] of [
        ['ArrowLeft', `experimentationRate ${last - 1}`],
        ['Home', 'experimentationRate 0'],
        ['ArrowLeft', 'experimentationRate 0'],
        ['End', `experimentationRate ${last}`],
        ['ArrowDown', `experimentFlow ${last}`],
      ] as const) {
        await page.keyboard.press(key);
        await poll(`${there} after ${key}`, async () => (await focused()) === there);
      }
      await page.keyboard.press('t');
      const rows = frame.locator('#table-experimentFlow tbody tr');
      await rows.first().waitFor();
      assert.equal(await rows.count(), last + 1);
      await page.keyboard.press('?');
      await frame.getByRole('dialog', { name: 'Keys' }).waitFor();
      await page.keyboard.press('Escape');
      await frame.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
      assert.equal(await focused(), `experimentFlow ${last}`);
    });
  });

  /** A round of a survey of the team’s own. */
  function writeRound(id: string, daysAgo: number, wording: string, ...means: number[]): void {
    const date = addDays(today, -daysAgo);
    const items = means.map((mean, at) => `  - {id: part-${at + 1}, reversed: false, mean: ${mean}}\n`);
    repository.write(
      `retro/pulses/${id}.md`,
      `---\nid: ${id}\nkind: pulse\ndate: ${date}\nsurvey: pace\nwording: "${wording}"\nscale: {from: 1, to: 4}\nanswers: 8-11\nquestions:\n${items.join('')}---\n\n# Our pace ${id}\n`,
    );
  }

  it('says how a survey is asked, then tells its rounds and what cannot be compared, by keys alone', async () => {
    writeExperiments();
    repository.write(
      'retro/templates/pace.yml',
      'name: Our pace\nwording: "2"\nscale: {from: 1, to: 4, low: never, high: always}\nquestions:\n  - {id: part-1, text: We could go on like this.}\n  - {id: part-2, text: We stop when we are tired.}\n',
    );
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      const frame = await openTrends(window);
      await frame.getByText('No survey was answered yet.').waitFor();
      writeRound('p4ce0001', 120, '1', 1.5, 2);
      writeRound('p4ce0002', 60, '2', 2, 2.5);
      writeRound('p4ce0003', 10, '2', 3, 2.2);
      await frame.getByRole('heading', { name: 'Our pace came to 2.6 of 4; 2.3 the round before' }).waitFor();
      await frame.locator('.survey p').getByText('From 1 (never) to 4 (always).').waitFor();
      await frame.locator('.survey p').getByText('Where the line is broken').waitFor();
      const rounds = frame.locator('.survey .point');
      await rounds.nth(2).waitFor();
      assert.deepEqual(await surveys(frame), [
        [
          'Our pace came to 2.6 of 4; 2.3 the round before',
          'We could go on like this. | 3 | 2',
          'We stop when we are tired. | 2.2 | 2.5',
        ],
      ]);
      assert.equal(
        await frame.locator('.statements .unseen').nth(2).textContent(),
        [60, 10]
          .map((days, at) => `${roundTitle({ date: addDays(today, -days) })}: ${[2, 3][at]}`)
          .join('; '),
      );
      await rounds.last().focus();
      await page.keyboard.press('ArrowLeft');
      await frame.locator('.survey .readout').getByText('2.3 of 4, asked otherwise than before').waitFor();
      await page.keyboard.press('t');
      await frame.locator('.survey details tbody tr').nth(2).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('tab', { name: /p4ce0002/ }).waitFor();
    });
  });

  it('says what to do where there is nothing, and fills itself when there is something', async () => {
    await inWindow(repository, {}, async (window) => {
      await window.command('Retrolog: Show Trends');
      const frame = await window.webview('Trends');
      await frame.getByText('This project has no log yet').waitFor();
      repository.write('retro/retro.yml', '');
      await frame.getByText('The log is empty').waitFor();
      writeExperiments();
      await drawn(frame);
      await frame.getByText('0 of 2', { exact: true }).first().waitFor();
    });
  });

  it('is there again after a reload, with what was chosen', async () => {
    writeExperiments();
    await inWindow(repository, {}, async (window) => {
      const frame = await openTrends(window);
      await choice(frame, 'Period').selectOption({ label: '1 year' });
      await choice(frame, 'By').selectOption({ label: 'Month' });
      await yearByMonths(frame);
      await reloadWindow(window);
      const again = await window.webview('Trends');
      await yearByMonths(again);
      assert.equal(await choice(again, 'By').inputValue(), 'month');
    });
  });

  it('shows the figures that `retrolog trends --json` prints, of the sample and of its parts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'retrolog-sample-'));
    await makeSampleRepository({ folder, seed: 1, until: today });
    const sample = { folder } as GitRepository;
    try {
      await inWindow(sample, {}, async (window) => {
        const frame = await openTrends(window);
        const shown = async () => ({
          value: await frame.locator('.number').textContent(),
          rows: await overview(frame),
          surveys: await surveys(frame),
        });
        assert.deepEqual(await shown(), told(folder));
        assert.equal((await surveys(frame)).length, 2);
        for (const [label, option] of [
          ['Tag', '--tag'],
          ['Area', '--area'],
        ] as const) {
          const select = choice(frame, label);
          const word = (await select.locator('option').nth(1).textContent())?.trim() ?? '';
          await select.selectOption(word);
          const wanted = told(folder, option, word);
          await poll(`the figures of ${word}`, async () => {
            const now = await shown();
            return JSON.stringify(now) === JSON.stringify(wanted);
          }).catch(async () => assert.deepEqual(await shown(), wanted));
          await select.selectOption('');
        }
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says that the history is incomplete in a shallow clone, and shows what entries tell', async () => {
    writeExperiments();
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, '../shallow');
    rmSync(join(repository.folder, '.git'), { recursive: true });
    renameSync(join(repository.base, 'shallow/.git'), join(repository.folder, '.git'));
    await inWindow(repository, {}, async (window) => {
      const frame = await openTrends(window);
      assert.equal(await frame.locator('.number').textContent(), '2');
      const row = frame.locator('.overview tr', { hasText: 'Spread of writing' });
      await row.getByText('history incomplete').waitFor();
      await frame.getByRole('heading', { name: 'Spread of writing: history incomplete' }).waitFor();
      await frame.locator('.notes summary').click();
      await frame.getByText('git fetch --unshallow').waitFor();
    });
  });

  it('shows what entries tell in a restricted workspace, and says why the rest is missing', async () => {
    writeExperiments();
    const server = await startServer({
      version: hostVersion(),
      workspaceTrust: true,
      userSettings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    try {
      await inWindow(
        repository,
        {},
        async (window) => {
          const frame = await openTrends(window);
          assert.equal(await frame.locator('.number').textContent(), '2');
          await frame.getByText('this workspace is restricted, so git is not run').first().waitFor();
          await frame.getByRole('button', { name: 'Manage trust' }).waitFor();
        },
        server,
      );
    } finally {
      await server.stop();
    }
  });

  it('takes no title of an entry for markup [B31] [B35] [B38]', async () => {
    const hostile = '<img src=x onerror=alert(1)></svg>$(bell)';
    writeEntry(repository, 'h3k9q2xd', {
      ...{ kind: 'experiment', title: hostile, date: addDays(today, -40), tags: [hostile] },
      ...{ hypothesis: 'It gets better', measure: 'p99' },
    });
    const [file] = entryFiles(repository);
    const { path = '', text = '' } = file ?? {};
    repository.write(
      path,
      text.replace('\n---\n', `\nstatus: running\nstarted: ${addDays(today, -40)}\n---\n`),
    );
    await inWindow(repository, {}, async (window) => {
      const frame = await openTrends(window);
      await frame.getByRole('button', { name: hostile }).first().waitFor();
      await choice(frame, 'Tag').selectOption(hostile);
      await frame.getByRole('button', { name: hostile }).first().waitFor();
      assert.equal(await frame.locator('img').count(), 0);
    });
  });

  it('has no violation that axe can find, follows the theme, and fits from 320 pixels up', async () => {
    writeExperiments();
    writeRound('p4ce0001', 60, '1', 2, 2.5);
    writeRound('p4ce0002', 10, '2', 3, 2.2);
    const server = await startServer({ version: hostVersion() });
    try {
      await inWindow(repository, { asFolder: false }, lookAtThemes, server);
    } finally {
      await server.stop();
    }
  });
});

async function lookAtThemes(window: EditorWindow): Promise<void> {
  const frame = await openTrends(window);
  await frame.locator('#table-learningRate summary').click();
  for (const theme of themes) {
    await window.setTheme(theme);
    const violations = await window.axe(frame);
    assert.deepEqual(
      violations.map((one) => `${theme}: ${one.id}: ${one.nodes[0]?.html ?? ''}`),
      [],
    );
  }
  await frame.evaluate(() => {
    document.body.style.width = '320px';
  });
  await poll(
    'nothing to be cut at 320 pixels',
    async () => (await cutAt(frame, '.trends *', 321)).length === 0,
  );
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openWindow } from '#host/editorWindow.mjs';
import { launchBrowser } from '#host/launchBrowser.mjs';
import { runInEditor } from '#host/runInEditor.mjs';
import { startServer } from '#host/startServer.mjs';
import { writeCorpus } from '../support/corpus.ts';
import { makeBigHistory } from './bigHistory.ts';
import { median, report } from './claim.ts';
import type { Showing } from './inside/trendsPanel.ts';

const entries = 10_000;
const commits = 20_000;
const rounds = 5;
/** Milliseconds. */
const windowSettles = 5000;
const broken = 'retro/entries/broken.md';

const { repository } = makeBigHistory(commits, 20);
try {
  repository.git('reset', '--quiet', '--hard');
  await writeCorpus(repository.folder, entries);
  keepLog();
  await writeFile(join(repository.folder, broken), 'Without any front matter.\n');
  const showings: Showing[] = [];
  for (let round = 0; round < rounds; round += 1) {
    showings.push(await showInside(repository.folder));
  }
  const blocks = showings.map(({ longestBlock }) => longestBlock);
  const first = await firstCharts(repository.folder);
  report([
    {
      what: `first chart of the trends panel on ${entries} entries, from when its page opened`,
      measured: median(first),
      most: 300,
      unit: 'ms',
    },
    {
      what: `longest time that the extension host was held until all charts and ${commits} commits were read and drawn (${blocks.map(inMilliseconds).join(', ')} ms in ${rounds} windows; all took ${inMilliseconds(median(showings.map(({ showing }) => showing)))} ms)`,
      measured: median(blocks),
      most: 50,
      unit: 'ms',
    },
  ]);
} finally {
  repository.remove();
}

/** Commits the entries some at a time, as a team would. */
function keepLog(): void {
  for (let month = 1; month <= 12; month += 1) {
    const files = `retro/entries/*/*-${String(month).padStart(2, '0')}-*`;
    repository.git('add', '--', files);
    repository.git('commit', '--quiet', '--allow-empty', '--message', `Keep a log of month ${month}`);
  }
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--allow-empty', '--message', 'Keep a log');
}

function inMilliseconds(time: number): string {
  return time.toFixed(0);
}

/** Opens the panel from inside, where it can be seen whether the extension host stands still. */
async function showInside(folder: string): Promise<Showing> {
  const base = await mkdtemp(join(tmpdir(), 'retrolog-panel-'));
  const answer = join(base, 'showing.json');
  try {
    await runInEditor({
      extensionDevelopmentPath: resolve('.'),
      extensionTestsPath: resolve('out/test/bench/inside/runTrendsPanel.js'),
      workspace: folder,
      env: { RETROLOG_ANSWER: answer, RETROLOG_BROKEN: broken },
    });
    return JSON.parse(await readFile(answer, 'utf8')) as Showing;
  } finally {
    await rm(base, { recursive: true });
  }
}

/** Milliseconds from the opening of the panel's page to its first chart, in windows whose index is ready. */
async function firstCharts(folder: string): Promise<readonly number[]> {
  const times: number[] = [];
  const browser = await launchBrowser();
  const server = await startServer({});
  try {
    for (let round = 0; round < rounds; round += 1) {
      const window = await openWindow(browser, server, {
        folder,
        asFolder: true,
        developmentPath: resolve('.'),
      });
      await window.command('Retro: Focus on Log View');
      await window.page.getByRole('tree', { name: 'Log' }).getByRole('treeitem').nth(1).waitFor();
      // A window that has just opened still loads the editor's own extensions; nothing tells when it has.
      await delay(windowSettles);
      await window.command('Retrolog: Show Trends');
      const frame = await window.webview('Trends');
      await frame.locator('svg.chart').first().waitFor();
      times.push(
        await frame.evaluate(() => performance.getEntriesByName('first chart')[0]?.startTime ?? NaN),
      );
      await window.close();
    }
  } finally {
    await server.stop();
    await browser.close();
  }
  return times;
}

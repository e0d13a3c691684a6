import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poll } from '#host/poll.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import { answer, boxOf, inWindow, offer, openLog, prompt, row, succeeds } from './editor.ts';
import { saveAsOffered, written } from './reportEditor.ts';

const command = 'Retrolog: Write a Report…';
const today = (): string => new Date().toISOString().slice(0, 10);

function shop(id: string, title: string): GitRepository {
  const repository = shopRepository();
  const experiment = writeEntry(repository, `${id}a`, {
    kind: 'experiment',
    title,
    date: '2026-03-04',
    hypothesis: 'Fewer peaks',
    measure: 'p99: from 400 ms to 200 ms',
  });
  const text = readFileSync(join(repository.folder, experiment), 'utf8');
  const ended = `status: concluded\nstarted: 2026-03-05\nconcluded: ${today()}\noutcome: validated\n---\n\n# `;
  repository.write(experiment, text.replace('---\n\n# ', ended));
  writeEntry(repository, `${id}b`, { kind: 'action', title: 'Alert on stampedes', date: '2026-03-05' });
  repository.commit('Log');
  return repository;
}

describe('a report', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shop('h3k9q2x', 'Jitter on cache lifetimes');
  });
  afterEach(() => repository.remove());

  it('is written as Markdown by keyboard alone, and shown', async () => {
    await inWindow(repository, {}, async (window) => {
      await window.command(command);
      await answer(window, 'Which days is the report about?', '26 weeks');
      await answer(window, 'What is the report to be?', 'Markdown');
      await saveAsOffered(window, today());
      const text = await written(repository.folder, `report-${today()}.md`);
      assert.match(text, /^\*\*1 experiment was concluded and no learning written down in 26 weeks;/m);
      assert.match(text, /^### \[Jitter on cache lifetimes\]\(retro\/entries\/2026\/[\w-]+\.md\)$/m);
      assert.match(text, /\| \[Alert on stampedes\]\(retro\/[^)]*\) \| \d+ days \|/);
      await window.page.getByRole('tab', { name: new RegExp(`Preview report-${today()}\\.md`) }).waitFor();
      await window.notification('Wrote the report');
    });
  });

  it('is written as a page, for the days since one that is typed; Escape goes one step back', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await window.command(command);
      await answer(window, 'Which days is the report about?', 'Since a day');
      const refused = await offer(window, 'From which day on?', '2026-02-30');
      await page.getByText('Write a day up to today').waitFor();
      await boxOf(refused).press('Escape');
      await answer(window, 'Which days is the report about?', 'Since a day');
      await answer(window, 'From which day on?', '2026-03-01');
      await boxOf(prompt(window, 'What is the report to be?')).press('Escape');
      await answer(window, 'Which days is the report about?', 'The last 13 weeks');
      await answer(window, 'What is the report to be?', 'A web page');
      await saveAsOffered(window, today());
      const text = await written(repository.folder, `report-${today()}.html`);
      assert.match(text, /^<!doctype html>[^]*Jitter on cache lifetimes/);
      await page.getByRole('tab', { name: `report-${today()}.html` }).waitFor();
    });
  });

  it('is about all logs of the window, or those that are left chosen', async () => {
    const other = shop('m2x7k9q', 'Search with synonyms');
    const base = mkdtempSync(join(tmpdir(), 'retrolog-report-'));
    repository.write('retro/retro.yml', 'team: Shop\n');
    other.write('retro/retro.yml', 'team: Search\n');
    try {
      const workspace = join(base, 'both.code-workspace');
      const folders = [repository, other].map(({ folder }) => ({ path: folder }));
      writeFileSync(workspace, JSON.stringify({ folders }));
      await inWindow(undefined, { workspace }, async (window) => {
        await openLog(window);
        await poll('both logs', async () => {
          // A window that opens now and then misses the folders of its workspace, until the file changes.
          writeFileSync(workspace, JSON.stringify({ folders }));
          return succeeds(row(window, /^Search/).waitFor({ timeout: 3000 }));
        });
        await row(window, /^Shop/).waitFor();
        await window.command(command);
        await answer(window, 'Which logs is the report about?', '');
        await answer(window, 'Which days is the report about?', 'The last 13 weeks');
        await answer(window, 'What is the report to be?', 'Markdown');
        await saveAsOffered(window, today());
        const name = `report-${today()}.md`;
        const file = await poll('the report', async () =>
          [repository, other].map(({ folder }) => folder).find((folder) => existsSync(join(folder, name))),
        );
        const text = await written(file, name);
        assert.match(text, /^\*\*2 experiments were concluded/m);
        assert.match(text, /^## Shop$/m);
        assert.match(text, /^## Search$/m);
      });
    } finally {
      other.remove();
      rmSync(base, { recursive: true });
    }
  });
});

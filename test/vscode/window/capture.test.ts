import assert from 'node:assert/strict';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { startServer } from '#host/startServer.mjs';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository, writeEntry } from '../../support/shopRepository.ts';
import {
  captureFrame,
  chooseKind,
  cutAt,
  entryFile,
  entryFiles,
  hostVersion,
  inWindow,
  logged,
  openCapture,
  openLog,
  reloadWindow,
  row,
  textToBe,
  themes,
} from './editor.ts';

describe('the capture view', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
  });
  afterEach(() => repository.remove());

  it('logs an entry by keyboard alone, in its file and in the tree, and takes it back', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openCapture(window);
      const frame = await chooseKind(window, 'Failure');
      await page.keyboard.type('Cache stampede took the shop down\nEverything expired at once.');
      await page.keyboard.press('Control+Enter');
      const { text } = await entryFile(repository, (one) => one.includes('stampede'));
      assert.match(text, /^kind: failure$/m);
      assert.match(text, /^# Cache stampede took the shop down\n\nEverything expired at once\.$/m);
      await row(window, /Failure, Cache stampede/).waitFor();
      await frame.getByText('Logged.').waitFor();
      await textToBe(frame, '');
      await frame.getByRole('button', { name: 'Undo' }).click();
      await poll('the file to be gone', async () => entryFiles(repository).length === 0);
    });
  });

  it('opens by its keys, and offers the commit just made, tags in use and people', async () => {
    writeEntry(repository, 'h3k9q2xa', {
      kind: 'learning',
      title: 'Prices are cents',
      date: '2026-03-04',
      tags: ['money'],
      people: ['Grace'],
    });
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openLog(window);
      await page.locator('.monaco-workbench').click({ position: { x: 700, y: 400 } });
      await page.keyboard.press('Control+k');
      await page.keyboard.press('l');
      const frame = await captureFrame(window);
      await page.keyboard.type('Retries need a limit');
      const sha = repository.commit(
        'Limit retries',
        { 'src/retry.ts': 'export const most = 3;\n' },
        { at: new Date().toISOString() },
      );
      await frame.getByRole('button', { name: /Just committed: Limit retries/ }).click();
      const tags = frame.getByRole('combobox', { name: 'Tags' });
      await tags.fill('mon');
      await frame.getByRole('option', { name: 'money' }).waitFor();
      await tags.press('ArrowDown');
      await tags.press('Enter');
      await tags.press('Control+Enter');
      // What git takes its time to say of the commit is written when it is known.
      const { text } = await entryFile(repository, (one) => /Retries/.test(one) && /^ {4}patch: /m.test(one));
      assert.match(text, /tags: \[money\]/);
      assert.ok(text.includes(`sha: "${sha}"`), text);
      assert.match(text, /subject: Limit retries/);
      assert.match(text, /src\/retry\.ts/);
      assert.match(text, /^    patch: "[0-9a-f]{40}"$/m);
    });
  });

  it('plans an experiment with its measure, its timebox and its owner', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openCapture(window);
      const frame = await chooseKind(window, 'Experiment');
      await page.keyboard.type('Pair on reviews');
      await frame.getByRole('textbox', { name: 'Hypothesis' }).fill('Reviews take a day less');
      await frame.getByRole('textbox', { name: 'Measure' }).fill('Days to merge: from 3 to 2');
      await frame.getByLabel('Timebox').fill('2026-12-18');
      await frame.getByRole('combobox', { name: 'Owner' }).fill('Grace');
      await page.keyboard.press('Control+Enter');
      const { text } = await entryFile(repository, (one) => one.includes('Pair on reviews'));
      assert.match(text, /^timebox: 2026-12-18\nowner: Grace$/m);
      assert.match(
        text,
        /## Hypothesis\n\nReviews take a day less\n\n## Measure\n\nDays to merge: from 3 to 2\n$/,
      );
    });
  });

  it('keeps what was typed over a reload and a closed side bar, and gives back what was thrown away', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      const typed = 'A thought that is not finished';
      await openCapture(window);
      await page.keyboard.type(typed);
      await window.command('View: Toggle Primary Side Bar Visibility');
      const again = await openCapture(window);
      await textToBe(again, typed);
      await reloadWindow(window);
      const reloaded = await openCapture(window);
      await textToBe(reloaded, typed);
      await reloaded.getByRole('button', { name: 'Throw away' }).click();
      await reloaded.getByText('Thrown away.').waitFor();
      await textToBe(reloaded, '');
      await reloaded.getByRole('button', { name: 'Undo' }).click();
      await textToBe(reloaded, typed);
      assert.deepEqual(entryFiles(repository), []);
    });
  });

  it('shows what is in the draft while it is being logged, and gives the next one what is chosen meanwhile', async () => {
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openCapture(window);
      const frame = await chooseKind(window, 'Experiment');
      await page.keyboard.type('Pair on reviews');
      await textToBe(frame, 'Pair on reviews');
      assert.deepEqual(await frame.evaluate(chooseWhileLogging), ['experiment', '']);
      await logged(frame);
      await frame.getByRole('radio', { name: 'Failure', checked: true }).waitFor();
      const { text } = await entryFile(repository, (one) => one.includes('Pair on reviews'));
      assert.match(text, /^kind: experiment$/m);
      assert.doesNotMatch(text, /too late/);
    });
  });

  it('says that a few words are needed, and keeps everything else', async () => {
    await inWindow(repository, {}, async (window) => {
      const frame = await openCapture(window);
      await window.page.keyboard.press('Control+Enter');
      await frame.getByRole('alert').getByText('Write a few words first.').waitFor();
      assert.deepEqual(entryFiles(repository), []);
    });
  });

  it('shows an earlier failure that resembles the one being written, what was learned then, and links it', async () => {
    writeStampede(repository);
    await inWindow(repository, {}, async (window) => {
      const { page } = window;
      await openCapture(window);
      const frame = await chooseKind(window, 'Failure');
      await page.keyboard.type('Product pages gone after midnight');
      const earlier = frame.getByRole('region', { name: 'Earlier failures' });
      assert.equal(await earlier.getByRole('listitem').count(), 0);
      await page.keyboard.type(': the cached pages had one lifetime');
      await frame.getByText('Something like this happened before').waitFor();
      await earlier.getByText('Mar 4, 2026 · In common: “Product”, “pages”, “cached”').waitFor();
      await earlier.getByRole('button', { name: 'Spread the lifetimes' }).waitFor();
      await earlier.getByRole('button', { name: 'This follows from it' }).click();
      await earlier.getByText('This one follows from it.').waitFor();
      await page.keyboard.press('Control+Enter');
      const { text } = await entryFile(repository, (one) => one.includes('midnight'));
      assert.match(text, /^links: \[k3f9q2xa\]$/m);
      await frame.getByText('Something like this happened before').waitFor({ state: 'detached' });
      await row(window, /Failure, Cache stampede/).waitFor();
      await page.keyboard.type('Again all cached product pages expired at once');
      await earlier.getByRole('button', { name: 'Cache stampede took the shop down' }).click();
      await page.getByRole('tab', { name: /cache-stampede/ }).waitFor();
    });
  });

  it('[B31] [B38] shows hostile text as text, in the view and in the tree', async () => {
    const title = '<img src=x onerror=alert(1)> $(trash) [x](command:workbench.action.closeWindow)';
    writeEntry(repository, 'h3k9q2xa', { kind: 'learning', title, date: '2026-03-04', tags: ['<b>tag</b>'] });
    await inWindow(repository, {}, async (window) => {
      const frame = await openCapture(window);
      await row(window, /2|Mar/).first().waitFor();
      await window.page.getByRole('tree', { name: 'Log' }).getByText(title).waitFor();
      await frame.getByRole('combobox', { name: 'Follows from' }).fill('img');
      await frame.getByRole('option').filter({ hasText: '<img src=x' }).waitFor();
      assert.equal(await frame.locator('img').count(), 0);
    });
  });

  it('has no violation that axe can find, follows the theme and fits into 200 pixels', async () => {
    writeStampede(repository);
    // A server of its own: the themes of a window are remembered by the server that has shown it.
    const server = await startServer({ version: hostVersion() });
    try {
      await inWindow(repository, { asFolder: false }, lookAtThemes, server);
    } finally {
      await server.stop();
    }
  });
});

/** A failure, and what was learned from it. */
function writeStampede(repository: GitRepository): void {
  writeEntry(repository, 'k3f9q2xa', {
    kind: 'failure',
    title: 'Cache stampede took the shop down',
    date: '2026-03-04',
    body: 'All cached product pages expired in the same second.',
  });
  writeEntry(repository, 'm2x7k9qa', {
    kind: 'learning',
    title: 'Spread the lifetimes of what is cached',
    date: '2026-03-06',
    links: ['k3f9q2xa'],
  });
}

/** In one turn of the page, so that nothing can be logged in between. Gives the kind and the hypothesis that show then. */
function chooseWhileLogging(): readonly (string | undefined)[] {
  const keys = { key: 'Enter', ctrlKey: true, bubbles: true, composed: true };
  document.querySelector('#text')?.dispatchEvent(new KeyboardEvent('keydown', keys));
  const hypothesis = document.querySelector<HTMLTextAreaElement>('.section');
  if (hypothesis !== null) {
    hypothesis.value = 'too late';
    hypothesis.dispatchEvent(new Event('input'));
  }
  document.querySelector<HTMLInputElement>('input[value=failure]')?.click();
  return [document.querySelector<HTMLInputElement>('[name=kind]:checked')?.value, hypothesis?.value];
}

async function lookAtThemes(window: EditorWindow): Promise<void> {
  await openCapture(window);
  await chooseKind(window, 'Failure');
  await window.page.keyboard.type('All cached product pages expired again');
  for (const theme of themes) {
    await window.setTheme(theme);
    const frame = await openCapture(window);
    await frame.getByText('Something like this happened before').waitFor();
    const violations = await window.axe(frame);
    assert.deepEqual(
      violations.map((one) => `${theme}: ${one.id}: ${one.nodes[0]?.html ?? ''}`),
      [],
    );
  }
  const frame = await openCapture(window);
  await frame.evaluate(() => {
    document.body.style.width = '200px';
  });
  await poll(
    'nothing to be cut at 200 pixels',
    async () => (await cutAt(frame, '.capture *', 201)).length === 0,
  );
}

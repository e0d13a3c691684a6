import assert from 'node:assert/strict';
import type { EditorWindow } from '#host/editorWindow.mjs';
import { poll } from '#host/poll.mjs';
import { type CodeScene, codeScene } from '../../support/codeScene.ts';
import { cartFile, writeEntry } from '../../support/shopRepository.ts';
import { clickLens, follow, goToLine, hoverOver, lens, menuLeadsTo, menuOf, openFile } from './codeEditor.ts';
import { hoverOverRow, inWindow, openFromRow, openLog, row, succeeds, dayOf2026 } from './editor.ts';

/** The titles of the rows below the heading about the open file, in their order. */
async function aboutFile(window: EditorWindow): Promise<string[]> {
  const rows = window.page.getByRole('tree', { name: 'Log' }).getByRole('treeitem');
  const labels = await rows.evaluateAll((items) =>
    items.map((item) => item.getAttribute('aria-label') ?? ''),
  );
  const start = labels.findIndex((label) => label.startsWith('About '));
  const end = labels.findIndex((label, at) => at > start && !/^(Failure|Learning|Win),/.test(label));
  return labels.slice(start + 1, end === -1 ? undefined : end);
}

describe('the log where the code is', () => {
  let scene: CodeScene;
  beforeEach(() => {
    scene = codeScene();
  });
  afterEach(() => scene.repository.remove());

  it('announces an entry above the line that it names and above those of its commit, and opens it', async () => {
    await inWindow(scene.repository, {}, async (window) => {
      await openFile(window, cartFile);
      await lens(window, 'Learning: Sixty seconds are enough').waitFor();
      await lens(window, 'Failure: Rounding twice lost a cent').first().waitFor();
      const hover = await hoverOver(window, 'round', 'Rounding twice lost a cent');
      assert.match(await hover.innerText(), /Failure · Mar 5, 2026[^]*Now one of them does\./);
      assert.doesNotMatch(await hover.innerText(), /Ada/);
      await hover.getByText('Open the entry').click();
      await window.page.getByRole('tab', { name: /rounding-twice/ }).waitFor();
      await openFile(window, cartFile);
      const tab = window.page.getByRole('tab', { name: /sixty-seconds/ });
      await clickLens(window, 'Learning: Sixty', tab);
    });
  });

  it('follows the lines while they are typed, and knows nothing of new ones', async () => {
    await inWindow(scene.repository, {}, async (window) => {
      const { page } = window;
      await openFile(window, cartFile);
      await lens(window, 'Learning: Sixty').waitFor();
      await goToLine(window, 3);
      await page.keyboard.type('let fresh;\n');
      const top = async (text: string) => (await lens(window, text).first().boundingBox())?.y ?? 0;
      const line = page.locator('.view-line').filter({ hasText: 'ttl' });
      await poll('the announcement to stand above its line again', async () => {
        const below = ((await line.boundingBox())?.y ?? 0) - (await top('Learning: Sixty'));
        return below > 0 && below < 25;
      });
      await goToLine(window, 4);
      await page.keyboard.press('Control+Shift+K');
      await lens(window, 'Learning: Sixty').waitFor({ state: 'detached' });
    });
  });

  it('is silent where the settings say so', async () => {
    const set = (settings: object) =>
      scene.repository.write('.vscode/settings.json', JSON.stringify(settings));
    set({ 'retrolog.codeLens': 'off', 'retrolog.hover': false });
    await inWindow(scene.repository, {}, async (window) => {
      await openFile(window, cartFile);
      await openLog(window);
      await row(window, /About cart\.ts/).waitFor();
      assert.equal(await lens(window, 'Learning').count(), 0);
      set({ 'retrolog.codeLens': 'on', 'retrolog.hover': false });
      await lens(window, 'Learning: Sixty').waitFor();
      const hover = await hoverOver(window, 'round', 'Math');
      assert.doesNotMatch(await hover.innerText(), /Rounding twice/);
      set({ 'retrolog.codeLens': 'off' });
      await lens(window, 'Learning: Sixty').waitFor({ state: 'detached' });
    });
  });

  it('[B36] [B37] makes no link and no command of what an entry is called', async () => {
    const title =
      '[a](command:workbench.action.quit) <command:workbench.action.quit> $(zap) **b** <b>c</b> &lt;';
    writeEntry(scene.repository, 'h3k9q2xd', {
      kind: 'win',
      title,
      body: '<command:workbench.action.quit>\n[x](command:workbench.action.quit) ![i](https://example.com/i.png)',
      date: '2026-03-09',
      code: [{ path: cartFile, line: 7, text: 'return Math.round(sum * 100) / 100;' }],
    });
    await inWindow(scene.repository, {}, async (window) => {
      await openFile(window, cartFile);
      await lens(window, `Win: ${title.slice(0, 70)}`).waitFor();
      const hover = await hoverOver(window, 'round', '[a](command:');
      assert.match(
        await hover.innerText(),
        /<command:workbench\.action\.quit> \$\(zap\) \*\*b\*\* <b>c<\/b> &lt;/,
      );
      const links = hover.locator('a');
      const targets = await links.evaluateAll((all) => all.map((one) => one.getAttribute('data-href') ?? ''));
      assert.ok(targets.length > 0);
      assert.ok(
        targets.every((target) => /^(file|vscode-remote):.*\.md$/.test(target)),
        targets.join(),
      );
      assert.equal(await hover.locator('img').count(), 0);
    });
  });

  it('lists what is about the file, at the cursor first, and says what moved and what is gone', async () => {
    await inWindow(scene.repository, {}, async (window) => {
      const { page } = window;
      await openFile(window, cartFile);
      await openLog(window);
      await row(window, /About cart\.ts/).waitFor();
      const wanted = [
        // The one whose commit the cursor’s line is from.
        `Failure, Rounding twice lost a cent, here · ${dayOf2026('Mar 5')}`,
        `Win, No more floats, gone · ${dayOf2026('Mar 7')}`,
        `Learning, Sixty seconds are enough, moved to line 3 · ${dayOf2026('Mar 6')}`,
      ];
      await poll(
        'three entries in their order',
        async () => (await aboutFile(window)).join() === wanted.join(),
      ).catch(async () => assert.deepEqual(await aboutFile(window), wanted));
      await page.locator('.view-line').filter({ hasText: 'ttl' }).click();
      await poll('the entry at the cursor to come first', async () =>
        (await aboutFile(window))[0]?.startsWith('Learning, Sixty seconds are enough, here, moved'),
      );
      await page.keyboard.press('Home');
      await page.keyboard.type('let fresh;\n');
      await poll('unsaved text to count', async () =>
        (await aboutFile(window)).includes(
          `Learning, Sixty seconds are enough, here, moved · ${dayOf2026('Mar 6')}`,
        ),
      );
      await goToLine(window, 3);
      await poll('nothing to be about a line that was just typed', async () =>
        (await aboutFile(window))
          .join()
          .startsWith(
            `Win, No more floats, gone · ${dayOf2026('Mar 7')},Learning, Sixty seconds are enough, moved to line 4`,
          ),
      );
    });
  });

  it('goes to the line where it is now', async () => {
    await inWindow(scene.repository, {}, async (window) => {
      await openFile(window, cartFile);
      await openLog(window);
      await row(window, /About cart\.ts/).waitFor();
      const line = window.page.getByText('Ln 3, Col 1');
      await menuLeadsTo(window, /Learning, Sixty/, 'Go to Its Place in the Code', line);
      await row(window, /Learning, Sixty seconds are enough, here, moved/).waitFor();
      await menuOf(window, /Win, No more floats/, 'Go to Its Place in the Code');
      await window.notification('The line that the entry names is not in this file any more.');
    });
  });

  it('opens the changes of an entry’s commit in the editor’s own view', async () => {
    await inWindow(scene.repository, {}, async (window) => {
      await openLog(window);
      await openFromRow(window, /Rounding twice/, /rounding-twice/);
      await menuOf(window, /Rounding twice/, 'Show Commit…');
      await window.page.getByRole('tab', { name: /Round the total/ }).waitFor();
      await window.page.locator('.multiDiffEntry, .multi-diff-editor, .monaco-diff-editor').first().waitFor();
      await window.page.locator('.view-line').filter({ hasText: 'return prices.reduce' }).first().waitFor();
      await window.page.locator('.view-line').filter({ hasText: 'return Math.round' }).first().waitFor();
    });
  });

  it('opens a commit on the host that the repository is fetched from, without the password', async () => {
    scene.repository.git('remote', 'add', 'origin', 'https://ada:secret@github.com/us/shop.git');
    await inWindow(scene.repository, {}, async (window) => {
      await openLog(window);
      await openFromRow(window, /Rounding twice/, /rounding-twice/);
      await window.command('Retrolog: Open Commit on Its Host');
      const dialog = window.page.locator('.monaco-dialog-box');
      await dialog.filter({ hasText: 'github.com/us/shop/commit' }).waitFor();
      assert.doesNotMatch(await dialog.innerText(), /secret|ada/);
    });
  });

  it('counts a commit whose message names an entry: in its tooltip, about its files, and for its diff', async () => {
    writeEntry(scene.repository, 'h3k9q2xd', { kind: 'win', title: 'Paid in a second', date: '2026-03-09' });
    const sha = scene.repository.commit(
      'Pay faster\n\nCloses the gap. Retro: h3k9q2xd\n',
      { 'src/pay.ts': 'export const pay = 1;\n' },
      { at: '2026-03-09T09:00:00Z' },
    );
    await inWindow(scene.repository, {}, async (window) => {
      const { page } = window;
      await openFile(window, 'src/pay.ts');
      await lens(window, 'Win: Paid in a second').waitFor();
      await openLog(window);
      await row(window, /^About pay\.ts/).waitFor();
      const entry = row(window, /Win, Paid in a second/).first();
      const hover = await hoverOverRow(window, entry, 'Pay faster');
      assert.match(
        (await hover.innerText()).replace(/\s+/g, ' '),
        /Pay faster \(its message names the entry\)/,
      );
      await menuOf(window, /Win, Paid in a second/, 'Show Commit…');
      await page.getByRole('tab', { name: new RegExp(`^${sha.slice(0, 8)} Pay faster`) }).waitFor();
    });
  });

  it('names an entry in the commit message, once', async () => {
    await inWindow(scene.repository, {}, async (window) => {
      const { page } = window;
      await openLog(window);
      await menuOf(window, /Rounding twice/, 'Mention Entry in Commit Message');
      const message = page.locator('.scm-editor').filter({ hasText: 'Retro: h3k9q2xa' });
      await message.waitFor();
      await openLog(window);
      await openFromRow(window, /Rounding twice/, /rounding-twice/);
      await window.command('Retrolog: Mention Entry in Commit Message');
      await message.waitFor();
      assert.equal((await message.innerText()).match(/Retro:/g)?.length, 1);
    });
  });
});

describe('the log in Markdown', () => {
  let scene: CodeScene;
  beforeEach(() => {
    scene = codeScene();
    scene.repository.write(
      'docs/notes.md',
      `# Notes\n\nSince ${scene.rounding.slice(0, 8)} all is well, see h3k9q2xb.\nNot deadbeef, not h3k9q2xz.\n`,
    );
  });
  afterEach(() => scene.repository.remove());

  it('links commits and entries, with a hover that tells what they are and never whose', async () => {
    await inWindow(scene.repository, {}, async (window) => {
      const { page } = window;
      await openFile(window, 'docs/notes.md');
      const links = page.locator('.detected-link');
      await poll('two links', async () => (await links.count()) >= 2);
      assert.equal((await links.allInnerTexts()).join(' '), `${scene.rounding.slice(0, 8)} h3k9q2xb`);
      const commit = await hoverOver(window, scene.rounding.slice(0, 8), 'Round the total');
      assert.match(
        await commit.innerText(),
        /Round the total\s+[0-9a-f]{8} · Jan 5, 2026\s+src\/cart\.ts\s+Failure: Rounding/,
      );
      assert.doesNotMatch(await commit.innerText(), /Ada/);
      await hoverOver(window, 'h3k9q2xb', 'Sixty seconds are enough');
      await page.keyboard.press('Escape');
      await page.mouse.move(5, 5);
      await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
      await follow(window, 'h3k9q2xb');
      await page.getByRole('tab', { name: /sixty-seconds/ }).waitFor();
      await openFile(window, 'docs/notes.md');
      await follow(window, scene.rounding.slice(0, 8));
      await page.getByRole('tab', { name: /Round the total/ }).waitFor();
    });
  });

  it('completes both in a text, by the beginning of a word', async () => {
    await inWindow(scene.repository, {}, async (window) => {
      const { page } = window;
      const complete = async (typed: string, name: string, written: string): Promise<void> => {
        const offered = page.locator('.suggest-widget:visible .monaco-list-row').filter({ hasText: name });
        await page.keyboard.type(typed);
        await poll(`${name} to be offered`, async () => {
          await page.keyboard.press('Control+Space');
          return succeeds(offered.first().waitFor({ timeout: 3000 }));
        });
        await offered.first().click();
        await page.locator('.view-line').filter({ hasText: written }).waitFor();
      };
      await openFile(window, 'docs/notes.md');
      await goToLine(window, 2);
      await complete('As sixty', 'Sixty seconds are enough', 'As h3k9q2xb');
      await complete(' and round', 'Round the total', `As h3k9q2xb and ${scene.rounding.slice(0, 12)}`);
      await complete('\nRetro: ', 'No more floats', 'Retro: h3k9q2xc');
    });
  });

  it('completes ids by their titles and hashes by their subjects', async () => {
    scene.repository.write(
      'retro/entries/2026/by-hand.md',
      '---\nid: h3k9q2xe\nkind: win\ndate: 2026-03-08\nlinks: []\ncommits:\n  - sha: \n---\n\n# By hand\n',
    );
    await inWindow(scene.repository, {}, async (window) => {
      const { page } = window;
      const pick = async (text: string): Promise<void> => {
        const suggestion = page.locator('.suggest-widget .monaco-list-row').filter({ hasText: text });
        await poll(`${text} to be offered`, async () => {
          await page.keyboard.press('Control+Space');
          return suggestion
            .first()
            .waitFor({ timeout: 3000 })
            .then(
              () => true,
              () => page.keyboard.press('Escape').then(() => false),
            );
        });
        await suggestion.first().click();
      };
      await openFile(window, 'retro/entries/2026/by-hand.md');
      await goToLine(window, 5);
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      await pick('Sixty seconds are enough');
      await page.locator('.view-line').filter({ hasText: 'links: [h3k9q2xb]' }).waitFor();
      await goToLine(window, 7);
      await page.keyboard.press('End');
      await pick('Round the total');
      await page
        .locator('.view-line')
        .filter({ hasText: `sha: "${scene.rounding}"` })
        .waitFor();
    });
  });
});

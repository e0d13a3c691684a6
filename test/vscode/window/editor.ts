import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import type { Browser, Frame, Locator } from 'playwright-core';
import { type EditorWindow, openWindow, type WindowOptions } from '#host/editorWindow.mjs';
import { launchBrowser } from '#host/launchBrowser.mjs';
import { clickNoted, noteClicks } from '#host/clickNotes.mjs';
import { poll } from '#host/poll.mjs';
import { type Server, startServer } from '#host/startServer.mjs';
import { systemClock } from '../../../src/node/systemClock.ts';
import { filesBelow, textIfThere } from '../../support/filesBelow.ts';
import type { GitRepository } from '../../support/gitRepository.ts';

let browser: Browser | undefined;
let server: Server | undefined;
let failures = 0;

/** One browser and one server for all tests; each test has a window of its own. */
export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    this.timeout(600_000);
    browser = await launchBrowser();
    // What nobody called for comes when its time is there, and would move the rows of a test that is about others.
    server = await startServer({ version: hostVersion(), userSettings: { 'retrolog.quiet': true } });
  },
  async afterAll(): Promise<void> {
    await browser?.close();
    await server?.stop();
  },
};

export function hostVersion(): 'newest' | 'floor' {
  return process.env['RETROLOG_HOST'] === 'floor' ? 'floor' : 'newest';
}

/** The browser that all tests share, for those that need a server of another kind. */
export function sharedBrowser(): Browser {
  assert.ok(browser, 'The browser is started before the tests.');
  return browser;
}

/**
 * Opens a window on a repository, or on no folder, runs a test in it, and closes it. What a failed test saw is
 * kept as `out/failed-in-window-N.png`.
 */
export async function inWindow(
  repository: GitRepository | undefined,
  options: WindowOptions,
  test: (window: EditorWindow) => Promise<void>,
  on: Server | undefined = server,
): Promise<void> {
  assert.ok(on);
  const folder = repository === undefined ? {} : { folder: repository.folder };
  const window = await openWindow(sharedBrowser(), on, {
    ...folder,
    asFolder: true,
    developmentPath: resolve('.'),
    ...options,
  });
  try {
    await test(window);
    assert.deepEqual(window.cspErrors, []);
  } catch (error) {
    failures += 1;
    await window.screenshot(`out/failed-in-window-${failures}.png`);
    throw new Error(`${messageOf(error)}\n${await inSight(window)}`, { cause: error });
  } finally {
    await window.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a window shows that a test may not have waited for, for machines that keep no pictures. */
async function inSight(window: EditorWindow): Promise<string> {
  const { page } = window;
  const parts = {
    tabs: '.tab[role="tab"]:visible',
    dialog: '.monaco-dialog-box:visible',
    prompt: '.quick-input-widget:visible',
    menu: '.context-view .monaco-menu:visible',
    focus: ':focus',
  };
  const said = Object.entries(parts).map(async ([part, selector]) => {
    const texts = await page.locator(selector).allInnerTexts();
    return texts.map((text) => `${part}: ${text.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
  });
  const seen = (await Promise.all(said)).flat();
  // They are out of sight until they are asked for.
  const notified = await window.notifications().catch(() => []);
  return ['In sight:', ...seen, ...notified.map((text) => `notified: ${text}`)].join('\n  ');
}

/** One theme of each kind there is. */
export const themes = [
  ...(hostVersion() === 'newest' ? ['Dark 2026', 'Light 2026'] : ['Dark Modern', 'Light Modern']),
  'Default High Contrast',
  'Default High Contrast Light',
];

/** What in a page reaches over an edge on the right. */
export function cutAt(frame: Frame, among: string, edge: number): Promise<string[]> {
  return frame.evaluate(
    ([selector, right]) =>
      [...document.querySelectorAll(selector)]
        .filter(
          (one) =>
            one.checkVisibility() &&
            one.getBoundingClientRect().right > right &&
            getComputedStyle(one).position !== 'absolute',
        )
        .map((one) => one.outerHTML.slice(0, 100)),
    [among, edge] as const,
  );
}

/** Opens the capture view and returns its frame, when the text can be typed. */
export async function openCapture(window: EditorWindow): Promise<Frame> {
  await window.command('Retrolog: Log Something');
  return captureFrame(window);
}

/** The frame of the capture view, when its text has the focus and can be written. */
export async function captureFrame(window: EditorWindow): Promise<Frame> {
  return poll('the capture view to take the focus', async () => {
    const frame = await window.webview('Log an entry');
    const ready = await textOf(frame)
      .evaluate((box) => {
        const root = box.getRootNode() as ShadowRoot | Document;
        return document.hasFocus() && root.activeElement === box && !(box as HTMLTextAreaElement).readOnly;
      })
      .catch(() => false);
    return ready ? frame : undefined;
  });
}

/** Chooses a kind by its letter, and comes back to the text: by keys, each given to what has to have the focus. */
export async function chooseKind(window: EditorWindow, kind: string): Promise<Frame> {
  const frame = await captureFrame(window);
  const focused = frame.getByRole('radio').and(frame.locator(':focus'));
  await poll('the kinds to take the focus', async () => {
    // While the view comes up, its text may take the focus once more.
    await textOf(frame).press('Shift+Tab');
    return succeeds(focused.press(kind.slice(0, 1).toLowerCase(), { timeout: 3000 }));
  });
  await frame.getByRole('radio', { name: kind, checked: true }).waitFor();
  return captureFrame(window);
}

/** Resolves when the page says that an entry is logged: until then, the extension may look at the clock. */
export function logged(frame: Frame): Promise<void> {
  return frame.getByText('Logged.').waitFor();
}

/** The box for the text of an entry. */
export function textOf(frame: Frame): Locator {
  return frame.getByRole('textbox', { name: 'What happened' });
}

/** Waits for the text of an entry to be this; otherwise says what it was. */
export async function textToBe(frame: Frame, text: string): Promise<void> {
  let seen: string | undefined;
  try {
    await poll('a text', async () => {
      seen = await textOf(frame).inputValue();
      return seen === text;
    });
  } catch (error) {
    throw new Error(`The text is ${JSON.stringify(seen)}, not ${JSON.stringify(text)}.`, { cause: error });
  }
}

/**
 * Reloads a window as a person does, and waits until the page of before is gone. A reload of the browser's own could
 * overtake what the editor is still storing.
 */
export async function reloadWindow(window: EditorWindow): Promise<void> {
  const { page } = window;
  await page.evaluate(() => {
    document.body.dataset['before'] = 'true';
  });
  await window.command('Developer: Reload Window');
  const fresh = page.locator('body:not([data-before]) .monaco-workbench .part.statusbar');
  await fresh.waitFor();
}

/** Shows the log view and gives it the focus; a key that is pressed next is the view's. */
export function openLog(window: EditorWindow): Promise<void> {
  return focusOn(window, 'Log');
}

/** The same for any view of the side bar. While it is shown, the focus goes here and there: it must have come to rest. */
export async function focusOn(window: EditorWindow, name: 'Log' | 'Open Work'): Promise<void> {
  await poll(`the view ${name} to take the focus`, async () => {
    await window.command(`Retro: Focus on ${name} View`);
    return window.page.evaluate(keepsFocus, `${name} Section`);
  });
}

/** Folds views of the side bar away, so that others have their room. Says whether one was unfolded. */
export async function foldAway(
  window: EditorWindow,
  ...names: readonly ('Capture' | 'Log')[]
): Promise<boolean> {
  let folded = false;
  for (const name of names) {
    const unfolded = window.page.locator(`.pane-header.expanded[aria-label="${name} Section"]`);
    await poll(`the view ${name} to be folded away`, async () => {
      if (!(await unfolded.isVisible())) {
        return true;
      }
      folded = true;
      // On its title: the buttons beside it do other things.
      await succeeds(unfolded.click({ position: { x: 30, y: 8 }, timeout: 3000 }));
      return succeeds(unfolded.waitFor({ state: 'detached', timeout: 3000 }));
    });
  }
  return folded;
}

/** Whether a view has the focus for a while, and gets it soon if it has not: counted in what the window draws. */
function keepsFocus(paneLabel: string): Promise<boolean> {
  return new Promise((resolve) => {
    let kept = 0;
    let drawn = 0;
    const look = (): void => {
      const pane = document.activeElement?.closest('.pane');
      kept = pane?.querySelector('.pane-header')?.ariaLabel === paneLabel ? kept + 1 : 0;
      drawn += 1;
      if (kept === 15 || drawn === 120) {
        resolve(kept === 15);
      } else {
        requestAnimationFrame(look);
      }
    };
    look();
  });
}

/** A day of 2026 as rows say it: the year only where it is not this one. */
export function dayOf2026(day: string): string {
  return systemClock.today().startsWith('2026') ? day : `${day}, 2026`;
}

/** A row of the log view. */
export function row(window: EditorWindow, name: string | RegExp): Locator {
  return window.page.getByRole('tree', { name: 'Log' }).getByRole('treeitem', { name });
}

/**
 * Opens a row that holds others. A tree that is drawn anew while a row opens may forget that it was clicked, so it is
 * clicked until it is open, as a person would; a click that was heard is waited for, since a second one would close it.
 */
export async function openRow(window: EditorWindow, name: string | RegExp): Promise<void> {
  const closed = row(window, name).and(window.page.locator('[aria-expanded="false"]'));
  const open = row(window, name).and(window.page.locator('[aria-expanded="true"]'));
  await poll(`the row ${name} to open`, async () => {
    return (await closed.isVisible())
      ? clickOnce(window, closed, open)
      : succeeds(open.waitFor({ timeout: 3000 }));
  });
}

/** Opens what a row is of, in the tab of that name: clicked until it is open, as `openRow` does. */
export function openFromRow(
  window: EditorWindow,
  name: string | RegExp,
  tabName: string | RegExp,
): Promise<void> {
  const tab = window.page.getByRole('tab', { name: tabName, selected: true });
  return clickUntil(window, row(window, name), tab);
}

/**
 * Clicks a row until that is there to which it leads. A tree that is drawn anew under the mouse may not hear of a
 * click; one that was heard is waited for, since a second one would do it twice.
 */
export async function clickUntil(window: EditorWindow, target: Locator, outcome: Locator): Promise<void> {
  await poll(`${String(target)} to lead to ${String(outcome)}`, () => clickOnce(window, target, outcome));
}

/** Whether a click leads there; it is waited for longer where the click was heard. */
async function clickOnce(window: EditorWindow, target: Locator, outcome: Locator): Promise<boolean> {
  await noteClicks(window.page);
  await succeeds(target.click({ timeout: 3000 }));
  const heard = (await clickNoted(window.page)) !== '';
  return succeeds(outcome.waitFor({ timeout: heard ? 15_000 : 3000 }));
}

/** Rests the mouse on a row until it says this; a row that is drawn anew meanwhile has to be hovered over again. */
export async function hoverOverRow(window: EditorWindow, target: Locator, said: string): Promise<Locator> {
  const { page } = window;
  const hover = page.locator('.workbench-hover, .monaco-hover').filter({ hasText: said });
  await poll(`the hover over ${String(target)}`, async () => {
    await page.mouse.move(5, 5);
    return (
      (await succeeds(target.hover({ timeout: 5000 }))) &&
      (await succeeds(hover.first().waitFor({ timeout: 5000 })))
    );
  });
  return hover.first();
}

/** Puts the focus on a row of the log view by arrow keys alone, which selects nothing. */
export async function focusOnRow(window: EditorWindow, name: RegExp): Promise<void> {
  await openLog(window);
  await window.page.keyboard.press('Home');
  const rows = window.page.getByRole('tree', { name: 'Log' }).locator('.monaco-list-row');
  const focused = rows.and(window.page.locator('.focused'));
  let last: string | null | undefined;
  await poll(`the focus to be on ${name}`, async () => {
    // A row that is out of sight is not there.
    const looks = await row(window, name)
      .getAttribute('class', { timeout: 1000 })
      .catch(() => null);
    if (looks?.includes('focused') === true) {
      return true;
    }
    const before = await focused.getAttribute('aria-label', { timeout: 1000 }).catch(() => undefined);
    // From the end it begins anew: the row may have come in above the focus.
    await window.page.keyboard.press(before !== undefined && before === last ? 'Home' : 'ArrowDown');
    last = before;
    return false;
  });
}

/** The one file of the log whose text passes, waited for. */
export function entryFile(
  repository: GitRepository,
  wanted: (text: string) => boolean,
): Promise<{ path: string; text: string }> {
  return poll('an entry to be written', async () => {
    const [found] = entryFiles(repository).filter((file) => wanted(file.text));
    return found;
  });
}

export function entryFiles(repository: GitRepository): { path: string; text: string }[] {
  const folder = join(repository.folder, 'retro/entries');
  return filesBelow(folder)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => {
      const text = textIfThere(join(folder, name));
      return text === undefined ? [] : [{ path: `retro/entries/${name}`, text }];
    });
}

/**
 * Chooses an item of the context menu of something. A menu is deaf to clicks for its first tenth of a second, and
 * closes when a window that is still starting takes the focus: so it is opened until an item was clicked that heard it.
 * A click that a busy window reports too late is one all the same.
 */
export async function chooseInMenu(window: EditorWindow, target: Locator, name: string): Promise<void> {
  const { page } = window;
  const item = page.locator('.context-view').getByRole('menuitem', { name });
  await poll(`“${name}” to be chosen from a menu`, async () => {
    if (await page.locator('.context-view .monaco-menu').isVisible()) {
      await page.keyboard.press('Escape');
    }
    await target.click({ button: 'right' });
    if (!(await succeeds(item.waitFor({ timeout: 3000 }))) || !(await succeeds(item.evaluate(hears)))) {
      return false;
    }
    await noteClicks(page);
    await succeeds(item.click({ timeout: 1000 }));
    const heard = await clickNoted(page);
    return (
      (heard === undefined || heard.startsWith(name)) &&
      (await succeeds(item.waitFor({ state: 'hidden', timeout: 3000 })))
    );
  });
}

/** Resolves when a menu that is shown hears clicks: it does not for a tenth of a second of the page’s own time. */
function hears(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 150);
  });
}

/** Whether something came about in its time. */
export function succeeds(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    () => false,
  );
}

/** What VS Code shows at its top when it asks this. */
export function prompt(window: EditorWindow, question: string | RegExp): Locator {
  return window.page.locator('.quick-input-widget:visible').filter({ hasText: question });
}

/** The box in it. A key is pressed on the box itself: a panel may have got the focus back a moment too late. */
export function boxOf(widget: Locator): Locator {
  return widget.locator('input[type="text"]').first();
}

/** Types into the input that VS Code shows at its top, and presses Enter; what is refused there stays. */
export async function offer(window: EditorWindow, question: string | RegExp, text: string): Promise<Locator> {
  const widget = prompt(window, question);
  await widget.waitFor();
  // A question may be known by one of its choices, which what is typed puts out of sight.
  const box = boxOf(prompt(window, ''));
  await typeInto(box, text);
  await box.press('Enter');
  return widget;
}

/** Types into a box, until it is there: what is typed goes to whatever has the focus, which may just be given away. */
export async function typeInto(box: Locator, text: string): Promise<void> {
  await poll(`“${text}” to be typed`, async () => {
    await box.fill(text);
    return (await box.inputValue()) === text;
  });
}

/**
 * The same, and goes on when it was taken; that takes as long as it is looked at, and whoever opens the palette
 * meanwhile throws it away.
 */
export async function answer(window: EditorWindow, question: string | RegExp, text: string): Promise<void> {
  const widget = await offer(window, question, text);
  await widget.waitFor({ state: 'hidden' });
}

/** Runs a command that asks which entry is meant, because none is chosen. */
export async function pick(window: EditorWindow, command: string, title: string): Promise<void> {
  await window.command(command);
  await window.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).click();
}

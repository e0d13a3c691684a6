import { runCommand } from './commandPalette.mjs';
import { findTheme } from './findTheme.mjs';
import { hideNotifications, readNotifications, waitForNotification } from './notificationCenter.mjs';
import { patience, poll } from './poll.mjs';
import { findAxeViolations, findWebview } from './webviewFrame.mjs';
import { writeSetting, writeWorkspace } from './workspaceFile.mjs';

/**
 * @typedef {import('./startServer.mjs').Server} Server
 *
 * @typedef {object} WindowOptions
 * @property {string} [folder] is opened in a `.code-workspace` made for it, so that settings can change live
 * @property {boolean} [asFolder] opens the folder itself, as a person does; settings then cannot change
 * @property {string} [workspace] a `.code-workspace` outside the repository, instead of a folder
 * @property {string} [developmentPath] of an extension under development; the server needs its smoke test driver
 * @property {{ width: number, height: number }} [viewport]
 * @property {string} [theme] such as `Light Modern`
 * @property {Record<string, unknown>} [settings] from the start, with `folder`
 * @property {import('playwright-core').BrowserContextOptions} [context]
 */

/**
 * Opens a window of a server in a browser, with a browser state of its own.
 * @param {import('playwright-core').Browser} browser
 * @param {Server} server
 * @param {WindowOptions} options
 */
export async function openWindow(browser, server, options) {
  const {
    folder,
    asFolder,
    settings = {},
    developmentPath,
    theme,
    viewport = { width: 1280, height: 800 },
  } = options;
  const workspace =
    options.workspace ?? (folder && !asFolder && (await writeWorkspace(server.root, folder, settings)));
  const context = await browser.newContext({ viewport, ...options.context });
  context.setDefaultTimeout(patience);
  const window = new EditorWindow(await context.newPage(), server, workspace || undefined);
  /** @type {[string, string][]} */
  const payload = [['skipWelcome', 'true']];
  if (developmentPath) payload.push(['extensionDevelopmentPath', developmentPath]);
  await window.page.goto(server.link(workspace || folder, payload));
  await window.page.locator('.monaco-workbench .part.statusbar').waitFor();
  if (theme) await window.setTheme(theme);
  return window;
}

export class EditorWindow {
  /** Errors of webviews that broke their content security policy. @type {string[]} */
  cspErrors = [];

  /**
   * @param {import('playwright-core').Page} page
   * @param {Server} server
   * @param {string} [workspace] the `.code-workspace` that is open
   */
  constructor(page, server, workspace) {
    this.page = page;
    this.server = server;
    this.workspace = workspace;
    page.on('console', (message) => {
      if (/violates the following Content Security/.test(message.text())) this.cspErrors.push(message.text());
    });
  }

  /** Runs a command by its full title, as in `Retrolog: Add Entry`. @param {string} title */
  command(title) {
    return runCommand(this.page, title);
  }

  /** The frame of a webview, by the title of its document; ask again once its HTML is new. @param {string} title */
  webview(title) {
    return findWebview(this.page, title);
  }

  /** The texts of all notifications, newest first. */
  notifications() {
    return readNotifications(this.page);
  }

  /** Waits for a notification, which is then in sight, to press its buttons. @param {string | RegExp} text */
  notification(text) {
    return waitForNotification(this.page, text);
  }

  hideNotifications() {
    return hideNotifications(this.page);
  }

  /** Changes a setting; VS Code takes it up in less than a second. @param {string} name @param {unknown} value */
  async setSetting(name, value) {
    if (!this.workspace)
      throw new Error(`"${name}" can change only in a window on a workspace: see \`asFolder\`.`);
    await writeSetting(this.workspace, name, value);
  }

  /** Resolves when the theme is shown, by the webviews too. @param {string} name */
  async setTheme(name) {
    const { id, className } = await findTheme(this.server.host, name);
    const shown = this.page.locator(`.monaco-workbench.${className}`);
    await poll(`the workbench to show ${id}`, async () => {
      // A window that has just opened may not watch its settings yet, and then misses the first change.
      await this.setSetting('workbench.colorTheme', id);
      return shown.waitFor({ timeout: 4000 }).then(
        () => true,
        () => false,
      );
    });
    await poll(`the webviews to show ${id}`, async () => {
      const themes = this.page
        .frames()
        .map((frame) => frame.evaluate(() => document.body?.dataset.vscodeThemeId).catch(() => undefined));
      return (await Promise.all(themes)).every((shown) => shown === undefined || shown === id);
    });
  }

  /**
   * What axe finds wrong in a webview.
   * @param {import('playwright-core').Frame} frame
   * @param {import('axe-core').RunOptions} [options]
   */
  axe(frame, options) {
    return findAxeViolations(frame, options);
  }

  /** @param {string} path */
  screenshot(path) {
    return this.page.screenshot({ path });
  }

  /** Leaves the page first, so that VS Code ends the extension host in order: `deactivate` runs. */
  async close() {
    await this.page.goto('about:blank', { timeout: 3000 }).catch(() => {});
    await this.page.context().close();
  }
}

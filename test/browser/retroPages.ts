import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '#host/launchBrowser.mjs';

/** The pages of those who take part in a live retro, each in a browser of its own. */
export class RetroPages {
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async launch(): Promise<RetroPages> {
    return new RetroPages(await launchBrowser());
  }

  /** Opens a page, which complains where it goes wrong. */
  async open(address: string, phone = false): Promise<Page> {
    const context = await this.#browser.newContext(
      phone
        ? { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }
        : { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
    );
    this.#contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => assert.fail(`The page threw ${String(error)}`));
    page.on('request', (request) => {
      const { host } = new URL(request.url());
      assert.equal(host, new URL(address).host, `The page asked ${request.url()}`);
    });
    await page.goto(address);
    return page;
  }

  async facilitate(hostLink: string, names = 'named'): Promise<Page> {
    const ada = await this.open(hostLink);
    await ada.getByLabel('Your name').fill('Ada');
    await ada.keyboard.press('Enter');
    await ada.getByLabel('Names on cards').selectOption(names);
    await ada.getByRole('button', { name: 'Start', exact: true }).click();
    await ada.locator('.board').waitFor();
    return ada;
  }

  async letIn(guestLink: string, ada: Page, name: string, phone = false): Promise<Page> {
    const page = await this.open(guestLink, phone);
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByText('Almost there').waitFor();
    await ada.getByText(`${name} wants to come in.`).waitFor();
    await ada.getByRole('button', { name: 'Let in' }).click();
    await page.locator('.board').waitFor();
    return page;
  }

  /** Takes a picture of each where a test failed. */
  async closeAll(isFailed: boolean): Promise<void> {
    const contexts = this.#contexts.splice(0);
    if (isFailed) {
      const pages = contexts.flatMap((context) => context.pages());
      await Promise.all(
        pages.map((page, at) => page.screenshot({ path: `out/failed-in-browser-${at + 1}.png` })),
      );
    }
    await Promise.all(contexts.map((context) => context.close()));
  }

  quit(): Promise<void> {
    return this.#browser.close();
  }
}

export const next = (page: Page) => page.getByRole('button', { name: /^Next: / }).click();

export const card = (page: Page, text: string) => page.locator('.card', { hasText: text });

export async function add(page: Page, column: number, text: string): Promise<void> {
  const composer = page.locator(`[data-composer=column-${column}]`);
  await composer.fill(text);
  await composer.press('Enter');
  await card(page, text).waitFor();
}

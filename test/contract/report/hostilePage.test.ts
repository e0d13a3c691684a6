import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#host/launchBrowser.mjs';
import { retrolog } from '../cli/commandLine.ts';
import { Scene } from '../cli/scene.ts';
import { hostilePayloads } from './payloads.ts';

/** A list in a report ends after so many. */
const mostListed = 100;
const logs = 10;
/** In a title, a backslash before a mark stands for the mark. */
const escaped = /\\([!-/:-@[-`{-~])/g;
const payloads = hostilePayloads(mostListed * logs, 1);

describe('a thousand hostile texts in the page of a report', function () {
  this.timeout(120_000);
  let scene: Scene;
  let browser: Browser;

  before(async () => {
    browser = await launchBrowser();
    scene = Scene.outsideGit();
  });
  after(async () => {
    await browser.close();
    scene.remove();
  });

  /** Writes one log for each hundred, and one report over all of them. */
  async function writeReport(): Promise<string> {
    for (const [at, payload] of payloads.entries()) {
      const id = `x${String(at).padStart(7, '0')}`;
      const body = `## Hypothesis\n\n${payload}\n\n## Measure\n\n${payload}\n\n## Result\n\n${payload}`;
      const keys = ['kind: experiment', 'date: 2026-10-01', 'status: concluded', 'started: 2026-10-01'];
      const ended = ['concluded: 2026-11-01', 'outcome: validated', `tags: [${JSON.stringify(payload)}]`];
      scene.write(
        `log${Math.floor(at / mostListed)}/retro/entries/2026/${id}.md`,
        `---\nid: ${id}\n${[...keys, ...ended].join('\n')}\n---\n\n# ${payload}\n\n${body}\n`,
      );
    }
    const repositories = Array.from({ length: logs }, (_, at) => `--repo=log${at}`);
    const ended = await retrolog(scene.root, [
      ...['report', '--until', '2026-11-22', '-o', 'report.html'],
      ...repositories,
    ]);
    assert.equal(ended.code, 0, ended.stderr);
    return pathToFileURL(scene.path('report.html')).href;
  }

  async function opened(): Promise<{ page: Page; requests: string[]; messages: string[] }> {
    const page = await browser.newPage();
    const [requests, messages]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => messages.push(message.text()));
    page.on('dialog', (dialog) => messages.push(dialog.message()));
    return { page, requests, messages };
  }

  it('are text: nothing runs, loads or leads away [B31] [B32] [B33] [B34]', async () => {
    const { page, requests, messages } = await opened();
    const address = await writeReport();
    await page.goto(address);
    await page.mouse.move(200, 200);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('window.pwned'), undefined);
    assert.deepEqual([requests, messages], [[address], []]);
    const text = await page.locator('main').innerText();
    const shown = payloads.filter((payload) => text.includes(payload.replaceAll(escaped, '$1')));
    assert.ok(shown.length > payloads.length * 0.98, `only ${shown.length} are there letter by letter`);
    const targets = await page
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    assert.ok(targets.length >= payloads.length, String(targets.length));
    assert.deepEqual(
      targets.filter((target) => !/^(?:#log\d+|log\d\/retro\/entries\/2026\/x\d{7}\.md)$/.test(target)),
      [],
    );
  });

  it('do run, load and lead away where they are taken for HTML (control)', async () => {
    const { page, requests } = await opened();
    await page.route('**/*', (route) => route.abort());
    await page.setContent(payloads.filter((payload) => !/<meta|<base/.test(payload)).join('\n'));
    await page.waitForFunction('window.pwned === 1');
    assert.ok(requests.some((request) => request.includes('host.example')));
    assert.ok((await page.locator('a[href^="javascript:"]').count()) > 0);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#host/launchBrowser.mjs';
import { retrolog } from '../cli/commandLine.ts';
import { Scene } from '../cli/scene.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Each would run, ask for something or lead away, if it were taken for more than text. */
const payloads = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 1">',
  '<svg onload="window.pwned = 1">',
  '<iframe srcdoc="<script>parent.pwned = 1</script>"></iframe>',
  '<style>* { display: none }</style>',
  '<base href="https://host.example/">',
  '<meta http-equiv=refresh content="0;url=https://host.example/">',
  '[x](javascript:window.pwned=1) [y](command:x) [z](//host.example)',
  '![x](https://host.example/pixel.png)',
  '"><script>window.pwned = 1</script>',
  "' onmouseover='window.pwned = 1",
  '&lt;script&gt;window.pwned = 1&lt;/script&gt;',
];

describe('the page of a report, in a browser', function () {
  this.timeout(120_000);
  let scene: Scene;
  let browser: Browser;

  before(async () => {
    browser = await launchBrowser();
    scene = Scene.inRepository();
    scene.write('retro/retro.yml', `team: ${JSON.stringify(payloads.join(' '))}\n`);
    for (const [at, payload] of payloads.entries()) {
      const id = (letter: string): string => `${letter}${String(at).padStart(7, '0')}`;
      const day = `2026-11-${String(at + 1).padStart(2, '0')}`;
      const tags = `tags: [${JSON.stringify(payload)}]`;
      const ended = [
        'status: concluded',
        'started: 2026-10-01',
        `concluded: ${day}`,
        `outcome: ${JSON.stringify(payload)}`,
      ];
      const title = `${payload}\n\n## Hypothesis\n\n${payload}\n\n## Measure\n\n${payload}\n\n## Result\n\n${payload}`;
      scene.writeEntry({ id: id('x'), kind: 'experiment', date: '2026-10-01', title, more: ended });
      scene.writeEntry({
        id: id('y'),
        kind: 'learning',
        date: day,
        title: payload,
        more: [tags, `links: [${id('x')}]`],
      });
      scene.writeEntry({ id: id('z'), kind: 'failure', date: '2026-11-21', title: payload, more: [tags] });
      scene.writeEntry({ id: id('w'), kind: 'action', date: day, title: payload });
      scene.writeEntry({ id: id('v'), kind: 'experiment', date: day, title: payload });
    }
    const { code } = await retrolog(scene.root, ['report', '--until', '2026-11-22', '-o', 'report.html']);
    assert.equal(code, 0);
  });
  after(async () => {
    await browser.close();
    scene.remove();
  });

  interface Found {
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }

  interface Seen {
    readonly page: Page;
    readonly requests: string[];
    readonly messages: string[];
  }

  async function opened(colorScheme: 'light' | 'dark', width: number): Promise<Seen> {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    const [requests, messages]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => messages.push(message.text()));
    await page.goto(pathToFileURL(scene.path('report.html')).href);
    return { page, requests, messages };
  }

  it('[B31] [B32] [B33] [B34] [B35] shows hostile text as text: nothing runs, loads, or leads away', async () => {
    const { page, requests, messages } = await opened('light', 1200);
    for (const link of await page.locator('a').all()) {
      await link.hover();
    }
    assert.equal(await page.evaluate('window.pwned'), undefined);
    assert.deepEqual(messages, []);
    assert.equal(requests.length, 1);
    assert.equal(await page.locator('script, img, iframe, base, [onmouseover], main style').count(), 0);
    const targets = await page
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    assert.ok(targets.length > 40);
    assert.deepEqual(
      targets.filter((target) => !/^retro\/entries\/2026\/[\w.-]+\.md$/.test(target)),
      [],
    );
    const text = await page.locator('main').innerText();
    for (const payload of payloads.slice(0, 7)) {
      assert.ok(text.includes(payload), payload);
    }
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`can be read by everybody, ${scheme}, at the width of a phone and of a desk`, async () => {
      for (const width of [320, 1200]) {
        const { page } = await opened(scheme, width);
        assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= width);
        await page.evaluate(axe);
        const found = await page.evaluate<Found>('axe.run()');
        assert.deepEqual(
          found.violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
          [],
        );
      }
    });
  }

  it('is light on paper, whatever the reader has', async () => {
    const { page } = await opened('dark', 800);
    const ground = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    assert.equal(await ground(), 'rgb(13, 17, 23)');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await ground(), 'rgb(255, 255, 255)');
  });
});

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shownFigures } from '../../../src/core/trends/shownFigures.ts';
import type { Trends } from '../../../src/core/trends/trends.ts';
import { makeSampleRepository } from '../../sample/makeSampleRepository.ts';
import { runGit } from '../../sample/sealedGit.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { answerJson, retrolog } from './commandLine.ts';
import { Scene } from './scene.ts';

const until = ['--until', '2026-11-22'];

/** The rows of the table of all indicators: name, now, before and over. */
function figureRows(markdown: string): readonly string[][] {
  const [, table = ''] = /^\| Indicator \|.*\n\|[-|]*\n((?:\|.*\n)+)/m.exec(markdown) ?? [];
  return table
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

describe('a report of the sample', function () {
  this.timeout(120_000);
  const temporary = new TemporaryFolder();
  const shop = temporary.at('shop');
  let trends: Trends;

  before(async () => {
    await makeSampleRepository({ folder: shop, seed: 1, until: '2026-11-23' });
    const span = [...until, '--since', '2026-08-24'];
    trends = (await answerJson(shop, ['trends', ...span])).json as unknown as Trends;
  });
  after(() => temporary.remove());

  it('says of every indicator what “trends --json” does, in Markdown and as a page', async () => {
    const figures = shownFigures(trends.indicators).map(({ name, value, before: then, span }) => [
      name,
      value,
      then,
      span,
    ]);
    const markdown = (await retrolog(shop, ['report', ...until])).stdout;
    assert.deepEqual(figureRows(markdown), figures);
    const html = textOf((await retrolog(shop, ['report', ...until, '--format', 'html'])).stdout);
    for (const [name = '', value = ''] of figures) {
      // A tag is between them.
      assert.ok(html.includes([`${name}: `, value].join(' ')), `${name}: ${value}`);
    }
  });

  it('counts in the window what the buckets of “trends --json” add up to', async () => {
    const { stdout } = await retrolog(shop, ['report', ...until]);
    const sum = (of: (bucket: Trends['buckets'][number]) => number): number =>
      trends.buckets.reduce((total, bucket) => total + of(bucket), 0);
    for (const [name, count] of [
      ['Experiments started', sum(({ experiments }) => experiments.started)],
      ['Experiments concluded', sum(({ experiments }) => experiments.concluded)],
      ['Learnings', sum(({ entries }) => entries.learning)],
      ['Actions closed', sum(({ actions }) => actions.closed)],
    ] as const) {
      assert.match(stdout, new RegExp(`^\\| ${name} \\| ${count} \\(`, 'm'));
    }
    assert.equal(stdout.split(/^\*\*(?:Validated|Invalidated|Inconclusive|Stopped)\*\* on/m).length - 1, 4);
  });

  it('links to files that are there: from the root, and from where the report is written', async () => {
    const { stdout } = await retrolog(shop, ['report', ...until]);
    mkdirSync(join(shop, 'docs/reviews'), { recursive: true });
    const { json } = await answerJson(shop, ['report', ...until, '-o', 'docs/reviews/autumn.html']);
    assert.deepEqual(json, { path: 'docs/reviews/autumn.html' });
    const html = readFileSync(join(shop, 'docs/reviews/autumn.html'), 'utf8');
    for (const [text, pattern, folder] of [
      [stdout, /\]\(([^)]*)\)/g, shop],
      [html, /href="([^"]*)"/g, join(shop, 'docs/reviews')],
    ] as const) {
      const targets = [...text.matchAll(pattern)].map(([, target = '']) => decodeURIComponent(target));
      assert.ok(targets.length > 30);
      assert.deepEqual(
        targets.filter((target) => !existsSync(join(folder, target))),
        [],
      );
    }
  });

  it('covers the days that are asked for, and before that as many', async () => {
    const { stdout } = await retrolog(shop, ['report', '--since', '2026-06-01', '--until', '2026-06-30']);
    assert.match(stdout, /^2026-06-01 to 2026-06-30, 30 days\. Before that: 2026-05-02 to 2026-05-31\.$/m);
    assert.equal(
      (await retrolog(shop, ['report', '--since', '2026-07-01', '--until', '2026-06-30'])).code,
      2,
    );
  });

  it('is the same in another zone and language, and so are the figures', async () => {
    const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    for (const args of [['report'], ['report', '--format', 'html'], ['trends', '--json']]) {
      const here = await retrolog(shop, [...args, ...until]);
      assert.equal(here.code, 0);
      assert.deepEqual(await retrolog(shop, [...args, ...until], { env: elsewhere }), here);
    }
  });

  it('is one document of JSON where that is asked for', async () => {
    const { json } = await answerJson(shop, ['report', ...until]);
    assert.match((json as unknown as { markdown: string }).markdown, /^# Storefront/);
    const page = await answerJson(shop, ['report', ...until, '--format', 'html']);
    assert.match((page.json as unknown as { html: string }).html, /^<!doctype html>/);
    assert.equal((await retrolog(shop, ['report', '--format', 'pdf'])).code, 2);
  });

  it('says of a shallow clone that its history is incomplete, and never 0', async () => {
    const shallow = temporary.at('shallow');
    await runGit(temporary.path, ['clone', '--quiet', '--depth=1', `file://${shop}`, shallow]);
    const { stdout } = await retrolog(shallow, ['report', ...until]);
    assert.deepEqual(
      figureRows(stdout).flatMap(([name, value]) => (value === 'history incomplete' ? [name] : [])),
      [
        'Active people who took part',
        'Spread of writing',
        'Entries that somebody else came back to',
        'Areas that several people know',
        'People who found a new area',
      ],
    );
    assert.match(stdout, /^- Figures that need the whole git history are left out:/m);
  });

  it('puts two repositories together, and tells of each', async () => {
    const other = temporary.at('other');
    await makeSampleRepository({ folder: other, seed: 2, until: '2026-11-23' });
    const settings = join(other, 'retro/retro.yml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('Storefront', '<Ware> | house'));
    const args = ['report', ...until, '--repo', shop, '--repo', other];
    const { stdout } = await retrolog(temporary.path, args);
    assert.match(stdout, /^\*\*8 experiments were concluded and 18 learnings written down in 13 weeks;/m);
    assert.match(stdout, /^## Storefront$[^]*^## \\<Ware\\> \\\| house$/m);
    const [name, now] = figureRows(stdout)[4] ?? [];
    assert.equal(name, 'Failures and experiments with a learning');
    assert.match(now ?? '', /^33 % of 18 \(/);
    const file = join(temporary.path, 'both.md');
    const written = await answerJson(temporary.path, [...args, '-o', 'both.md']);
    assert.deepEqual(written.json, { path: file });
    const targets = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)]*)\)/g)].map(
      ([, target = '']) => target,
    );
    assert.ok(['shop/', 'other/'].every((folder) => targets.some((target) => target.startsWith(folder))));
    assert.deepEqual(
      targets.filter((target) => !existsSync(join(dirname(file), decodeURIComponent(target)))),
      [],
    );
  });

  it('refuses two clones of one log, and a folder without one', async () => {
    const clone = temporary.at('clone');
    await runGit(temporary.path, ['clone', '--quiet', shop, clone]);
    const twice = await answerJson(shop, ['report', '--repo', '.', '--repo', clone]);
    assert.equal(twice.code, 1);
    assert.match(twice.json.error.message, /are clones of one log/);
    mkdirSync(temporary.at('empty'));
    const none = await answerJson(shop, ['report', '--repo', '.', '--repo', temporary.at('empty')]);
    assert.match(none.json.error.message, /There is no log in/);
    assert.equal((await retrolog(shop, ['report', '--repo', 'nowhere'])).code, 1);
  });
});

describe('a report outside of git', () => {
  let scene: Scene;
  beforeEach(() => (scene = Scene.outsideGit()));
  afterEach(() => scene.remove());

  it('tells what files tell, and kindly that there is nothing yet', async () => {
    const empty = await retrolog(scene.root, ['report', ...until]);
    assert.equal(empty.code, 0);
    assert.match(empty.stdout, /^\*\*No experiment was concluded and no learning written down/m);
    scene.writeEntry({ id: 'm2x7k9qa', date: '2026-11-10', title: 'Spread lifetimes' });
    const { stdout } = await retrolog(scene.root, ['report', ...until]);
    assert.match(
      stdout,
      /^- \[Spread lifetimes\]\(retro\/entries\/2026\/2026-11-10-m2x7k9qa\.md\), 2026-11-10$/m,
    );
    assert.match(stdout, /\| Spread of writing \| not collected \|/);
  });
});

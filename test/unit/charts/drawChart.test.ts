import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Chart, ChartPoint } from '../../../src/core/charts/chart.ts';
import { drawChart } from '../../../src/core/charts/drawChart.ts';

const size = { width: 400, height: 160, fontSize: 12 };

function points(values: readonly (number | null)[], some: Partial<ChartPoint> = {}): ChartPoint[] {
  return values.map((value, at) => ({
    label: `W${at + 1}`,
    group: '2026',
    value,
    interval: null,
    finished: true,
    ...some,
  }));
}

function chart(values: readonly (number | null)[], some: Partial<Chart> = {}): Chart {
  return {
    id: 'rate',
    title: 'Three were concluded',
    description: 'From 1 to 3.',
    mark: 'line',
    colour: 'purple',
    unit: 'number',
    points: points(values),
    ...some,
  };
}

function count(svg: string, part: string | RegExp): number {
  return svg.split(part).length - 1;
}

/** The vertical places of all marks and line points between tags. */
function heights(svg: string): number[] {
  return [...svg.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map((found) => Number(found[2]));
}

const long = [1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 2];

describe('a chart', function () {
  this.timeout(30_000);

  it('is the same text for the same data, and other text for other data', () => {
    assert.equal(drawChart(chart(long), size), drawChart(structuredClone(chart(long)), size));
    assert.notEqual(drawChart(chart(long), size), drawChart(chart(long.toReversed()), size));
  });

  it('tells its finding and its description to a screen reader', () => {
    const svg = drawChart(chart(long), size);
    assert.match(svg, /^<svg [^>]*role="img" aria-labelledby="rate-title rate-desc"/);
    assert.match(
      svg,
      /<title id="rate-title">Three were concluded<\/title><desc id="rate-desc">From 1 to 3\.<\/desc>/,
    );
  });

  it('takes no text for markup', () => {
    const hostile = '</title><script>alert(1)</script>&"\'\u0000\ud800';
    const svg = drawChart(
      chart(long, {
        id: hostile,
        title: hostile,
        description: hostile,
        points: points(long, { label: hostile, group: hostile }),
      }),
      size,
    );
    assert.ok(!['<script', '\u0000', '\ud800'].some((part) => svg.includes(part)));
    assert.equal(count(svg, '<title'), 1);
    assert.match(svg, /&#60;script&#62;alert\(1\)&#60;\/script&#62;&#38;&#34;&#39;/);
  });

  it('has an axis from 0, and stays within the picture whatever the numbers are', () => {
    const numbers = fc.array(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), { maxLength: 60 });
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom('line', 'bar'),
        fc.integer({ min: 40, max: 2000 }),
        (some, mark, width) => {
          const svg = drawChart(chart(some, { mark }), { ...size, width });
          assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
          assert.match(svg, />0<\/text>/);
          assert.ok(heights(svg).every((y) => y >= 0 && y <= size.height));
        },
      ),
    );
  });

  it('draws dots and no line below 10 points', () => {
    const few = drawChart(chart(long.slice(0, 9)), size);
    assert.equal(count(few, '<circle'), 9);
    assert.doesNotMatch(few, /stroke-width="2" stroke-linejoin/);
    const many = drawChart(chart(long.slice(0, 10)), size);
    assert.equal(count(many, '<circle'), 1);
    assert.match(many, /stroke-width="2" stroke-linejoin/);
  });

  it('leaves a gap where there is no number: the line is broken, and nothing is drawn at 0', () => {
    const whole = drawChart(chart([...long, ...long]), size);
    const broken = drawChart(chart([...long, null, ...long]), size);
    const lineOf = (svg: string): string =>
      /d="([^"]*)" fill="none" stroke="[^"]*" stroke-width="2" stroke-linejoin/.exec(svg)?.[1] ?? '';
    assert.equal(count(lineOf(whole), 'M'), 1);
    assert.equal(count(lineOf(broken), 'M'), 2);
    assert.equal(Math.max(...heights(lineOf(broken))), Math.max(...heights(lineOf(whole))));
    assert.equal(count(drawChart(chart([null, 3, null]), size), '<circle'), 1);
    assert.equal(count(drawChart(chart([null, 3, null], { mark: 'bar' }), size), '<rect'), 1);
  });

  it('draws a point between gaps as a dot', () => {
    const svg = drawChart(chart([...long, null, 4, null, ...long]), size);
    assert.equal(count(svg, '<circle'), 2);
  });

  it('draws what is not over hollow, and the way to it dashed', () => {
    const open = [...points(long), ...points([2], { finished: false })];
    const svg = drawChart(chart([], { points: open }), size);
    assert.match(svg, /stroke-width="2" stroke-dasharray="4 3"/);
    assert.match(svg, /<circle [^>]*fill="var\(--vscode-editor-background, #ffffff\)"/);
    const bars = drawChart(chart([], { points: open, mark: 'bar' }), size);
    assert.equal(count(bars, /<rect [^>]*fill="none"[^>]*stroke-dasharray/), 1);
  });

  it('draws the interval as a band, and one by one where there are dots', () => {
    const sure = (some: readonly number[]): ChartPoint[] => points(some, { interval: [1, 8] });
    assert.match(drawChart(chart([], { points: sure(long) }), size), /fill-opacity="0.14"/);
    const dots = drawChart(chart([], { points: sure([1, 2]) }), size);
    assert.doesNotMatch(dots, /fill-opacity/);
    assert.equal(count(dots, 'stroke-opacity="0.6"'), 2);
    assert.match(dots, />8<\/text>/);
  });

  it('does not split what can only be counted, and ends a share at 100 %', () => {
    assert.doesNotMatch(drawChart(chart([1, 0, 1]), size), />0\.\d<\/text>/);
    assert.match(drawChart(chart([0.2, 0.4], { unit: 'share', top: 1 }), size), />100 %<\/text>/);
  });

  it('uses the theme’s colours with others in their place, and no style that a page could forbid', () => {
    const svg = drawChart(chart(long), size);
    assert.match(svg, /var\(--vscode-charts-purple, #8250df\)/);
    assert.doesNotMatch(svg, /style|class="(?!chart")/);
  });
});

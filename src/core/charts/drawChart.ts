import { area, line } from 'd3-shape';
import { type Chart, type ChartColour, type ChartPoint, type ChartSize, pageSize } from './chart.ts';
import { type ChartLayout, chartLayout } from './chartLayout.ts';
import { escapeXml } from './escapeXml.ts';
import { numberText } from './numberText.ts';

/** A line says how something went; below so many points there is nothing to join. */
const leastForLine = 10;

/** The theme's colours where there is a theme, and colours that can be told on white where there is none. */
const colours: Readonly<Record<ChartColour, string>> = {
  blue: 'var(--vscode-charts-blue, #0969da)',
  green: 'var(--vscode-charts-green, #1a7f37)',
  // Some themes have one that is nearly see-through: a page can put another in its place.
  orange: 'var(--chart-orange, var(--vscode-charts-orange, #bc4c00))',
  purple: 'var(--vscode-charts-purple, #8250df)',
  yellow: 'var(--vscode-charts-yellow, #9a6700)',
  foreground: 'var(--vscode-foreground, #1f2328)',
};
const quiet = 'var(--vscode-descriptionForeground, #57606a)';
const ground = 'var(--vscode-editor-background, #ffffff)';

/** Between a mark and the words about it. */
const afterMark = 9;

/** A bucket that has a number. */
interface Mark extends ChartPoint {
  readonly at: number;
  readonly value: number;
}

/**
 * Draws a chart as the text of an SVG: the same chart and size give the same text, wherever that goes. It needs no
 * style sheet and runs nothing; its colours follow the editor's theme, and its marks tell the same without them.
 */
export function drawChart(chart: Chart, size: ChartSize = pageSize): string {
  const layout = chartLayout(chart, size);
  const { width, height, fontSize } = size;
  const id = escapeXml(chart.id);
  const marks = chart.points.flatMap((point, at): Mark[] =>
    point.value === null ? [] : [{ ...point, at, value: point.value }],
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-labelledby="${id}-title ${id}-desc"`,
    ` viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="${fontSize}"`,
    ` font-family="var(--vscode-font-family, system-ui, sans-serif)" font-variant="tabular-nums">`,
    `<title id="${id}-title">${escapeXml(chart.title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(chart.description)}</desc>`,
    ...drawScale(chart, layout, size),
    ...(chart.mark === 'bar'
      ? drawBars(chart, layout, marks)
      : chart.mark === 'round'
        ? drawRounds(chart, layout, marks, size)
        : marks.length < leastForLine
          ? [...drawReaches(chart, layout, marks), ...marks.map((mark) => dot(chart, layout, mark))]
          : drawLine(chart, layout, marks)),
    ...drawEnd(chart, layout, marks.at(-1), size),
    '</svg>',
  ].join('');
}

function drawScale(
  { points, unit, foot = 0 }: Chart,
  layout: ChartLayout,
  { fontSize }: ChartSize,
): string[] {
  const { left, right, bottom, x, y, ticks, named } = layout;
  const across = ticks.map(
    (tick) =>
      `<path d="M${round(left)},${round(y(tick))}H${round(right)}" fill="none" stroke="${quiet}" stroke-opacity="${tick === foot ? 0.8 : 0.25}"/>` +
      text(left - 6, y(tick) + fontSize * 0.35, numberText(tick, unit), 'end', quiet),
  );
  const names = named.map((at) =>
    text(Math.max(left, x(at)), bottom + fontSize * 1.4, points[at]?.label ?? '', 'middle', quiet),
  );
  let free = Number.NEGATIVE_INFINITY;
  const groups = points.flatMap(({ group }, at) => {
    const from = left + at * layout.step;
    const isNew = group !== points[at - 1]?.group && from >= free;
    free = isNew ? from + group.length * fontSize : free;
    return isNew ? [text(from, bottom + fontSize * 2.7, group, 'start', quiet)] : [];
  });
  return [...across, ...names, ...groups];
}

function drawBars(chart: Chart, layout: ChartLayout, marks: readonly Mark[]): string[] {
  const { x, y, bottom, step } = layout;
  const wide = Math.max(1, step * 0.64);
  const bars = marks.map(({ at, value, finished }) => {
    const place = `x="${round(x(at) - wide / 2)}" y="${round(y(value))}" width="${round(wide)}" height="${round(bottom - y(value))}"`;
    return finished
      ? `<rect ${place} fill="${colours[chart.colour]}"/>`
      : `<rect ${place} fill="none" stroke="${colours[chart.colour]}" stroke-dasharray="3 2"/>`;
  });
  return [...bars, ...drawReaches(chart, layout, marks)];
}

/** Intervals one by one, as lines with ends. */
function drawReaches({ colour }: Chart, { x, y, step }: ChartLayout, marks: readonly Mark[]): string[] {
  const reach = Math.min(4, step / 4);
  return marks.flatMap(({ at, interval }) => {
    if (interval === null) {
      return [];
    }
    const [low, high] = [round(y(interval[0])), round(y(interval[1]))];
    const ends = `M${round(x(at) - reach)},${high}h${round(reach * 2)}M${round(x(at) - reach)},${low}h${round(reach * 2)}`;
    return [
      `<path d="M${round(x(at))},${low}V${high}${ends}" fill="none" stroke="${colours[colour]}" stroke-opacity="0.6"/>`,
    ];
  });
}

function drawLine(chart: Chart, layout: ChartLayout, marks: readonly Mark[]): string[] {
  const { x, y } = layout;
  const stroke = colours[chart.colour];
  const places = chart.points.map((point, at) => ({ ...point, at }));
  const isFinished = ({ value, finished }: ChartPoint): boolean => value !== null && finished;
  const through = line<(typeof places)[number]>(
    (point) => x(point.at),
    (point) => y(point.value ?? 0),
  ).digits(1);
  const band = area<(typeof places)[number]>()
    .x((point) => x(point.at))
    .y0((point) => y(point.interval?.[0] ?? 0))
    .y1((point) => y(point.interval?.[1] ?? 0))
    .defined(({ value, interval }) => value !== null && interval !== null)
    .digits(1);
  const [beforeLast, last] = places.slice(-2);
  const hasOpenEnd =
    beforeLast?.value !== null && last !== undefined && last.value !== null && !last.finished;
  return [
    ...path(band(places), `fill="${stroke}" fill-opacity="0.14"`),
    ...[band.lineY0(), band.lineY1()].flatMap((edge) =>
      path(
        edge.digits(1)(places),
        `fill="none" stroke="${stroke}" stroke-opacity="0.6" stroke-dasharray="2 3"`,
      ),
    ),
    ...path(
      through.defined(isFinished)(places),
      `fill="none" stroke="${stroke}" stroke-width="2" stroke-linejoin="round"`,
    ),
    ...(hasOpenEnd
      ? path(
          through.defined(() => true)(places.slice(-2)),
          `fill="none" stroke="${stroke}" stroke-width="2" stroke-dasharray="4 3"`,
        )
      : []),
    ...marks.filter((mark) => isAlone(chart, mark)).map((mark) => dot(chart, layout, mark)),
  ];
}

/** Every round with its number above it; below it where it would be over the edge. The last has its own beside it. */
function drawRounds(
  chart: Chart,
  layout: ChartLayout,
  marks: readonly Mark[],
  { fontSize }: ChartSize,
): string[] {
  const { x, y, top, bottom, step } = layout;
  const stroke = colours[chart.colour];
  const between = marks.slice(1).map((mark, before) => {
    const from = marks[before] ?? mark;
    return mark.isApart === true
      ? `<path d="M${round((x(from.at) + x(mark.at)) / 2)},${top}V${bottom}" fill="none" stroke="${quiet}" stroke-dasharray="2 3"/>`
      : `<path d="M${round(x(from.at))},${round(y(from.value))}L${round(x(mark.at))},${round(y(mark.value))}" fill="none" stroke="${stroke}" stroke-width="2"/>`;
  });
  const hasRoom = step >= fontSize * 2.5;
  const numbers = marks.slice(0, hasRoom ? -1 : 0).map(({ at, value }) => {
    const above = y(value) - fontSize * 0.7;
    const below = y(value) + fontSize * 1.5;
    return text(
      x(at),
      above < top + fontSize * 0.5 ? below : above,
      numberText(value, chart.unit),
      'middle',
      quiet,
    );
  });
  return [...between, ...marks.map((mark) => dot(chart, layout, mark)), ...numbers];
}

/** Whether a mark would not be seen in a line: its neighbours are gaps, or it is the last. */
function isAlone({ points }: Chart, { at }: Mark): boolean {
  const isGap = (other: number): boolean => (points[other]?.value ?? null) === null;
  return at === points.length - 1 || (isGap(at - 1) && isGap(at + 1));
}

function dot({ colour }: Chart, { x, y }: ChartLayout, { at, value, finished }: Mark): string {
  const fill = finished ? colours[colour] : ground;
  return `<circle cx="${round(x(at))}" cy="${round(y(value))}" r="3.5" fill="${fill}" stroke="${colours[colour]}" stroke-width="2"/>`;
}

/** The last number beside its mark, and where its interval ends. */
function drawEnd(
  { unit }: Chart,
  { x, y, bottom }: ChartLayout,
  last: Mark | undefined,
  { fontSize }: ChartSize,
): string[] {
  if (last === undefined) {
    return [];
  }
  const left = x(last.at) + afterMark;
  const middle = y(last.value);
  const bound = (value: number, nearest: number): string =>
    text(left, nearest + fontSize * 0.35, numberText(value, unit), 'start', quiet);
  const apart = fontSize * 1.15;
  const [low, high] = last.interval ?? [];
  // Where the mark is at the foot of the chart there is no room below it, and nothing to say.
  const hasRoom = middle + apart <= bottom;
  return [
    text(
      left,
      middle + fontSize * 0.35,
      numberText(last.value, unit),
      'start',
      colours.foreground,
      ' font-weight="600"',
    ),
    ...(high === undefined ? [] : [bound(high, Math.min(y(high), middle - apart))]),
    ...(low === undefined || !hasRoom ? [] : [bound(low, Math.max(y(low), middle + apart))]),
  ];
}

function text(
  x: number,
  y: number,
  words: string,
  anchor: 'start' | 'middle' | 'end',
  fill: string,
  more = '',
): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${fill}"${more}>${escapeXml(words)}</text>`;
}

function path(d: string | null, looks: string): string[] {
  return d === null || d === '' ? [] : [`<path d="${d}" ${looks}/>`];
}

/** Tenths of a pixel, so that a drawing is as short as it can be, and the same everywhere. */
function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

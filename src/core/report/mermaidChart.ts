import * as l10n from '@vscode/l10n';
import type { Chart, ChartColour, ChartPoint } from '../charts/chart.ts';
import { numberText } from '../charts/numberText.ts';

/** Below so many points there is nothing to see. */
const leastPoints = 3;
/** Names of more do not fit beside each other. */
const mostNamed = 14;

/** Colours that can be told on white and on black: a git host draws on either. */
const colours: Readonly<Record<ChartColour, string>> = {
  blue: '#0969da',
  green: '#2da44e',
  orange: '#bc4c00',
  purple: '#8250df',
  yellow: '#bf8700',
  foreground: '#6e7781',
};

/**
 * A chart as git hosts draw it in Markdown: Mermaid's `xychart-beta`, by the name that all versions know. It has no
 * gaps, no intervals and no hollow marks, so a table has to stand beside it. `undefined` where there is a gap.
 */
export function mermaidChart({ points, unit, top, colour }: Chart): string | undefined {
  const values = points.flatMap(({ value }) => value ?? []);
  if (values.length < points.length || values.length < leastPoints) {
    return undefined;
  }
  const scale = unit === 'share' ? 100 : 1;
  const end = Math.max(1, Math.ceil(scale * (top ?? Math.max(...values))));
  const settings = {
    xyChart: { width: 900, height: 260 },
    themeVariables: { xyChart: { plotColorPalette: colours[colour] } },
  };
  return [
    '```mermaid',
    `%%{init: ${JSON.stringify(settings)}}%%`,
    'xychart-beta',
    `  x-axis ${axisOf(points)}`,
    `  y-axis ${unit === 'share' ? '"%" ' : ''}0 --> ${end}`,
    `  line [${values.map((value) => numberText(value * scale, unit === 'share' ? 'number' : unit)).join(', ')}]`,
    '```',
  ].join('\n');
}

/** The names of all points, or those of the first and the last of many. */
function axisOf(points: readonly ChartPoint[]): string {
  const names = points.map(({ label, group }) => l10n.t('{0} {1}', label, group));
  return names.length <= mostNamed
    ? `[${names.map(quoted).join(', ')}]`
    : `${quoted(l10n.t('{0} to {1}', names[0] ?? '', names.at(-1) ?? ''))} 1 --> ${names.length}`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\n`]/g, '’')}"`;
}

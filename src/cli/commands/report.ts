import * as l10n from '@vscode/l10n';
import { dirname, join, resolve } from 'node:path';
import type { HrefOf } from '../../core/report/markdownReport.ts';
import { printedReport, type ReportFormat, reportFormats } from '../../core/report/printedReport.ts';
import { linkFrom } from '../../node/linkFrom.ts';
import { styleDigest } from '../../node/styleDigest.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { allOf, dateOf, type OptionValues, valueOf } from '../optionValues.ts';
import { readReport } from '../readReport.ts';
import { UsageError } from '../usageError.ts';
import type { Workplace } from '../workplace.ts';
import { writeOutput } from '../writeOutput.ts';

export const report: Command = {
  name: 'report',
  arguments: [],
  options: [
    { name: 'since', value: 'DAY', summary: () => l10n.t('from this day on; 13 weeks otherwise') },
    {
      name: 'until',
      value: 'DAY',
      summary: () => l10n.t('up to this day, itself included; today otherwise'),
    },
    {
      name: 'format',
      value: 'FORMAT',
      summary: () => l10n.t('md for Markdown, html for one page by itself; otherwise as the file is called'),
    },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      summary: () => l10n.t('write this file instead of standard output'),
    },
    {
      name: 'repo',
      value: 'PATH',
      many: true,
      summary: () => l10n.t('a clone that it is about, instead of the one here; can be given again'),
    },
  ],
  summary: () => l10n.t('Write what was tried, learned and is open, for whoever leads'),
  run,
};

async function run({ values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const span = { since: dateOf(values, 'since'), until: dateOf(values, 'until') };
  const output = valueOf(values, 'output');
  const format = formatOf(values, output);
  const repositories = allOf(values, 'repo');
  const places = await Promise.all(
    repositories.length === 0 ? [openWorkplace()] : repositories.map((path) => openWorkplace(path)),
  );
  const made = await readReport(places, span, terminal);
  const text = printedReport(made, format, hrefFor(places, output), styleDigest);
  const [place] = places;
  if (output === undefined || place === undefined) {
    const key = { md: 'markdown', html: 'html' }[format];
    return { json: async () => ({ [key]: text }), lines: () => [text.trimEnd()] };
  }
  const path = await writeOutput(place, output, text);
  return { json: async () => ({ path }), lines: () => [], summary: l10n.t('Wrote {0}', path) };
}

function formatOf(values: OptionValues, output: string | undefined): ReportFormat {
  const given = valueOf(values, 'format');
  const format = reportFormats.find((one) => one === given);
  if (given !== undefined && format === undefined) {
    throw new UsageError(
      l10n.t('--format “{0}” is not known. There are: {1}.', given, reportFormats.join(', ')),
      'report',
    );
  }
  return format ?? (/\.html?$/i.test(output ?? '') ? 'html' : 'md');
}

/** Links are relative to the file, or to the root of the first repository where there is none. */
function hrefFor(places: readonly Workplace[], output: string | undefined): HrefOf {
  const [first] = places;
  const folder = output === undefined ? (first?.root ?? '.') : dirname(resolve(first?.start ?? '.', output));
  return (at, path) => linkFrom(folder, join(places[at]?.root ?? '.', path));
}

import * as l10n from '@vscode/l10n';
import { csvText } from '../../core/export/csvText.ts';
import { type ExportedFile, exportRow } from '../../core/export/exportColumns.ts';
import { bodyOf } from '../../core/format/entryBody.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { jsonText } from '../jsonText.ts';
import { loadLog } from '../loadLog.ts';
import { type OptionValues, valueOf } from '../optionValues.ts';
import { UsageError } from '../usageError.ts';
import type { Workplace } from '../workplace.ts';
import { writeOutput } from '../writeOutput.ts';

const formats = ['json', 'ndjson', 'csv'] as const;

type Format = (typeof formats)[number];

export const exportLog: Command = {
  name: 'export',
  arguments: [],
  options: [
    { name: 'format', value: 'FORMAT', summary: () => l10n.t('one of: {0}', formats.join(', ')) },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      summary: () => l10n.t('write this file instead of standard output'),
    },
  ],
  summary: () => l10n.t('Print everything as a table, for a warehouse or a spreadsheet'),
  run,
};

async function run({ values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const format = formatOf(values);
  const output = valueOf(values, 'output');
  const place = await openWorkplace();
  await loadLog(place, terminal);
  const text = printed(await exportedFiles(place), format);
  if (output === undefined) {
    return { json: async () => undefined, lines: () => [], text };
  }
  const path = await writeOutput(place, output, text);
  return { json: async () => ({ path }), lines: () => [], summary: l10n.t('Wrote {0}', path) };
}

function formatOf(values: OptionValues): Format {
  const given = valueOf(values, 'format');
  const format = formats.find((one) => one === given);
  if (format === undefined) {
    const known = formats.join(', ');
    throw new UsageError(
      given === undefined
        ? l10n.t('“export” needs --format with one of: {0}.', known)
        : l10n.t('--format “{0}” is not known. There are: {1}.', given, known),
      'export',
    );
  }
  return format;
}

/** Entries, the newest first, then meetings, pulses and audits in the same order. */
async function exportedFiles({ log, files }: Workplace): Promise<readonly ExportedFile[]> {
  const pages = log.pages.toSorted((a, b) =>
    a.date < b.date ? 1 : a.date > b.date ? -1 : a.path < b.path ? -1 : 1,
  );
  const rows = [...log.entries, ...pages];
  const bodies = new Map<string, string>();
  await files.readMany(
    rows.map((row) => row.path),
    (path, content) => bodies.set(path, content.state === 'text' ? bodyOf(content.text) : ''),
  );
  return rows.map((file) => ({ file, body: bodies.get(file.path) ?? '' }));
}

function printed(files: readonly ExportedFile[], format: Format): string {
  switch (format) {
    case 'json':
      return `${jsonText(files.map(exportRow))}\n`;
    case 'ndjson':
      return files.map((file) => `${jsonText(exportRow(file))}\n`).join('');
    case 'csv':
      return csvText(files);
  }
}

#!/usr/bin/env node
import * as l10n from '@vscode/l10n';
import { systemReason } from '../node/files/systemReason.ts';
import { commandTable } from './commandTable.ts';
import { exitCodes, explain, runCommandLine } from './runCommandLine.ts';
import { openTerminal } from './terminal.ts';
import { readVersion } from './version.ts';

const terminal = openTerminal(process);

// Whoever reads our output may stop early (`| head`): that is no failure. The work is done before it is printed.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') {
    process.exit(exitCodes.done);
  }
  terminal.say(l10n.t('retrolog: The answer could not be printed: {0}', systemReason(error)));
  process.exit(exitCodes.failed);
});
process.stderr.on('error', () => undefined);
process.on('uncaughtException', (error) => {
  process.exitCode = explain(error, terminal, false);
  process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), commandTable, {
  terminal,
  currentFolder: process.cwd(),
  environment: process.env,
  version: () => readVersion(import.meta.url),
});

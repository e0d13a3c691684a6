import * as l10n from '@vscode/l10n';
import { RetroError } from '../core/retroError.ts';
import type { Command } from './command.ts';
import { helpFor, helpText } from './helpText.ts';
import { jsonText } from './jsonText.ts';
import { valueOf } from './optionValues.ts';
import { readArguments, type Request } from './readArguments.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';
import { openWorkplace } from './workplace.ts';

/** What the process that runs a command line brings along. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly currentFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  version(): Promise<string>;
}

/** What the process ends with. The numbers are a promise to other people's scripts. */
export const exitCodes = { done: 0, failed: 1, wrongUsage: 2, bug: 70 } as const;

/** Runs one command line, prints its answer or what went wrong, and resolves to the exit code. */
export async function runCommandLine(
  args: readonly string[],
  commands: readonly Command[],
  around: Surroundings,
): Promise<number> {
  const asJson = wantsJson(args);
  try {
    const request = readArguments(args, commands);
    return await answer(request, commands, around, asJson).catch((error: unknown) =>
      explain(error, around.terminal, asJson, request.command?.name),
    );
  } catch (error) {
    return explain(error, around.terminal, asJson);
  }
}

async function answer(
  request: Request,
  commands: readonly Command[],
  around: Surroundings,
  asJson: boolean,
): Promise<number> {
  const { command, values, words } = request;
  const { terminal } = around;
  if (values.has('help')) {
    return printText('help', command === undefined ? helpText(commands) : helpFor(command), terminal, asJson);
  }
  if (values.has('version')) {
    return printText('version', await around.version(), terminal, asJson);
  }
  if (command === undefined) {
    throw new UsageError(l10n.t('There is no command.'));
  }
  const done = await command.run({
    words,
    values,
    terminal,
    commands,
    openWorkplace: (at) =>
      openWorkplace({
        at,
        currentFolder: around.currentFolder,
        environment: around.environment,
        dir: valueOf(values, 'dir'),
        folder: valueOf(values, 'folder'),
      }),
  });
  if (done.text !== undefined) {
    printWhole(done.text, terminal);
  } else if (asJson) {
    terminal.print(jsonText(await done.json()));
  } else {
    const lines = done.lines();
    if (lines.length > 0) {
      terminal.print(lines.join('\n'));
    }
    if (done.summary !== undefined) {
      terminal.say(done.summary);
    }
  }
  return done.foundErrors === true ? exitCodes.failed : exitCodes.done;
}

/**
 * Says what went wrong. A bug shows where it is.
 *
 * @param command the one that ran, whose help tells more of its options
 */
export function explain(error: unknown, terminal: Terminal, asJson: boolean, command?: string): number {
  const failure = describe(error, command);
  if (asJson) {
    terminal.print(jsonText({ error: failure.json }));
  }
  if (!asJson || failure.exitCode === exitCodes.bug) {
    terminal.say(failure.text);
  }
  return failure.exitCode;
}

function describe(error: unknown, command?: string): { exitCode: number; text: string; json: object } {
  if (error instanceof RetroError) {
    const { code, message, path, line } = error;
    return {
      exitCode: exitCodes.failed,
      text: l10n.t('retrolog: {0}', message),
      json: { code, message, ...(path !== undefined && { path }), ...(line !== undefined && { line }) },
    };
  }
  if (error instanceof UsageError) {
    const name = error.command ?? command;
    const help = name === undefined ? 'retrolog help' : `retrolog help ${name}`;
    return {
      exitCode: exitCodes.wrongUsage,
      text: `${l10n.t('retrolog: {0}', error.message)}\n${l10n.t('“{0}” tells more.', help)}`,
      json: { code: 'usage', message: error.message },
    };
  }
  const message = l10n.t(
    'This is a fault in retrolog, not in what you did. Please report it with the lines below.',
  );
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    exitCode: exitCodes.bug,
    text: `${l10n.t('retrolog: {0}', message)}\n${stack}`,
    json: { code: 'bug', message: error instanceof Error ? error.message : String(error) },
  };
}

/** The terminal ends the last line itself. */
function printWhole(text: string, terminal: Terminal): void {
  if (text !== '') {
    terminal.print(text.replace(/\n$/, ''));
  }
}

function printText(name: 'help' | 'version', text: string, terminal: Terminal, asJson: boolean): number {
  terminal.print(asJson ? jsonText({ [name]: text }) : text);
  return exitCodes.done;
}

function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).includes('--json');
}

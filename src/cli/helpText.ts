import * as l10n from '@vscode/l10n';
import type { Command, Option } from './command.ts';
import { globalOptions } from './globalOptions.ts';
import { printArgument } from './readArguments.ts';

/** The overview: every command in one line, and the options that all of them have. */
export function helpText(commands: readonly Command[]): string {
  const rows = commands.map((command): [string, string] => [signature(command), command.summary()]);
  return [
    l10n.t('Keep retrospectives in your repository: wins, failures, learnings, experiments.'),
    '',
    l10n.t('Usage: {0}', 'retrolog [--dir PATH] [--folder NAME] <command> …'),
    '',
    l10n.t('Commands:'),
    ...columns(rows),
    '',
    l10n.t('Options of every command:'),
    ...columns(globalOptions.map(optionRow)),
    '',
    l10n.t('“retrolog help <command>” tells more about one of them.'),
  ].join('\n');
}

/** Everything about one command. */
export function helpFor(command: Command): string {
  const options = command.options.length === 0 ? [] : ['', l10n.t('Options:')];
  const usage = [
    `retrolog ${signature(command)}`,
    ...(command.options.length === 0 ? [] : [l10n.t('[options]')]),
  ];
  return [
    `${command.summary()}.`,
    '',
    l10n.t('Usage: {0}', usage.join(' ')),
    ...options,
    ...columns(command.options.map(optionRow)),
    '',
    l10n.t('Options of every command:'),
    ...columns(globalOptions.map(optionRow)),
  ].join('\n');
}

/** A command and its words: `add <kind> <title>`. */
export function signature(command: Command): string {
  return [command.name, ...command.arguments.map(printArgument)].join(' ');
}

/** An option as it is given: `--tag T`. */
function printOption({ name, short, value }: Option): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function optionRow(option: Option): [string, string] {
  const summary = option.summary();
  return [printOption(option), option.many === true ? l10n.t('{0} (can be given again)', summary) : summary];
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

import * as l10n from '@vscode/l10n';
import { parseArgs } from 'node:util';
import { closestWord } from './closestWord.ts';
import type { Argument, Command, Option } from './command.ts';
import { globalOptions } from './globalOptions.ts';
import type { OptionValues } from './optionValues.ts';
import { UsageError } from './usageError.ts';

/** What a command line asks for. */
export interface Request {
  /** Absent where only options were given. */
  readonly command?: Command;
  readonly words: readonly string[];
  readonly values: OptionValues;
}

type Token = NonNullable<ReturnType<typeof tokensOf>>[number];

/**
 * Reads the arguments of a command line.
 *
 * @throws UsageError which word is wrong, and what would be right
 */
export function readArguments(args: readonly string[], commands: readonly Command[]): Request {
  const at = tokensOf(args, globalOptions).find((token) => token.kind === 'positional')?.index ?? args.length;
  const before = tokensOf(args.slice(0, at), globalOptions);
  const beforeValues = readOptions(before, globalOptions);
  const name = args[at];
  if (name === undefined) {
    return { words: [], values: beforeValues };
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    throw new UsageError(unknownCommand(name, commands));
  }
  const options = [...globalOptions, ...command.options];
  const tokens = tokensOf([...args.slice(0, at), ...args.slice(at + 1)], options);
  if (asksForHelp(tokens)) {
    return { command, words: [], values: new Map([['help', []]]) };
  }
  const values = readOptions(tokens, options, command.name);
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? token.value : []));
  checkWords(words, command);
  return { command, words, values };
}

/** A sentence for a command that does not exist. */
export function unknownCommand(name: string, commands: readonly Command[]): string {
  const meant = closestWord(
    name,
    commands.map((command) => command.name),
  );
  return meant === undefined
    ? l10n.t('There is no command “{0}”.', name)
    : l10n.t('There is no command “{0}”. Did you mean “{1}”?', name, meant);
}

function tokensOf(args: readonly string[], options: readonly Option[]) {
  return parseArgs({
    args: [...args],
    options: Object.fromEntries(
      options.map(({ name, short, value }) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

function asksForHelp(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) => token.kind === 'option' && token.name === 'help' && token.value === undefined,
  );
}

function readOptions(tokens: readonly Token[], options: readonly Option[], command?: string): OptionValues {
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') {
      continue;
    }
    const option = options.find((candidate) => candidate.name === token.name);
    if (option === undefined) {
      throw new UsageError(unknownOption(token.rawName, options, command), command);
    }
    const given = values.get(option.name) ?? [];
    values.set(option.name, given);
    if (option.value === undefined) {
      if (token.value !== undefined) {
        throw new UsageError(l10n.t('{0} takes no value.', token.rawName), command);
      }
      continue;
    }
    given.push(valueIn(token, option.value, command));
  }
  return values;
}

function valueIn(
  token: Extract<Token, { kind: 'option' }>,
  placeholder: string,
  command: string | undefined,
): string {
  if (token.value === undefined) {
    throw new UsageError(l10n.t('{0} needs a value: {0} {1}.', token.rawName, placeholder), command);
  }
  if (!token.inlineValue && token.value.length > 1 && token.value.startsWith('-')) {
    throw new UsageError(
      l10n.t(
        '{0} needs a value, and “{1}” looks like an option. If it is the value, write {0}={1}.',
        token.rawName,
        token.value,
      ),
      command,
    );
  }
  return token.value;
}

function unknownOption(given: string, options: readonly Option[], command: string | undefined): string {
  if (command === undefined) {
    return l10n.t('There is no option {0} before the command.', given);
  }
  const meant = closestWord(
    given,
    options.map((option) => `--${option.name}`),
  );
  return meant === undefined
    ? l10n.t('“{0}” has no option {1}. A word that begins with a dash goes after “--”.', command, given)
    : l10n.t('“{0}” has no option {1}. Did you mean {2}?', command, given, meant);
}

function checkWords(words: readonly string[], command: Command): void {
  const { arguments: expected, name } = command;
  const missing = expected.find((argument, at) => argument.optional !== true && words[at] === undefined);
  if (missing !== undefined) {
    throw new UsageError(l10n.t('“{0}” needs {1}.', name, printArgument(missing)), name);
  }
  const extra = words[expected.length];
  if (extra !== undefined && expected.at(-1)?.many !== true) {
    throw new UsageError(
      l10n.t('“{0}” is one word too many. Put words that belong together in quotes.', extra),
      name,
    );
  }
}

/** An argument as the help writes it: `<title>`, `<words…>`, `[path…]`. */
export function printArgument({ name, many, optional }: Argument): string {
  const inner = many === true ? `${name}…` : name;
  return optional === true ? `[${inner}]` : `<${inner}>`;
}

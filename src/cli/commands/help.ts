import * as l10n from '@vscode/l10n';
import type { Answer, Command, Invocation } from '../command.ts';
import { helpFor, helpText } from '../helpText.ts';
import { unknownCommand } from '../readArguments.ts';
import { UsageError } from '../usageError.ts';

export const help: Command = {
  name: 'help',
  arguments: [{ name: 'command', optional: true }],
  options: [],
  summary: () => l10n.t('Tell what there is, or all about one command'),
  run,
};

async function run({ words, commands }: Invocation): Promise<Answer> {
  const [name] = words;
  const command = commands.find((candidate) => candidate.name === name);
  if (name !== undefined && command === undefined) {
    throw new UsageError(unknownCommand(name, commands));
  }
  const text = command === undefined ? helpText(commands) : helpFor(command);
  return { json: async () => ({ help: text }), lines: () => text.split('\n') };
}

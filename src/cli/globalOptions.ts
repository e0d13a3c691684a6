import * as l10n from '@vscode/l10n';
import type { Option } from './command.ts';

/** Options that every command has, before it or after it. */
export const globalOptions: readonly Option[] = [
  {
    name: 'dir',
    value: 'PATH',
    summary: () => l10n.t('work as if started there: any place inside the repository'),
  },
  {
    name: 'folder',
    value: 'NAME',
    summary: () => l10n.t('the log’s folder, from the root of the repository; found by itself otherwise'),
  },
  { name: 'json', summary: () => l10n.t('print one JSON document, for scripts') },
  { name: 'help', short: 'h', summary: () => l10n.t('print what the command does and takes') },
  { name: 'version', summary: () => l10n.t('print the version') },
];

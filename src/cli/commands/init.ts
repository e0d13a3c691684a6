import * as l10n from '@vscode/l10n';
import { RetroError } from '../../core/retroError.ts';
import { excludeTemporaryFiles } from '../../node/files/excludeTemporaryFiles.ts';
import { systemReason } from '../../node/files/systemReason.ts';
import { temporaryFilesExclude } from '../../node/git/temporaryFilesExclude.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import type { Terminal } from '../terminal.ts';
import type { Workplace } from '../workplace.ts';

export const init: Command = {
  name: 'init',
  arguments: [],
  options: [],
  summary: () => l10n.t('Make the log’s folder and its settings; what is there stays as it is'),
  run,
};

async function run({ terminal, openWorkplace }: Invocation): Promise<Answer> {
  const place = await openWorkplace();
  const { paths } = await place.log.apply({ type: 'initialise' });
  await place.files.removeStaleFiles(place.folder);
  await keepOutOfGit(place, terminal);
  return {
    json: async () => ({ created: paths }),
    lines: () =>
      paths.length > 0
        ? paths.map((path) => l10n.t('Made {0}', path))
        : [l10n.t('The log in “{0}” is already there. Nothing was changed.', place.folder)],
  };
}

/** What a killed writer leaves is named in this clone's own list of files to leave out. The log works without. */
async function keepOutOfGit({ root, environment }: Workplace, terminal: Terminal): Promise<void> {
  const answer = await temporaryFilesExclude({ root, environment });
  switch (answer.state) {
    case 'ok':
      try {
        await excludeTemporaryFiles(answer.value);
      } catch (error) {
        sayWhy(error, answer.value, terminal);
      }
      return;
    case 'noRepository':
      terminal.say(
        l10n.t('{0} is not in a git repository. The log works, but nothing keeps its history.', root),
      );
      return;
    case 'failed':
      terminal.say(l10n.t('Git could not be asked, which the log can do without: {0}', answer.reason));
  }
}

function sayWhy(error: unknown, file: string, terminal: Terminal): void {
  const reason = error instanceof RetroError ? error.message : systemReason(error);
  terminal.say(
    l10n.t('Temporary files could not be named in {0}, which the log can do without: {1}', file, reason),
  );
}

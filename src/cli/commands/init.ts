import * as l10n from '@vscode/l10n';
import type { GitAnswer } from '../../core/ports/git.ts';
import { tidyLog } from '../../node/tidyLog.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import type { Terminal } from '../terminal.ts';

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
  const { excluded } = await tidyLog(place);
  sayUnlessDone(excluded, place.root, terminal);
  return {
    json: async () => ({ created: paths }),
    lines: () =>
      paths.length > 0
        ? paths.map((path) => l10n.t('Made {0}', path))
        : [l10n.t('The log in “{0}” is already there. Nothing was changed.', place.folder)],
  };
}

function sayUnlessDone(excluded: GitAnswer<true>, root: string, terminal: Terminal): void {
  switch (excluded.state) {
    case 'ok':
      return;
    case 'noRepository':
      terminal.say(
        l10n.t('{0} is not in a git repository. The log works, but nothing keeps its history.', root),
      );
      return;
    case 'failed':
      terminal.say(
        l10n.t('Git was not told of temporary files, which the log can do without: {0}', excluded.reason),
      );
  }
}

import * as l10n from '@vscode/l10n';
import type { Answer, Command, Invocation } from '../command.ts';
import { entryJson } from '../entryJson.ts';
import { lookUpEntries } from '../entryLookup.ts';
import { entryTable } from '../entryTable.ts';
import { loadLog } from '../loadLog.ts';

export const search: Command = {
  name: 'search',
  arguments: [{ name: 'words', many: true }],
  options: [],
  summary: () => l10n.t('Find entries that hold all the words, the best first'),
  run,
};

async function run({ words, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const place = await openWorkplace();
  await loadLog(place, terminal);
  const found = await place.log.search(words.join(' '), Number.POSITIVE_INFINITY);
  return {
    json: async () => {
      const lookup = await lookUpEntries(found, place, terminal);
      return { entries: found.map((entry) => entryJson(entry, lookup)) };
    },
    lines: () => entryTable(found, terminal),
    ...(found.length === 0 && place.log.state.name === 'ready' && { summary: l10n.t('Nothing was found.') }),
  };
}

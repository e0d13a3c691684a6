import * as l10n from '@vscode/l10n';
import type { Answer, Command, Invocation } from '../command.ts';
import { entryJson } from '../entryJson.ts';
import { lookUpEntries } from '../entryLookup.ts';
import { entryNamed } from '../entryNamed.ts';
import { entryPage } from '../entryPage.ts';
import { loadLog } from '../loadLog.ts';

export const show: Command = {
  name: 'show',
  arguments: [{ name: 'id' }],
  options: [],
  summary: () => l10n.t('Show one entry with its text'),
  run,
};

async function run({ words, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const [id = ''] = words;
  const place = await openWorkplace();
  await loadLog(place.log, terminal);
  const entry = entryNamed(id, place.log);
  const lookup = await lookUpEntries([entry], place, terminal);
  const body = await place.log.bodyOf(entry);
  const found = entryJson(entry, lookup);
  return {
    json: async () => ({ ...found, body }),
    lines: () => entryPage(found, body, terminal),
  };
}

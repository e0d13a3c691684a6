import * as l10n from '@vscode/l10n';
import type { Answer, Command, Invocation } from '../command.ts';
import { commitMentions } from '../commitMentions.ts';
import { type EntryJson, entryJson } from '../entryJson.ts';
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
  const found = withMentions(entryJson(entry, lookup), await commitMentions(place, terminal));
  return {
    json: async () => ({ ...found, body }),
    lines: () => entryPage(found, body, terminal),
  };
}

/** The commits that name the entry in their message are as good as linked. */
function withMentions(entry: EntryJson, mentions: Awaited<ReturnType<typeof commitMentions>>): EntryJson {
  const linked = new Set(entry.commits.flatMap(({ sha, now }) => [sha, now]));
  const others = (mentions.get(entry.id.toLowerCase()) ?? []).filter(({ sha }) => !linked.has(sha));
  const added = others.map(({ sha, subject }) => ({ sha, subject, grade: 'exact', now: sha }) as const);
  return { ...entry, commits: [...entry.commits, ...added] };
}

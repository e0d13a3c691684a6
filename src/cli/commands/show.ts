import * as l10n from '@vscode/l10n';
import type { Answer, Command, Invocation } from '../command.ts';
import { commitMentions } from '../commitMentions.ts';
import { type EntryJson, entryJson } from '../entryJson.ts';
import { lookUpEntries } from '../entryLookup.ts';
import { entryNamed } from '../entryNamed.ts';
import { entryPage } from '../entryPage.ts';
import { openedAt } from '../openedAt.ts';

export const show: Command = {
  name: 'show',
  arguments: [{ name: 'id' }],
  options: [
    {
      name: 'at',
      value: 'REV',
      summary: () => l10n.t('as it was in this commit, or at the end of this day'),
    },
  ],
  summary: () => l10n.t('Show one entry with its text'),
  run,
};

async function run({ words, values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const [id = ''] = words;
  const { place, moment } = await openedAt(await openWorkplace(), values, terminal);
  const entry = entryNamed(id, place.log);
  const lookup = await lookUpEntries([entry], place, terminal);
  const body = await place.log.bodyOf(entry);
  const found = withMentions(entryJson(entry, lookup), await commitMentions(place, terminal));
  return {
    json: async () => ({ ...found, body, ...(moment !== undefined && { at: moment.sha }) }),
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

import * as l10n from '@vscode/l10n';
import type { Entry } from '../../core/entries/entry.ts';
import { entryKinds, statusesOf } from '../../core/entries/kinds.ts';
import { withMentionedCommits } from '../../core/links/mentionedCommits.ts';
import { filterEntries, isAbout } from '../../core/log/entryFilter.ts';
import { commitMentions } from '../commitMentions.ts';
import { commitsNamed } from '../commitsNamed.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { entryJson } from '../entryJson.ts';
import { lookUpEntries } from '../entryLookup.ts';
import { entryTable } from '../entryTable.ts';
import { gradeEntryLinks } from '../gradeEntryLinks.ts';
import { openedAt } from '../openedAt.ts';
import { allOf, countOf, dateOf, type OptionValues, valueOf } from '../optionValues.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usageError.ts';
import { pathFromRoot, type Workplace } from '../workplace.ts';

export const list: Command = {
  name: 'list',
  arguments: [],
  options: [
    { name: 'kind', value: 'KIND', many: true, summary: () => l10n.t('of this kind') },
    { name: 'tag', value: 'WORD', many: true, summary: () => l10n.t('with this tag') },
    { name: 'since', value: 'DAY', summary: () => l10n.t('from this day on') },
    { name: 'until', value: 'DAY', summary: () => l10n.t('up to this day, itself included') },
    { name: 'status', value: 'STATUS', summary: () => l10n.t('in this state: open, running, …') },
    {
      name: 'commit',
      value: 'REV',
      summary: () => l10n.t('with a link to this commit, or named in its message'),
    },
    {
      name: 'code',
      value: 'PATH',
      summary: () => l10n.t('about this file, or about something in this folder'),
    },
    { name: 'limit', value: 'N', summary: () => l10n.t('at most so many') },
    {
      name: 'at',
      value: 'REV',
      summary: () => l10n.t('as the log was in this commit, or at the end of this day'),
    },
  ],
  summary: () => l10n.t('List entries, the newest first'),
  run,
};

async function run({ values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const dates = { since: dateOf(values, 'since'), until: dateOf(values, 'until') };
  const limit = countOf(values, 'limit');
  const { place, moment } = await openedAt(await openWorkplace(), values, terminal);
  const { entries } = place.log;
  const filter = {
    kinds: knownWords(
      'kind',
      values,
      entryKinds,
      entries.map((entry) => entry.kind),
    ),
    tags: allOf(values, 'tag'),
    statuses: knownWords(
      'status',
      values,
      Object.values(statusesOf).flat(),
      entries.map((entry) => entry.status),
    ),
    ...(dates.since !== undefined && { since: dates.since }),
    ...(dates.until !== undefined && { until: dates.until }),
  };
  const isLinked = await linkFilter(values, entries, place, terminal);
  const found = filterEntries(entries, filter).filter(isLinked).slice(0, limit);
  return {
    json: async () => {
      const lookup = await lookUpEntries(found, place, terminal);
      return {
        entries: found.map((entry) => entryJson(entry, lookup)),
        problems: place.log.problems.length,
        ...(moment !== undefined && { at: moment.sha }),
      };
    },
    lines: () => entryTable(found, terminal),
    ...(found.length === 0 && place.log.state.name === 'ready' && { summary: noneFound(entries.length) }),
  };
}

function noneFound(inLog: number): string {
  return inLog === 0
    ? l10n.t('The log has no entries yet. “retrolog add win "…"” writes the first.')
    : l10n.t('There are no such entries.');
}

/** What was asked for, after making sure that it is not a slip of the pen. Newer versions may know more words. */
function knownWords(
  option: string,
  values: OptionValues,
  words: readonly string[],
  used: readonly (string | undefined)[],
): readonly string[] {
  const given = option === 'status' ? allOf(values, option).slice(-1) : allOf(values, option);
  const unknown = given.find((word) => !words.includes(word) && !used.includes(word));
  if (unknown !== undefined) {
    const known = [...new Set(words)].join(', ');
    throw new UsageError(l10n.t('--{0} “{1}” is not known. There are: {2}.', option, unknown, known), 'list');
  }
  return given;
}

async function linkFilter(
  values: OptionValues,
  entries: readonly Entry[],
  place: Workplace,
  terminal: Terminal,
): Promise<(entry: Entry) => boolean> {
  const revision = valueOf(values, 'commit');
  const code = valueOf(values, 'code');
  const shas = revision === undefined ? undefined : await commitsNamed(revision, entries, place.git);
  const path = code === undefined ? undefined : await pathFromRoot(place, code);
  const isLinked = shas === undefined ? undefined : await commitFilter(shas, entries, place, terminal);
  const named = path === undefined ? undefined : await commitMentions(place, terminal);
  return (entry) =>
    (isLinked === undefined || isLinked(entry)) &&
    (path === undefined || named === undefined || isAboutPath(withMentionedCommits(entry, named), path));
}

/** An entry is linked if it names a commit, if it means it today, or if the commit's message names the entry. */
async function commitFilter(
  shas: ReadonlySet<string>,
  entries: readonly Entry[],
  place: Workplace,
  terminal: Terminal,
): Promise<(entry: Entry) => boolean> {
  const named = await commitMentions(place, terminal, [...shas]);
  const graded = await gradeEntryLinks(entries, place, terminal);
  return ({ id, commits }) =>
    named.has(id.toLowerCase()) ||
    commits.some((commit) => shas.has(commit.sha) || shas.has(graded?.get(commit)?.now ?? ''));
}

function isAboutPath(entry: Entry, path: string): boolean {
  const isRoot = path === '';
  return isRoot
    ? entry.code.length > 0 || entry.commits.some((commit) => (commit.paths?.length ?? 0) > 0)
    : isAbout(entry, path);
}

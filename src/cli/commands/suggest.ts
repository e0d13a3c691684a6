import * as l10n from '@vscode/l10n';
import { RetroError } from '../../core/retroError.ts';
import type { Suggestion } from '../../core/suggest/suggestion.ts';
import { type FoundSuggestions, SuggestionFinder } from '../../core/suggest/suggestionFinder.ts';
import { noMemory } from '../../core/suggest/suggestionMemory.ts';
import { NodePast } from '../../node/git/nodePast.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { entryTable, type TableEntry } from '../entryTable.ts';
import { loadLog } from '../loadLog.ts';
import { dateOf } from '../optionValues.ts';
import type { Workplace } from '../workplace.ts';

export const suggest: Command = {
  name: 'suggest',
  arguments: [],
  options: [{ name: 'since', value: 'DAY', summary: () => l10n.t('from this day on') }],
  summary: () => l10n.t('Suggest entries from git’s history: what was reverted, what a commit message words'),
  run,
};

/** Of a hash, in a line. */
const shortHash = 12;

async function run({ values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const since = dateOf(values, 'since');
  const place = await openWorkplace();
  await loadLog(place, terminal);
  const { suggestions, more, partial } = await find(place, since);
  if (partial) {
    terminal.say(
      l10n.t('Only the newer part of the history was looked at: this clone has no more, or it is very long.'),
    );
  }
  return {
    json: async () => ({ suggestions: suggestions.map(suggestionJson) }),
    lines: () => entryTable(suggestions.map(rowOf), terminal),
    ...(suggestions.length === 0 && { summary: l10n.t('The history suggests nothing.') }),
    ...(more && { summary: l10n.t('There are more. They follow when these have entries.') }),
  };
}

async function find(
  { root, folder, environment, git, log }: Workplace,
  since: string | undefined,
): Promise<FoundSuggestions> {
  const finder = new SuggestionFinder(git, new NodePast({ root, folder, environment }));
  const query = { entries: log.entries, memory: noMemory };
  const answer = await finder.find(since === undefined ? query : { ...query, since });
  switch (answer.state) {
    case 'ok':
      return answer.value;
    case 'noRepository':
      throw new RetroError(
        'git',
        l10n.t('Suggestions come from git’s history, and this is not in a git repository.'),
      );
    case 'failed':
      throw new RetroError('git', l10n.t('The history could not be looked at: {0}', answer.reason));
  }
}

/** A suggestion as scripts get it. Its keys are a promise: see the documentation of the command line. */
function suggestionJson({ rule, kind, title, commits, date, entry }: Suggestion): object {
  return {
    rule,
    kind,
    title,
    commits: commits.map(({ sha, subject }) => ({ sha, subject })),
    date,
    ...(entry !== undefined && { entry: entry.id }),
  };
}

function rowOf({ kind, title, commits, date, entry }: Suggestion): TableEntry {
  const text = entry === undefined ? title : `${title} → ${entry.id}`;
  return { kind, title: text, date, id: commits[0].sha.slice(0, shortHash) };
}
